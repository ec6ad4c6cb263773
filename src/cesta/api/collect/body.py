"""Bodies as clients send them: read up to a limit, unpacked up to another, and decoded from JSON as it really comes."""

from __future__ import annotations

import json
import zlib

import msgspec
from litestar.types import Receive

from cesta.model.errors import CestaError

MOST = 4_000 * 1024
"""Bytes of a body on the wire, where a route names no limit of its own."""
UNPACKED = 5
"""A body may be this many times its limit once it is unpacked."""
GZIP = b"\x1f\x8b"
EITHER = 32 + zlib.MAX_WBITS
"""Tells zlib to find out itself whether it is gzip or zlib."""


async def read_body(receive: Receive, said: str | None, most: int) -> bytes:
    """The body as it came. `said`: its length in the request's headers. Raises too_large, client_left."""
    if said is not None and said.isdecimal() and int(said) > most:
        raise too_large(most)
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise CestaError("client_left", "The request ended before its body did.", None)
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > most:
            raise too_large(most)
        if not message.get("more_body", False):
            return parts[0] if len(parts) == 1 else b"".join(parts)


def too_large(most: int) -> CestaError:
    return CestaError("too_large", f"The body is larger than {most} bytes.", "Send it in smaller parts.")


def unpacked(body: bytes, encoding: str, most: int) -> bytes:
    """The body as it was before the client packed it. Raises bad_encoding, too_large.

    gzip is recognised by its first bytes, since some clients do not say it.

    >>> unpacked(zlib.compress(b"{}"), "deflate", 100), unpacked(b"{}", "", 100)
    (b'{}', b'{}')
    """
    for name in reversed([part.strip().lower() for part in encoding.split(",")]):
        if name in ("gzip", "x-gzip"):
            body = inflated(body, EITHER, most)
        elif name == "deflate":
            # Some send deflate without the head of zlib that the standard asks for.
            bare = body[:1] and (body[0] & 0x0F != 8 or int.from_bytes(body[:2], "big") % 31)
            body = inflated(body, -zlib.MAX_WBITS if bare else EITHER, most)
        elif name not in ("", "identity"):
            raise CestaError(
                "bad_encoding",
                f'The body is packed as "{name}".',
                "It may be packed as gzip or deflate, or not at all.",
            )
    return inflated(body, EITHER, most) if body[:2] == GZIP else body


def inflated(body: bytes, kind: int, most: int) -> bytes:
    """What zlib makes of it, all parts of a gzip after each other. Raises bad_encoding, too_large."""
    out: list[bytes] = []
    room = most
    while body:
        stream = zlib.decompressobj(kind)
        try:
            out.append(stream.decompress(body, room + 1))
        except zlib.error as error:
            raise CestaError("bad_encoding", f"The body cannot be unpacked: {error}.", None) from error
        room -= len(out[-1])
        if room < 0:
            raise too_large(most)
        if not stream.eof:
            raise CestaError("bad_encoding", "The packed body ends too early.", None)
        body = stream.unused_data if stream.unused_data[:2] == GZIP else b""
    return b"".join(out)


def json_of(body: bytes) -> object:
    """What JSON says; also JSON as Python writes it, with NaN, and with half characters. Raises bad_json, empty_body.

    >>> json_of(b'{"price": 5, "weight": NaN}')
    {'price': 5, 'weight': nan}
    """
    if not body.strip():
        raise CestaError("empty_body", "The body is empty.", "It must be JSON.")
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return loose_json(body)
    except RecursionError as error:
        raise too_deep() from error


def loose_json(body: bytes) -> object:
    """JSON that a strict reader refuses; what is no UTF-8 is replaced. Raises bad_json."""
    try:
        return json.loads(body.decode("utf-8-sig", "replace"))
    except ValueError as error:
        raise CestaError("bad_json", f"The body is not JSON: {error}.", None) from error
    except RecursionError as error:
        raise too_deep() from error


def too_deep() -> CestaError:
    return CestaError("bad_json", "The body is nested too deeply.", "Is a bracket never closed?")
