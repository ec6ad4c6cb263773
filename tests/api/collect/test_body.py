"""Bodies come back as they were packed, and what would grow without bound is refused."""

from __future__ import annotations

import asyncio
import gzip
import json
import zlib
from collections.abc import Awaitable, Callable
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from litestar.types import Receive

from cesta.api.collect.body import json_of, read_body, unpacked
from cesta.model.errors import CestaError

ROOM = 10_000


def bare(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "": bytes,
    "identity": bytes,
    "deflate, gzip": lambda body: gzip.compress(zlib.compress(body)),
}


def told(read: Callable[[], object]) -> str:
    """The code of the error; empty when it went well."""
    try:
        assert read() is not False
    except CestaError as error:
        return error.code
    return ""


@pytest.mark.parametrize("encoding", PACKERS)
@given(body=st.binary(max_size=300).filter(lambda body: body[:2] != b"\x1f\x8b"))
def test_what_was_packed_is_unpacked(encoding: str, body: bytes) -> None:
    assert unpacked(PACKERS[encoding](body), encoding, ROOM) == body


@given(st.text(max_size=300))
def test_deflate_without_a_head_is_unpacked(said: str) -> None:
    body = json.dumps({"said": said}).encode()
    assert unpacked(bare(body), "deflate", ROOM) == body


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_gzip_is_known_by_its_first_bytes_and_may_have_parts(one: bytes, two: bytes) -> None:
    assert unpacked(gzip.compress(one) + gzip.compress(two), "", ROOM) == one + two


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", "gzip, gzip", "", "gzip,deflate"]))
def test_anything_is_unpacked_or_refused(body: bytes, encoding: str) -> None:
    assert told(lambda: len(unpacked(body, encoding, ROOM)) <= ROOM) in ("", "bad_encoding", "too_large")


def test_a_bomb_does_not_go_off() -> None:
    bomb = gzip.compress(gzip.compress(b"0" * 50_000_000))
    with pytest.raises(CestaError, match="too_large"):
        unpacked(bomb, "gzip, gzip", ROOM)


def test_half_a_gzip_is_refused() -> None:
    with pytest.raises(CestaError, match="bad_encoding"):
        unpacked(gzip.compress(b"x" * 1000)[:-9], "gzip", ROOM)


def receiving(*parts: bytes) -> Receive:
    messages = [{"type": "http.request", "body": part, "more_body": True} for part in parts]
    messages.append({"type": "http.disconnect"} if parts and parts[-1] == b"" else {"type": "http.request"})

    async def receive() -> dict[str, Any]:
        return messages.pop(0)

    return cast("Callable[[], Awaitable[Any]]", receive)


def test_a_body_comes_in_parts() -> None:
    assert asyncio.run(read_body(receiving(b"ab", b"c"), None, 3)) == b"abc"


@pytest.mark.parametrize(("said", "parts", "code"), [("4", (), "too_large"), (None, (b"ab", b"cd"), "too_large"),
                                                     (None, (b"a", b""), "client_left")])  # fmt: skip
def test_a_body_without_end_is_refused(said: str | None, parts: tuple[bytes, ...], code: str) -> None:
    with pytest.raises(CestaError, match=code):
        asyncio.run(read_body(receiving(*parts), said, 3))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_json_is_read_as_it_was_written(document: object) -> None:
    assert json_of(json.dumps(document).encode()) == document


@given(st.binary(max_size=100))
def test_any_body_is_json_or_refused(body: bytes) -> None:
    assert told(lambda: json_of(body)) in ("", "bad_json", "empty_body")


def test_python_writes_json_that_others_do_not_read() -> None:
    assert repr(json_of(b'[NaN, Infinity, 1e999, "\\ud800"]')) == r"[nan, inf, inf, '\ud800']"


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"a":' * 100_000])
def test_brackets_without_end_are_refused(body: bytes) -> None:
    with pytest.raises(CestaError, match="bad_json"):
        json_of(body)
