"""What a picture is made of: paths, circles and lines of text, in pixels from the upper left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

Command = tuple[str, tuple[float, ...]]
Weight = Literal[400, 600]
Anchor = Literal["start", "middle", "end"]

GROUND, INK, INK2, INK3 = "#ffffff", "#1f2933", "#52606d", "#69727c"
HAIR, HAIR2, BAND = "#e4e1da", "#cfcac0", "#dde3e6"
FLOW, RIVER, FLOWTEXT = "#486581", "#c3cfd9", "#3b556e"
LOSS, LOSSINK, LOSSTINT = "#b3441e", "#9c3a18", "#e7bfaf"
NEG, NEU, POS = "#b3441e", "#8a8377", "#1e6e8c"


@dataclass(frozen=True, slots=True)
class Fade:
    """A fill that changes from one edge to the other; each stop is a place from 0 to 1, a colour and how solid."""

    stops: tuple[tuple[float, str, float], ...]
    ends: tuple[float, float]
    across: bool = False

    @property
    def plain(self) -> str:
        """The colour that stands for it where nothing fades."""
        return self.stops[len(self.stops) // 2][1]


@dataclass(frozen=True, slots=True)
class Path:
    """commands: M, L, C and Z with absolute coordinates. said: what it shows, for whoever cannot see it."""

    commands: tuple[Command, ...]
    fill: str | Fade | None = None
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Circle:
    x: float
    y: float
    r: float
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text; y is its baseline. lang: of the words, where it is not the picture's own."""

    x: float
    y: float
    text: str
    size: float = 13
    weight: Weight = 400
    colour: str = INK
    anchor: Anchor = "start"


Shape = Path | Circle | Text


@dataclass(frozen=True, slots=True)
class Picture:
    """title, described: what a screen reader says of it."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    title: str
    described: str
    language: str


def moved(shape: Shape, dx: float, dy: float) -> Shape:
    """The same shape elsewhere."""
    if isinstance(shape, Path):
        shifted = tuple((name, _shift(values, dx, dy)) for name, values in shape.commands)
        fill = shape.fill
        if isinstance(fill, Fade):
            by = dx if fill.across else dy
            fill = replace(fill, ends=(fill.ends[0] + by, fill.ends[1] + by))
        return replace(shape, commands=shifted, fill=fill)
    return replace(shape, x=shape.x + dx, y=shape.y + dy)


def _shift(values: Sequence[float], dx: float, dy: float) -> tuple[float, ...]:
    return tuple(value + (dy if place % 2 else dx) for place, value in enumerate(values))


def line(
    x1: float, y1: float, x2: float, y2: float, stroke: str, width: float = 1, dash: tuple[float, ...] = ()
) -> Path:
    return Path((("M", (x1, y1)), ("L", (x2, y2))), None, stroke, width, dash)


def box(x: float, y: float, w: float, h: float, fill: str | Fade) -> Path:
    return Path((("M", (x, y)), ("L", (x + w, y)), ("L", (x + w, y + h)), ("L", (x, y + h)), ("Z", ())), fill)


def polygon(points: Sequence[tuple[float, float]], fill: str | Fade) -> Path:
    first, *rest = points
    return Path((("M", first), *(("L", point) for point in rest), ("Z", ())), fill)
