"""Values of hidden fields are found wherever they stand, and nothing else goes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.privacy.masked_values import folded, without
from cesta.voice.masking import MASK

words = st.lists(st.text("abcčž", min_size=3, max_size=6), min_size=1, max_size=4).map(" ".join)


@settings(max_examples=60)
@given(words, st.lists(words, max_size=3), words)
def test_a_value_never_stays(before: str, values: list[str], after: str) -> None:
    known = frozenset(map(folded, values))
    for value in values:
        shown = folded(without(f"{before}, {value.upper()}; {after}", known))
        assert not any(f" {one} " in f" {shown} " for one in known)
    if not any(f" {one} " in f" {folded(before)} " for one in known):
        assert without(before, known) == before


def test_only_people_go() -> None:
    kept = ["550e8400-e29b-41d4-a716-446655440000", "2026-02-03T10:00:00Z", "add_to_cart", "1,299.00", "/maps/buy"]
    assert [without(text, frozenset({"ann lee"})) for text in kept] == kept
    assert without("+48 601 234 567", frozenset()) == MASK
    assert without("of ANN LEE's", frozenset({"ann lee"})) == f"of {MASK}'s"
