"""JSON comes out of forms, base64, gzip and addresses, and what holds none is refused in words."""

from __future__ import annotations

import base64
import contextlib
import gzip
import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.api.collect.folded import folded_json
from cesta.api.collect.route import Request
from cesta.model.errors import CestaError

EVENT = {"event": "zażółć", "distinct_id": "u1", "properties": {"a": 1.5}}
PLAIN = json.dumps(EVENT, ensure_ascii=False).encode()
BASE64 = base64.b64encode(PLAIN)


def asked(body: bytes = b"", **query: str) -> object:
    return folded_json(Request("POST", {}, query, {}, body)).said


@pytest.mark.parametrize(
    "body",
    [
        PLAIN,
        BASE64,
        b"\n" + PLAIN + b"\n",
        b"data=" + quote(PLAIN).encode(),
        b"data=" + quote(PLAIN).encode() + b"&verbose=1&ip=0",
        b"verbose=1&data=" + quote(BASE64).encode(),
        b"data=" + BASE64,
        BASE64.rstrip(b"="),
        base64.b64encode(gzip.compress(PLAIN)),
    ],
)
def test_json_is_found_wherever_it_is(body: bytes) -> None:
    assert asked(body) == EVENT


def test_an_address_may_hold_it() -> None:
    assert asked(data=BASE64.decode()) == EVENT
    assert asked(PLAIN, compression="gzip-js") == EVENT


def test_lines_become_a_list() -> None:
    assert asked(PLAIN + b"\n" + PLAIN) == [EVENT, EVENT]
    assert asked(json.dumps([EVENT], indent=1).encode()) == [EVENT]
    assert asked(json.dumps(EVENT, indent=1).encode()) == EVENT


@pytest.mark.parametrize(
    ("body", "code"), [(b"", "empty_body"), (b"data=", "empty_body"), (b"%%%", "bad_json"), (b"data={", "bad_json")]
)
def test_what_holds_none_is_refused(body: bytes, code: str) -> None:
    with pytest.raises(CestaError) as error:
        asked(body)
    assert error.value.code == code


@given(st.binary(max_size=80), st.sampled_from(["", "base64", "lz64", "gzip-js"]))
def test_nothing_else_than_an_error_in_words_comes_of_bytes(body: bytes, how: str) -> None:
    with contextlib.suppress(CestaError):
        asked(body, compression=how)
