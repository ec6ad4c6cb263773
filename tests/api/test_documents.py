"""A JSON object is read; everything else is bad_json, told in our words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.api.documents import json_object
from cesta.model.errors import CestaError

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_objects_come_back_and_nothing_else_does(value: object) -> None:
    if isinstance(value, dict):
        assert json_object(json.dumps(value)) == value
    else:
        with pytest.raises(CestaError, match="bad_json"):
            json_object(json.dumps(value))


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b'{"a": NaN}', b"{} {}"])
def test_what_is_not_json_is_told(body: bytes) -> None:
    with pytest.raises(CestaError, match="bad_json"):
        json_object(body)
