"""Journeys made of nearly all parts, with the rest laid behind them, are those made of all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.event import Event
from cesta.store import parts
from cesta.store.columns import Snapshot
from cesta.store.drained import NOTHING, Drained, Piece
from cesta.store.grown import Grown
from cesta.store.hot import states
from cesta.store.loads import ShardEntry
from cesta.store.parts import Part, Parts
from cesta.store.people import People
from cesta.store.shards import laid_out, table_of, write_shards

Tell = Callable[[Snapshot], list[tuple[object, ...]]]
EVENTS = st.lists(
    st.builds(Event, st.just("web"), st.just("m"), st.sampled_from("xy"), st.sampled_from("st"), st.integers(0, 2)),
    min_size=1,
    max_size=6,
)
FILES = st.lists(EVENTS, max_size=3)


def seen(shards: list[ShardEntry], folder: Path, pieces: tuple[Piece, ...]) -> Snapshot:
    journeys = Grown(shards, folder, (len(shards), 0), Drained(pieces, 0))
    return journeys.snapshot(0, lambda *_: [], People())


@settings(deadline=None, max_examples=30)
@given(EVENTS, FILES, FILES, FILES)
def test_however_little_was_there_before(
    told: Tell, first: list[Event], before: list[list[Event]], loads: list[list[Event]], later: list[list[Event]]
) -> None:
    """One load and pieces of the log at first, then more loads and more pieces."""
    with TemporaryDirectory() as place, patch.object(parts, "MAPPED_FROM", 0), patch.object(parts, "LATER", 1):
        folder = Path(place) / "shards"
        shards = [write_shards(folder, f"l{n}", laid_out(table_of(one)), 9)[0] for n, one in enumerate([first, *loads])]
        drained = [write_shards(folder, f"p{n}", laid_out(table_of(one)), 9)[0] for n, one in enumerate(before + later)]
        pieces = tuple(Piece(folder / one.name, one.events) for one in drained)
        seen(shards[:1], folder, pieces[: len(before)])
        grew = seen(shards, folder, pieces)
        (state,) = states(folder.parent / "hot")
        assert Parts.of(shards, folder, Drained(pieces, 0)).after(state) is not None
        shutil.rmtree(folder.parent / "hot")
        assert told(grew) == told(seen(shards, folder, pieces))


def test_what_no_longer_counts_wants_all_made_anew() -> None:
    one, two, log = (Part(Path(name), 9) for name in ("one", "two", "log"))
    made = Parts((one,), (log,)).state(0)
    assert Parts((one, two), (log,)).after(made) == Parts((two,), ())
    assert Parts((two,), (log,)).after(made) is None
    assert Parts((Part(Path("one"), 9, b"\x01"),), (log,)).after(made) is None
    assert Parts((one,), ()).after(made) is None


def test_nothing_at_all() -> None:
    assert Parts.of([], Path(), NOTHING) == Parts()
