"""The mood line: straight from stop to stop, broken where nothing is known, dotted where it is only assumed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cesta.exchange.picture.shapes import (
    BAND,
    GROUND,
    INK,
    INK2,
    INK3,
    NEG,
    NEU,
    POS,
    Circle,
    Path,
    Shape,
    Text,
    line,
    polygon,
)
from cesta.exchange.wording import count, signed, tell
from cesta.maps.view import Emotion

NEAR = 0.15
"""A mood so close to nothing is neither good nor bad."""


def tone(value: float) -> str:
    return POS if value > NEAR else NEG if value < -NEAR else NEU


def level(value: float, top: float, height: float) -> float:
    """Where a mood of −2 … +2 stands."""
    return top + height / 2 - value * height / 4


def faces(moods: Sequence[Emotion]) -> set[int]:
    """The stops that wear a face: the deepest valley, the highest peak, and the end."""
    known = [(mood.value, place) for place, mood in enumerate(moods) if mood.value is not None]
    if not known:
        return set()
    low, high = min(known, key=lambda each: each[0]), max(known, key=lambda each: each[0])
    return {low[1], high[1], known[-1][1]}


def mood_shapes(moods: Sequence[Emotion], xs: Sequence[float], top: float, height: float, language: str) -> list[Shape]:
    """Bands of uncertainty, the line, a dot for every stop, faces with their numbers."""
    bands: list[Shape] = []
    lines: list[Shape] = []
    for place, (one, two) in enumerate(pairwise(moods)):
        if one.value is None or two.value is None:
            continue
        a, b = xs[place], xs[place + 1]
        assumed = "assumed" in (one.evidence, two.evidence)
        if not assumed and None not in (one.low, one.high, two.low, two.high):
            edge = ((a, one.high), (b, two.high), (b, two.low), (a, one.low))
            bands.append(polygon([(x, level(y or 0, top, height)) for x, y in edge], BAND))
        ends = level(one.value, top, height), level(two.value, top, height)
        pen = (INK3, 1.25, (2, 4)) if assumed else (INK2, 2, ())
        lines.append(line(a, ends[0], b, ends[1], *pen))
    worn = faces(moods)
    marks = [
        shape
        for place, mood in enumerate(moods)
        if mood.value is not None
        for shape in _mark(mood, xs[place], level(mood.value, top, height), place in worn, language)
    ]
    return [*bands, *lines, *marks]


def _mark(mood: Emotion, x: float, y: float, face: bool, language: str) -> list[Shape]:
    value, guess = mood.value or 0, mood.evidence == "assumed"
    colour, dash = tone(value), (2.5, 2.5) if guess else ()
    if not face:
        return [Circle(x, y, 4, GROUND if guess else colour, colour, 1.5, ())]
    bend = max(-1.0, min(1.0, value / 1.5)) * 4.5
    corner, lip = y + 3 - bend * 0.25, y + 3 + bend * 0.6
    mouth = (("M", (x - 3.8, corner)), ("C", (x - 1.5, lip, x + 1.5, lip, x + 3.8, corner)))
    known = signed(value, language) + ("  ?" if guess else f"  n = {count(mood.n, language)}")
    above = -16 if value >= 0 else 24
    return [
        Circle(x, y, 9, GROUND, colour, 1.75, dash),
        Circle(x - 3, y - 2, 1.2, colour),
        Circle(x + 3, y - 2, 1.2, colour),
        Path(mouth, None, colour, 1.5),
        Text(x, y + above, known, 12, 600, INK2 if guess else INK, "middle"),
    ]


def scale(x: float, top: float, height: float, width: float, language: str) -> list[Shape]:
    """The line of neither good nor bad, and the ends of the scale, left of it."""
    marks = [
        Text(x - 12, level(value, top, height) + 4, said, 11.5, 400, colour, "end")
        for value, said, colour in ((2, "+2", POS), (0, "0", INK3), (-2, "−2", NEG))
    ]
    return [
        line(x, level(0, top, height), x + width, level(0, top, height), "#e4e1da"),
        *marks,
        Text(20, level(0, top, height) + 4, tell("lane.emotion", language), 13, 400, INK2),
    ]
