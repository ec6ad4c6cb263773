"""Whose each id is, and whose journeys change by it. What is laid for them: test_live.py."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cesta.store.joined import Joined

JOINS = st.dictionaries(st.sampled_from(["ann", "cid", "x1"]), st.sampled_from([None, "bea", "bob"]), max_size=3)


def test_a_customer_takes_her_ids_along_and_lets_them_go() -> None:
    joined = Joined()
    assert joined.join({"cid": "bea", "ann": "bea"}) == ["ann", "bea", "cid"]
    assert (joined.is_part("ann"), joined.is_several("bea"), joined.is_part("bea")) == (True, True, False)
    assert joined.touched() == {"bea": ["ann", "bea", "cid"]}
    joined.laid()
    joined.touch(["bob"])
    assert joined.touched() == {}
    joined.touch(["cid", "bob"])
    assert list(joined.touched()) == ["bea"]
    assert joined.join({"cid": None, "ann": None}) == ["ann", "bea", "cid"]
    assert joined.touched() == {}
    assert not joined.is_several("bea")


@given(st.lists(JOINS, max_size=5))
def test_as_the_latest_word_says(words: list[dict[str, str | None]]) -> None:
    joined, whose = Joined(), dict[str, str]()
    for word in words:
        joined.join(word)
        whose = {one: customer for one, customer in (whose | word).items() if customer is not None}
        for one in ("ann", "cid", "x1", "bea", "bob"):
            assert joined.is_part(one) == (one in whose)
            assert joined.is_several(one) == (one in whose.values())
