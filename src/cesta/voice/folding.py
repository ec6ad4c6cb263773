"""Letters as people type them in a hurry: small, without diacritics, Russian in Latin letters back in its own."""

from __future__ import annotations

import unicodedata
from functools import cache

_KEPT = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "’": "'",
    "ʼ": "'",
    "„": '"',
    "”": '"',
}
_HIGHEST = 0x600
"""Above Latin, Greek and Cyrillic nothing is folded."""
_SOUNDS = (
    "shch:щ sch:щ zh:ж kh:х ts:ц ch:ч sh:ш yu:ю ju:ю ya:я ja:я yo:е ye:е ie:ие ':ь a:а b:б v:в w:в g:г d:д e:е z:з i:и "
    "j:й k:к l:л m:м n:н o:о p:п r:р s:с t:т u:у f:ф h:х c:ц y:ы x:х q:к"
)
SOUNDS = tuple((latin, cyrillic) for latin, _, cyrillic in (pair.partition(":") for pair in _SOUNDS.split()))
"""Latin letters and the Russian ones they stand for, longer runs first."""


@cache
def _table() -> dict[int, str]:
    """What each letter becomes: the one under its marks."""
    table = dict.fromkeys(range(0x300, 0x370), "")
    for code in range(0xC0, _HIGHEST):
        char = chr(code)
        bare = "".join(part for part in unicodedata.normalize("NFD", char) if not unicodedata.combining(part))
        if bare != char:
            table[code] = bare
    return table | {ord(char): folded for char, folded in _KEPT.items()}


def folded(text: str) -> str:
    """Small letters without marks, so that `Zażółć`, `zazolc` and `ZAŻÓŁĆ` are the same.

    >>> folded("Zażółć Příliš ЁЛКА")
    'zazolc prilis елка'
    """
    return text.lower().translate(_table())


def in_cyrillic(text: str) -> str:
    """Russian typed in Latin letters, as it would stand in its own; roughly, as everybody types it differently.

    >>> in_cyrillic("ochen horosho, spasibo")
    'очен хорошо, спасибо'
    """
    text = text.lower()
    for latin, cyrillic in SOUNDS:
        text = text.replace(latin, cyrillic)
    return text
