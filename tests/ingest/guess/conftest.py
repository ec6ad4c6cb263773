"""Small tables as files hold them: every cell text, rows numbered as a spreadsheet shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cesta.ingest.files.staged import Staged
from cesta.ingest.guess.answers import Answers
from cesta.ingest.guess.guess import Guess, guess
from cesta.ingest.guess.seen import Look
from cesta.ingest.guess.sources import sources_of

Make = Callable[..., Staged]


@pytest.fixture
def made(tmp_path: Path) -> Make:
    """made("orders.csv", {"id": ["1", "2"]}): a staged table; a text of lines separated by | works as well."""

    def make(file: str, given: Mapping[str, Sequence[object]] | str, sheet: str | None = None) -> Staged:
        columns = given if isinstance(given, Mapping) else _columns(given)
        table = pa.table(dict(columns))
        rows = table.num_rows
        path = tmp_path / f"{file}-{sheet}.parquet"
        pq.write_table(table.append_column("_row", pa.array(range(2, rows + 2), pa.int64())), path)
        return Staged(file.partition(".")[0], tmp_path / file, sheet, path, tuple(columns), rows)

    return make


@pytest.fixture
def looking(made: Make) -> Callable[..., object]:
    """An open look at tables made of texts."""

    @contextmanager
    def look(**tables: str) -> Iterator[Look]:
        with Look(sources_of([made(f"{name}.csv", text) for name, text in tables.items()])) as opened:
            yield opened

    return look


def _columns(text: str) -> dict[str, list[str | None]]:
    head, *rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return {name: [row[place] or None for row in rows] for place, name in enumerate(head)}


@pytest.fixture
def guessed(made: Make) -> Callable[..., Guess]:
    """guessed(orders="id | who\\n1 | ann"): the guess about these tables."""

    def one(answers: Answers | None = None, **tables: str) -> Guess:
        return guess([made(f"{name}.csv", text) for name, text in tables.items()], "Europe/Prague", answers)

    return one
