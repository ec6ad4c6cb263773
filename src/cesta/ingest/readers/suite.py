"""Tests that every reader passes: a package with a reader of its own makes a class of this one and runs pytest."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from cesta.ingest.readers.contract import MOST_ROWS, Batch, Place, Reader
from cesta.ingest.readers.staging import encoded, stage_batches
from cesta.model.errors import CestaError

PLAIN = (type(None), bool, int, float, str, date, datetime, list, dict)


@dataclass(frozen=True, slots=True)
class Given:
    """A place that the reader can read, and how many rows each of its tables has."""

    place: Place
    rows: dict[str, int]


class ReaderContract:
    """What holds of every reader. A class of yours says which reader, and makes it a place to read:

    class TestMine(ReaderContract):
        reader = READER

        def given(self, folder): ...
    """

    reader: Reader

    def given(self, folder: Path) -> Given:
        """Makes a place with a few rows in the folder, the same each time."""
        raise NotImplementedError

    def test_it_says_what_it_reads(self) -> None:
        assert self.reader.kind, "kind is a short name"
        assert self.reader.suffixes or self.reader.schemes, "it reads files by their endings, or URLs by their schemes"
        for suffix in self.reader.suffixes:
            assert suffix.startswith("."), f"{suffix}: an ending begins with a dot"
            assert suffix == suffix.lower(), f"{suffix}: endings are in small letters"

    def test_what_is_there_is_read(self, tmp_path: Path) -> None:
        given = self.given(tmp_path)
        counted: Counter[str] = Counter()
        for batch in self.reader.read(given.place, None):
            counted[batch.table] += len(batch.rows)
        assert dict(counted) == given.rows

    def test_rows_are_names_and_plain_values(self, tmp_path: Path) -> None:
        for batch in self._read(tmp_path):
            assert len(batch.rows) <= MOST_ROWS, "a batch is small enough to be held"
            for row in batch.rows:
                for name, value in row.items():
                    assert isinstance(name, str), f"{name!r} is no name"
                    assert isinstance(value, PLAIN), f"{name}: {value!r} is no plain value"

    def test_reading_twice_gives_the_same(self, tmp_path: Path) -> None:
        given = self.given(tmp_path)
        once, again = (_lines(list(self.reader.read(given.place, None))) for _ in range(2))
        assert once == again, "the rows of a place that did not change come in one order"

    def test_whoever_reads_on_gets_the_rest_and_nothing_twice(self, tmp_path: Path) -> None:
        given = self.given(tmp_path)
        batches = list(self.reader.read(given.place, None))
        for place, batch in enumerate(batches, start=1):
            if batch.cursor is not None:
                rest = _lines(list(self.reader.read(given.place, batch.cursor)))
                assert rest == _lines(batches[place:]), f"after {batch.cursor}"

    def test_nothing_comes_after_the_end(self, tmp_path: Path) -> None:
        given = self.given(tmp_path)
        cursors = [batch.cursor for batch in self.reader.read(given.place, None) if batch.cursor is not None]
        if cursors:
            assert _lines(list(self.reader.read(given.place, cursors[-1]))) == []

    def test_its_rows_become_tables(self, tmp_path: Path) -> None:
        given = self.given(tmp_path)
        into = tmp_path / "into"
        into.mkdir()
        staged, _ = stage_batches(self.reader.read(given.place, None), Path("place"), into)
        assert {one.sheet or "": one.rows for one in staged} == given.rows

    def test_reading_changes_nothing(self, tmp_path: Path) -> None:
        given = self.given(tmp_path)
        path = Path(given.place.where)
        before = path.read_bytes() if path.is_file() else b""
        list(self.reader.read(given.place, None))
        assert (path.read_bytes() if path.is_file() else b"") == before
        assert not path.is_file() or sorted(path.parent.glob(f"{path.name}?*")) == []

    def test_what_is_not_there_is_told(self, tmp_path: Path) -> None:
        if self.reader.suffixes:
            assert self._refused(Place(str(tmp_path / f"nowhere{self.reader.suffixes[0]}"))) == "no_file"

    def test_rubbish_is_told(self, tmp_path: Path) -> None:
        if self.reader.suffixes:
            path = tmp_path / f"rubbish{self.reader.suffixes[0]}"
            path.write_bytes(bytes(range(256)) * 20)
            assert self._refused(Place(str(path))) == "bad_file"

    def _read(self, folder: Path) -> list[Batch]:
        return list(self.reader.read(self.given(folder).place, None))

    def _refused(self, place: Place) -> str:
        try:
            list(self.reader.read(place, None))
        except CestaError as error:
            return error.code
        return "it was read"


def _lines(batches: Sequence[Batch]) -> list[tuple[str, str]]:
    """The rows as they would be written down, with their tables."""
    return [
        (batch.table, json.dumps(json.loads(encoded(row)), sort_keys=True)) for batch in batches for row in batch.rows
    ]
