"""Ids kept as Arrow keeps them behave as the list of texts they are."""

from __future__ import annotations

from unittest.mock import patch

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from cesta.store import customers
from cesta.store.customers import Customers, customers_of

IDS = st.sets(st.text("aÅž\U0001f600", max_size=3), max_size=6).map(sorted)


@given(IDS, IDS, st.booleans())
def test_as_a_list_of_texts(ids: list[str], wanted: list[str], many: bool) -> None:
    ours = customers_of(ids)
    assert (list(ours), len(ours)) == (ids, len(ids))
    assert ours == customers_of(tuple(ids))
    assert [ours[place] for place in range(-len(ids), len(ids))] == ids + ids
    assert ours[1:3] == tuple(ids[1:3])
    with patch.object(customers, "FEW", 0 if many else 10):
        expected = [ids.index(one) if one in ids else -1 for one in wanted]
        assert ours.places(wanted).tolist() == expected


@given(IDS, IDS, IDS)
def test_more_take_their_places(ids: list[str], one: list[str], two: list[str]) -> None:
    ours, known = customers_of(ids), list(ids)
    for added in (sorted(set(one) - set(ids)), sorted(set(two) - set(ids) - set(one))):
        wider, where = ours.with_more(added)
        assert list(np.insert(np.array(known, dtype=object), where, np.array(added, dtype=object))) == list(wider)
        ours, known = wider, sorted([*known, *added])
        assert list(ours) == known


def test_said_in_short() -> None:
    ours = Customers(pa.array(["a", "b", "c", "d"]))
    assert repr(ours) == "Customers(['a', 'b', 'c'] …)"
    assert hash(ours) == hash(("a", "b", "c", "d"))
    assert ours != customers_of(["a"])
    assert customers_of(ours) is ours
