"""Terms in order, in files that are mapped when they are read: made from a snapshot, deleted with no loss."""

from __future__ import annotations

import json
import shutil
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from cesta.profiles.terms import KINDS, Kind, Term, kind_of, terms
from cesta.store.columns import Snapshot, runs
from cesta.store.customers import customers_of
from cesta.store.passing import Passing

Places = NDArray[np.int64]
ABOUT, TERMS, OWNERS = "about.json", "terms.arrow", "owners.arrow"
LAYOUT = 1


@dataclass(frozen=True, slots=True)
class TermFile:
    """texts: the terms, ascending; with each its kind and whose it is, as a place in `owners`."""

    texts: pa.Array
    kinds: NDArray[np.int8]
    whose: NDArray[np.int32]
    owners: pa.Array
    event: int

    def beginning(self, text: str, most: int) -> Iterator[tuple[Term, str]]:
        """At most so many of the terms that begin with a text, in order, each with its customer."""
        low = bisect_left(_Texts(self.texts), text)
        for place in range(low, min(low + most, len(self.texts))):
            found: str = self.texts[place].as_py()
            if not found.startswith(text):
                return
            yield Term(found, int(self.kinds[place])), self.owners[int(self.whose[place])].as_py()


class _Texts(Sequence[str]):
    """Texts of Arrow, for a search that looks at few of them."""

    def __init__(self, texts: pa.Array) -> None:
        self._texts = texts

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, place: int) -> str:  # type: ignore[override]  # nobody takes slices
        text: str = self._texts[place].as_py()
        return text


def make(snapshot: Snapshot, said: Iterable[tuple[str, Term]], event: int) -> TermFile:
    """The terms of everything in a snapshot, and of what was said of people; `event`: the newest event among them."""
    owners, rows = _rows(snapshot)
    found = [_of_property(snapshot, name, kind, owners, rows) for name, kind in _telling(snapshot)]
    customers = customers_of(snapshot.customers)
    told = list(said)
    persons = sorted({customer for customer, _ in told})
    places = customers.places(persons)
    # Of some there is no event: they stand behind the others.
    missing = [one for one, place in zip(persons, places.tolist(), strict=True) if place < 0]
    places[places < 0] = len(customers) + np.arange(len(missing))
    place_of = dict(zip(persons, places.tolist(), strict=True))
    more = [(term.text, term.kind, place_of[customer]) for customer, term in told]
    texts = pa.chunked_array([*(one[0] for one in found), pa.array([one[0] for one in more], pa.large_string())])
    kinds = np.concatenate([*(one[1] for one in found), np.array([one[1] for one in more], np.int8)])
    whose = np.concatenate([*(one[2] for one in found), np.array([one[2] for one in more], np.int32)])
    table = pa.table({"text": texts.combine_chunks(), "kind": kinds.astype(np.int8), "whose": whose.astype(np.int32)})
    order = pc.sort_indices(table, [("text", "ascending"), ("kind", "ascending"), ("whose", "ascending")])
    table = table.take(order).combine_chunks()
    return TermFile(
        _one(table["text"]),
        _one(table["kind"]).to_numpy(),
        _one(table["whose"]).to_numpy(),
        pa.concat_arrays([customers.texts, pa.array(missing, pa.large_string())]),
        event,
    )


def keep(made: TermFile, data: Path, key: str) -> None:
    """Writes them where the next process finds them; without room on the disk it will make them anew."""
    folder = data / "search"
    passing = Passing(data, "search")
    try:
        batch = pa.record_batch([made.texts, pa.array(made.kinds), pa.array(made.whose)], ["text", "kind", "whose"])
        _write(passing.path / TERMS, batch)
        _write(passing.path / OWNERS, pa.record_batch([made.owners], ["customer"]))
        (passing.path / ABOUT).write_text(json.dumps({"event": made.event}), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        passing.path.rename(folder / key)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
    finally:
        passing.close()


def kept(data: Path, key: str) -> TermFile | None:
    """Those of this key, if they were kept."""
    folder = data / "search" / key
    try:
        event: int = json.loads((folder / ABOUT).read_text(encoding="utf-8"))["event"]
        batch, owners = _read(folder / TERMS), _read(folder / OWNERS)
        kinds, whose = batch.column(1).to_numpy(), batch.column(2).to_numpy()
        return TermFile(batch.column(0), kinds, whose, owners.column(0), event)
    except (OSError, ValueError, KeyError, pa.ArrowException):
        return None


def _telling(snapshot: Snapshot) -> Iterator[tuple[str, Kind]]:
    for name in snapshot.props:
        kind = kind_of(name)
        if kind is not None:
            yield name, kind


def _rows(snapshot: Snapshot) -> tuple[Places, Places | slice]:
    """Whose each event is, and where the events stand."""
    lengths = snapshot.ends - snapshot.begins
    owners = np.repeat(np.arange(len(lengths)), lengths)
    return owners, slice(None) if snapshot.is_plain else runs(snapshot.begins, lengths)


def _of_property(
    snapshot: Snapshot, name: str, kind: Kind, owners: Places, rows: Places | slice
) -> tuple[pa.Array, NDArray[np.int8], NDArray[np.int32]]:
    """Every term of a property with its kind and its customer, each pair once."""
    column = snapshot.props[name]
    codes = column.codes[rows].astype(np.int64)
    there = codes >= 0
    keys = owners[there] * max(len(column.values), 1) + codes[there]
    # What stays the same from event to event need not be sorted.
    keys = np.unique(keys[np.flatnonzero(np.diff(keys, prepend=-1))])
    whose, codes = np.divmod(keys, max(len(column.values), 1))
    ways = [[term.text for term in terms(kind, value)] for value in column.values]
    widest = max(map(len, ways), default=0)
    parts = []
    for way in range(widest):
        has = np.array([len(each) > way for each in ways])[codes]
        texts = pa.array([each[way] if len(each) > way else None for each in ways], pa.large_string())
        parts.append((texts.take(pa.array(codes[has])), whose[has]))
    every = pa.concat_arrays([part[0] for part in parts]) if parts else pa.array([], pa.large_string())
    hers = np.concatenate([part[1] for part in parts]) if parts else np.zeros(0, np.int64)
    return every, np.full(len(hers), KINDS.index(kind), np.int8), hers.astype(np.int32)


def _one(column: pa.ChunkedArray) -> pa.Array:
    return column.chunk(0) if column.num_chunks == 1 else pa.concat_arrays(column.chunks)


def _write(path: Path, batch: pa.RecordBatch) -> None:
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, batch.schema) as out:
        out.write_batch(batch)


def _read(path: Path) -> pa.RecordBatch:
    return pa.ipc.open_file(pa.memory_map(str(path))).get_batch(0)
