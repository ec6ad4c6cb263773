"""A key is found wherever a client puts it, the headers before the body."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.api.collect.keys import shown_keys, source_of
from cesta.model.errors import CestaError
from cesta.store.keys import Keys


def basic(text: str) -> dict[str, str]:
    return {"authorization": f"Basic {base64.b64encode(text.encode()).decode()}"}


Shown = tuple[Mapping[str, str], Mapping[str, str], object]
PLACES: dict[str, Callable[[str], Shown]] = {
    "basic": lambda key: (basic(f"{key}:"), {}, {}),
    "basic without its colon": lambda key: (basic(key), {}, {}),
    "body": lambda key: ({}, {}, {"writeKey": key, "batch": []}),
    "beside something else": lambda key: ({"authorization": "Bearer oauth"}, {}, {"writeKey": key}),
    "bearer": lambda key: ({"authorization": f"Bearer {key}"}, {}, {}),
    "header": lambda key: ({"x-write-key": f"{key}:secret"}, {}, {"writeKey": f"{key}:***"}),
    "header alone": lambda key: ({"x-write-key": key}, {}, {}),
    "query": lambda key: ({}, {"writeKey": key}, None),
    "api key": lambda key: ({}, {}, {"api_key": key}),
    "token": lambda key: ({}, {}, {"token": key}),
    "first of many": lambda key: ({}, {}, [{"properties": {"token": key}}, {}]),
    "of a person": lambda key: ({}, {}, [{"$token": key}]),
}


@pytest.mark.parametrize("place", PLACES)
def test_every_place(tmp_path: Path, place: str) -> None:
    keys = Keys(tmp_path)
    assert source_of(keys, *PLACES[place](keys.create("web", 0))) == "web"


def test_the_header_counts_more_than_the_body(tmp_path: Path) -> None:
    keys = Keys(tmp_path)
    one, two = keys.create("one", 0), keys.create("two", 0)
    assert source_of(keys, basic(f"{one}:"), {}, {"writeKey": two}) == "one"
    assert source_of(keys, {"x-write-key": one}, {"writeKey": two}, {}) == "one"


def test_no_key_and_an_unknown_one_are_told_apart(tmp_path: Path) -> None:
    keys = Keys(tmp_path)
    with pytest.raises(CestaError, match="no_key"):
        source_of(keys, {"authorization": "Basic"}, {}, {})
    with pytest.raises(CestaError, match="unknown_key"):
        source_of(keys, basic("nobody:"), {}, {})


@given(st.text(), st.text(), st.recursive(st.none() | st.text() | st.integers(), lambda inner: st.lists(inner)
       | st.dictionaries(st.sampled_from(["writeKey", "properties", "token"]), inner)))  # fmt: skip
def test_whatever_comes_is_looked_through(scheme: str, rest: str, body: object) -> None:
    for headers in ({"authorization": f"{scheme} {rest}"}, {"authorization": f"Basic {rest}"}, {"x-write-key": rest}):
        assert all(shown_keys(headers, {"writeKey": rest}, body))
