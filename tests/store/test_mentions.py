"""Ids are found where they are a value or a word of their own, and taken out without touching anything else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.store.mentions import named_in, without

IDS = frozenset({"ann", "17", "a b"})
texts = st.sampled_from([*IDS, "bob", "annotated", "170", ""]) | st.text(max_size=4)
documents = st.recursive(
    texts | st.integers(15, 19) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    "text",
    ['{"customer": "ann', "ann,buy,2024", "ann", "x=ann&y=2", "'ann'|3", '[1, {"of": ["ann"]}]', "who: ann"],
)
def test_an_id_is_found_in_any_kind_of_line(text: str) -> None:
    assert named_in(text, IDS) == {"ann"}


@pytest.mark.parametrize("text", ["annotated;2", '{"ann": 1}', '"ann-2"', "", "true", "1e9999"])
def test_what_only_looks_like_an_id_is_none(text: str) -> None:
    assert named_in(text, IDS) == set()


def test_a_cell_with_spaces_is_an_id_too() -> None:
    assert named_in('x;"a b";3', IDS) == {"a b"}


@given(documents)
def test_a_document_without_ids_names_none_and_loses_nothing_else(document: object) -> None:
    text = json.dumps(document)
    cleaned = without(text, IDS)
    assert cleaned is not None
    if not isinstance(document, list | dict):
        return
    assert named_in(cleaned, IDS) == set()
    if not named_in(text, IDS):
        assert cleaned == text


def test_a_line_that_is_no_document_goes_wholly() -> None:
    assert (without("ann;3", IDS), without("bob;3", IDS)) == (None, "bob;3")
