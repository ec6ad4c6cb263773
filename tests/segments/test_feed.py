"""The feed of changes: every one once, in order, from any cursor on; what is lost is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.model.errors import CestaError
from cesta.segments.feed import Feed
from cesta.segments.live import Change


def change(number: int, segment: str = "s") -> Change:
    return Change(segment, f"c{number}", number % 2 == 0, number)


@given(st.lists(st.integers(1, 5), max_size=8), st.integers(1, 4))
def test_a_reader_gets_each_once_and_in_order(batches: list[int], most: int) -> None:
    feed, cursor, seen, count = Feed(), Feed().cursor, list[str](), 0
    cursor = feed.cursor
    for size in batches:
        feed.put([change(count + each) for each in range(size)])
        count += size
        found = feed.after(cursor, most)
        seen, cursor = [*seen, *(move.customer for move in found.changes)], found.cursor
        assert not found.reset
    while (found := feed.after(cursor, most)).changes:
        seen, cursor = [*seen, *(move.customer for move in found.changes)], found.cursor
    assert seen == [f"c{number}" for number in range(count)]


def test_what_is_no_longer_kept_is_said() -> None:
    feed = Feed(kept=3)
    begin = feed.cursor
    feed.put([change(number) for number in range(5)])
    found = feed.after(begin)
    assert ([move.customer for move in found.changes], found.reset) == (["c2", "c3", "c4"], True)
    assert not feed.after(found.cursor).reset
    assert Feed().after(found.cursor).reset, "another server knows nothing of it"
    assert [move.event for move in feed.after(None).changes] == ["segment.entered", "segment.left", "segment.entered"]


def test_one_segment_alone() -> None:
    feed = Feed()
    feed.put([change(1, "a"), change(2, "b")])
    found = feed.after(None, segment="b")
    assert [move.customer for move in found.changes] == ["c2"]
    assert feed.after(found.cursor).changes == ()
    with pytest.raises(CestaError, match="no cursor"):
        feed.after("what-ever")
