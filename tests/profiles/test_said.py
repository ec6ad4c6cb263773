"""Traits as messages say them: the newest value, where it is from, and that its type changed."""

from __future__ import annotations

import json
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cesta.journeys.where import kind
from cesta.model.event import Value
from cesta.profiles.said import Message, said

values = st.one_of(st.text(max_size=3), st.integers(-3, 3), st.booleans(), st.floats(allow_nan=False, width=16))
tellings = st.lists(st.dictionaries(st.sampled_from(["size", "name", "vip"]), values, max_size=3), max_size=8)


def messages(tellings: list[dict[str, Value]]) -> list[Message]:
    return [Message("web", str(place), place, telling) for place, telling in enumerate(tellings)]


@given(tellings)
def test_the_newest_counts_whatever_types_there_were(told: list[dict[str, Value]]) -> None:
    found = said(messages(told))
    for name in {name for telling in told for name in telling}:
        every = [(place, telling[name]) for place, telling in enumerate(told) if name in telling]
        place, value = every[-1]
        kinds = [kind(each) for _, each in every]
        others = [before for before, after in pairwise(kinds) if before != after]
        one = found[name]
        assert (type(one.value), one.value, one.message_id) == (type(value), value, str(place))
        assert one.was == (others[-1] if others else None)
    assert list(found) == sorted(found)


def test_what_clients_wrap_is_unwrapped() -> None:
    told: list[dict[str, Value]] = [
        {"$set": json.dumps({"plan": "free"}), "$set_once": json.dumps({"came_by": "ad"}), "$lib": "web"},
        {"$set_once": json.dumps({"came_by": "mail", "plan": "paid"}), "context.locale": "pl"},
        {"user_properties": json.dumps({"$set": {"age": 30}, "$unset": {"plan": "-"}}), "$unset": '["plan"]'},
        {"address": json.dumps({"city": "Brno"}), "$set": "not a document"},
    ]
    found = {name: one.value for name, one in said(messages(told)).items()}
    assert found == {"came_by": "ad", "age": 30, "address": '{"city": "Brno"}'}
