"""JSON inside something else, as pages send it that must not ask before they send: a form's field, base64, LZString."""

from __future__ import annotations

import base64
import binascii
import json
from urllib.parse import parse_qs

from cesta.api.collect.body import EITHER, GZIP, UNPACKED, inflated
from cesta.api.collect.lz64 import decompressed
from cesta.api.collect.route import Request, Texted, texted
from cesta.model.errors import CestaError

JSON_BEGINS = (b"{", b"[")
LZ = ("lz64", "lz-string")
MOST = 25_000 * 1024
"""Bytes of a recording's body."""


def folded_json(request: Request) -> Texted:
    """What the JSON says in a body, in its form's field `data`, or in the address. Raises bad_json, empty_body …"""
    text = request.body.strip()
    how = request.query.get("compression", "")
    if not text:
        text = request.query.get("data", "").encode()
    elif not text.startswith(JSON_BEGINS) and b"data=" in text:
        form = parse_qs(text.decode("utf-8", "replace"), keep_blank_values=True)
        text = form.get("data", [""])[0].strip().encode()
        how = form.get("compression", [how])[0]
    return texted(_lines(unfolded(text, how)))


def unfolded(text: bytes, how: str) -> bytes:
    """The JSON text behind its compression; what is no JSON yet is read as base64. Raises bad_encoding, too_large.

    >>> unfolded(b"eyJhIjogMX0=", ""), unfolded(b'{"a": 1}', "gzip-js")
    (b'{"a": 1}', b'{"a": 1}')
    """
    if text.startswith(JSON_BEGINS) or not text:
        return text
    if how in LZ:
        return decompressed(text, MOST * UNPACKED)
    text = text.replace(b" ", b"+").replace(b"-", b"+").replace(b"_", b"/").rstrip(b"=")
    try:
        plain = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError) as error:
        raise CestaError("bad_json", "The body is neither JSON nor base64.", None) from error
    return inflated(plain, EITHER, MOST * UNPACKED) if plain.startswith(GZIP) else plain.strip()


def _lines(text: bytes) -> bytes:
    """Objects one a line, as imports send them, become a list."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 2 or not all(line.startswith(b"{") and line.endswith(b"}") for line in lines):
        return text
    try:
        json.loads(lines[0])
    except (ValueError, RecursionError):
        return text
    return b"[" + b",".join(lines) + b"]"
