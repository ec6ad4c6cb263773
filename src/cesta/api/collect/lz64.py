"""Texts that old pages compressed with LZString before they sent them as base64."""

from __future__ import annotations

from collections.abc import Iterator

from cesta.api.collect.body import too_large
from cesta.model.errors import CestaError

ALPHABET = {
    letter: place for place, letter in enumerate(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")
}
SHORT, LONG, END = 0, 1, 2
"""Codes that announce a new character of 8 bits, one of 16 bits, and the end."""


def decompressed(body: bytes, most: int) -> bytes:
    """The text in UTF-8. Raises bad_encoding, too_large.

    >>> decompressed(b"BYUwNmD2Q===", 100)
    b'hello'
    """
    out: list[str] = []
    room = most
    try:
        for part in _parts(_Bits(body)):
            out.append(part)
            room -= len(part)
            if room < 0:
                raise too_large(most)
    except (KeyError, IndexError) as error:
        raise CestaError("bad_encoding", "The body cannot be unpacked: it is no LZString.", None) from error
    # Characters beyond the first 65,536 come as two halves.
    return "".join(out).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()


class _Bits:
    """The bits of a base64 text in order; numbers are written with their lowest bit first."""

    def __init__(self, text: bytes) -> None:
        self._bits = (
            ALPHABET[letter] >> place & 1 for letter in text.replace(b" ", b"+") for place in range(5, -1, -1)
        )

    def number(self, width: int) -> int:
        found = 0
        for place in range(width):
            bit = next(self._bits, None)
            if bit is None:
                raise IndexError
            found |= bit << place
        return found


def _parts(bits: _Bits) -> Iterator[str]:
    """The parts of the text: each is new, was there before, or is the one before and its own first letter."""
    kind = bits.number(2)
    if kind == END:
        return
    known: dict[int, str] = {}
    before = known[3] = chr(bits.number(16 if kind == LONG else 8))
    yield before
    # How many codes there are, how many bits one takes, and how many more until one takes another bit.
    size, width, left = 4, 3, 4
    while (code := bits.number(width)) != END:
        if code in (SHORT, LONG):
            known[size] = chr(bits.number(16 if code == LONG else 8))
            code, size, left = size, size + 1, left - 1
            if left == 0:
                left, width = 1 << width, width + 1
        part = before + before[0] if code == size else known[code]
        yield part
        known[size] = before + part[0]
        size, left, before = size + 1, left - 1, part
        if left == 0:
            left, width = 1 << width, width + 1
