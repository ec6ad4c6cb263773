"""How wide words are in the map's own typeface, and where they break."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

FAMILY = "Source Sans Pro"
FILES = {400: "SourceSansPro-Regular.ttf", 600: "SourceSansPro-Semibold.ttf"}
MEASURED_AT = 100


@cache
def folder() -> Path:
    """Where the files of the typeface lie."""
    import font_source_sans_pro

    return Path(font_source_sans_pro.font_directory)


def files() -> list[str]:
    return [str(folder() / name) for name in FILES.values()]


@cache
def _face(weight: int) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(str(folder() / FILES[weight]), MEASURED_AT)


@cache
def width(text: str, size: float, weight: int = 400) -> float:
    """Pixels that a line takes.

    >>> width("mm", 10) > width("ii", 10)
    True
    """
    return float(_face(weight).getlength(text)) * size / MEASURED_AT


def wrapped(text: str, room: float, size: float, weight: int = 400, most: int = 99) -> list[str]:
    """The text in lines no wider than the room; what does not fit in `most` lines ends with an ellipsis.

    >>> wrapped("I look around the shop", 60, 13, most=2)
    ['I look', 'around t…']
    """
    lines: list[str] = []
    for piece in text.split("\n"):
        lines += _broken(piece.split(), room, size, weight)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), room, size, weight)]


def _broken(words: Sequence[str], room: float, size: float, weight: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, weight) <= room:
            lines[-1] = joined
        else:
            lines.append(word if width(word, size, weight) <= room else cut(word, room, size, weight))
    return lines


def cut(text: str, room: float, size: float, weight: int = 400) -> str:
    """The text, or as much of it as the room takes, with an ellipsis."""
    if width(text, size, weight) <= room:
        return text
    while text and width(f"{text}…", size, weight) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
