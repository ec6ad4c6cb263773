"""What decisions come to: those that were taken back do not hold."""

from __future__ import annotations

from cesta.identity.claims import Id
from cesta.identity.decisions import Decision, decided, holding

A, B, C = (Id("card", key) for key in ("a", "b", "c"))


def test_pairs_across_groups() -> None:
    found = decided(
        [Decision(1, "undo", ((A, B), (C,)), 0, "ann", 0, "m1"), Decision(2, "apart", ((A,), (B,)), 0, "ann", 0)]
    )
    assert found.doubted == {"a": {"c"}, "b": {"c"}, "c": {"a", "b"}}
    assert found.apart == {"a": {"b"}, "b": {"a"}}


def test_taken_back() -> None:
    made = [Decision(1, "shared", ((A,),), 0, "ann", 0), Decision(2, "back", (), 0, "bob", 0, None, 1)]
    assert decided(made[:1]).shared == {"a"}
    assert (decided(made).shared, holding(made)) == (frozenset(), [])
    together = Decision(3, "together", ((A,), (B,)), 0, "ann", 0)
    assert decided([*made, together]).together == (together,)
