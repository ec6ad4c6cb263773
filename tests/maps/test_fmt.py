"""The formatter: the same document, comments kept, and nothing left to tidy the second time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.maps.fmt import fmt
from cesta.model.errors import CestaError
from cesta.store.documents import parse_document

WORDS = st.text("abc ':#-{}[]\"ęž1", min_size=1, max_size=12)
VALUES = st.recursive(
    WORDS | st.integers(-5, 5) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=12,
)


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(WORDS, VALUES, min_size=1, max_size=4))
def test_nothing_changes_but_the_form(data: dict[str, object]) -> None:
    text = json.dumps(data, ensure_ascii=False)
    once = fmt(text)
    assert parse_document(once, Path("x")).data == parse_document(text, Path("x")).data
    assert fmt(once) == once


def test_comments_stay_with_their_lines() -> None:
    text = "# top\na:   1   # one\nstages:\n- id:  x   # first\n  # before name\n  name: 'X'\n\n\n- id: y\n# end\n"
    once = fmt(text)
    for comment in ("# top", "# one", "# first", "# before name", "# end"):
        assert once.count(comment) == 1
    assert once.index("# before name") < once.index("name: X")
    assert fmt(once) == once


def test_a_map_in_good_form_stays(shop_map: str) -> None:
    assert fmt(fmt(shop_map)) == fmt(shop_map)
    assert parse_document(fmt(shop_map), Path("x")).data == parse_document(shop_map, Path("x")).data


def test_documents_with_every_field_are_in_settled_form() -> None:
    folder = Path(__file__).parent.parent / "golden" / "documents"
    texts = [path.read_text() for path in sorted(folder.glob("**/*.yaml"))]
    assert len(texts) == 11
    assert [fmt(text) for text in texts] == texts


def test_what_is_no_yaml_is_refused() -> None:
    with pytest.raises(CestaError) as caught:
        fmt("a: [1")
    assert caught.value.code == "bad_yaml"


def test_what_cannot_be_tidied_is_left_alone() -> None:
    text = """{":'": null}"""
    assert fmt(text) == text
