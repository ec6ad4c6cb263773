"""A longer text in its sentences, each long enough to mean something alone."""

from __future__ import annotations

import re

SHORT, LONG = 12, 300
_END = re.compile(
    r"(?<=[.!?…])[\"'”»)]*\s+(?=\S)|\s*[•●▪]\s*"
    r"|(?<=\S)\s+(?=(?:Plusy|Minusy|Klady|Zápory|Pros|Cons|Плюсы|Минусы)\b)"
)
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:np|m\.in|tzn|tj|ul|dr|prof|mgr|inż|ok|wg|itd|itp|např|atd|apod|mj|resp|č|ing|т\.е|т\.к|т\.д|г|ул|руб"
    r"|mr|mrs|ms|st|vs|e\.g|i\.e|z\.B|bzw|Sr|Sra|\d{1,3}|[^\W\d_])\.$",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    """The sentences of a cleaned text; very short ones stay with the one before.

    >>> sentences("Hotel ok. Śniadania np. o 7. Obsługa fatalna! Nigdy więcej, omijajcie to miejsce.")
    ['Hotel ok. Śniadania np. o 7. Obsługa fatalna!', 'Nigdy więcej, omijajcie to miejsce.']
    """
    found: list[str] = []
    for part in filter(None, _END.split(text)):
        if found and (len(found[-1]) < SHORT or len(part) < SHORT or _ABBREVIATED.search(found[-1])):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return [piece for part in found for piece in _cut(part)]


def _cut(part: str) -> list[str]:
    """Somebody who uses no full stops still says one thing after the other."""
    pieces = []
    while len(part) > LONG:
        at = max(part.rfind(mark, SHORT, LONG) for mark in (", ", "; ", " - ", " – "))
        at = at if at > 0 else part.rfind(" ", SHORT, LONG)
        at = at if at > 0 else LONG
        pieces.append(part[:at].strip())
        part = part[at:].lstrip(" ,;-–")
    return [*pieces, part] if part else pieces
