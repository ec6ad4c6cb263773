"""The stops on the bank: name, reach, a ring with the sign of the channel, its pier, and the arcs of who turns back."""

from __future__ import annotations

from collections.abc import Iterator

from cesta.exchange.picture.frame import NAME, NAME_LINE, RAIL, SIDE, Frame, ends_of
from cesta.exchange.picture.glyphs import sign, star
from cesta.exchange.picture.lettering import width
from cesta.exchange.picture.river import River
from cesta.exchange.picture.shapes import (
    FLOW,
    FLOWTEXT,
    GROUND,
    INK,
    INK2,
    INK3,
    LOSS,
    LOSSINK,
    Circle,
    Path,
    Shape,
    Text,
    box,
    line,
)
from cesta.exchange.sheet import Sheet
from cesta.exchange.wording import count, shown, tell
from cesta.maps.view import TouchpointView

RING = 14


def stops(sheet: Sheet, frame: Frame, water: River | None) -> Iterator[Shape]:
    """Everything on the bank and what its numbers say."""
    dash = () if frame.k else (6.0, 5.0)
    yield line(RAIL, frame.bank, frame.width - SIDE, frame.bank, FLOW, 2, dash)
    yield Text(20, frame.head + 4, tell("lane.journey", sheet.language), 13, 400, INK2)
    yield from _arcs(sheet, frame)
    loud = sheet.view.insight.touchpoint if sheet.view.insight else None
    for place, stop in enumerate(sheet.stops):
        yield from _stop(stop, frame, place, stop.id == loud, sheet)
    for place, stream in enumerate(water.streams if water else ()):
        said = count(sheet.stops[stream.stop].lost.value or 0, sheet.language)
        word = f" {tell('leaving', sheet.language)}" if place == 0 else ""
        yield Text(RAIL + stream.x, stream.mouth + 10, said + word, 12, 600, LOSSINK, "middle")


def _stop(stop: TouchpointView, frame: Frame, place: int, loud: bool, sheet: Sheet) -> Iterator[Shape]:
    x, colour = frame.xs[place], LOSS if loud else FLOW
    few = sheet.numbers and stop.reach.too_few
    dash = (3.0, 3.0) if stop.reach.evidence == "inferred" or few or not frame.k else ()
    if frame.k:
        depth = max((stop.reach.value or 0) * frame.k, 2.5)
        yield line(x, frame.bank, x, frame.bank + depth, colour, 3)
        if depth > 6:
            yield Circle(x, frame.bank + depth, 3.25, colour)
    lines = frame.names[place]
    over = 22 if sheet.numbers else 8
    for number, words in enumerate(lines):
        y = frame.head - RING - over - (len(lines) - 1 - number) * NAME_LINE
        yield Text(x, y, words, NAME, 400, INK, "middle")
    if sheet.numbers:
        yield Text(x, frame.head - RING - 6, shown(stop.reach, sheet.language), 12, 400, INK2, "middle")
    yield Circle(x, frame.head, RING, GROUND, INK3 if few else colour, 2.25 if loud else 1.75, dash)
    yield from sign(stop.channel, x, frame.head)
    if stop.moment_of_truth:
        yield from star(x + 12, frame.head - 12)


def _arcs(sheet: Sheet, frame: Frame) -> Iterator[Shape]:
    most = max(frame.tracks, default=0)
    top = 112.0 + 62 + 12
    for back, track in zip(frame.returns, frame.tracks, strict=True):
        leaves, comes = ends_of(sheet.view, back)
        xa, xb, y = frame.xs[leaves] + track * 6, frame.xs[comes] + track * 6, top + (most - track) * 16
        down_a, down_b = (_top(frame, place) for place in (leaves, comes))
        arc = (("M", (xa, down_a)), ("L", (xa, y + 9)), ("C", (xa, y + 4, xa - 4, y, xa - 9, y)), ("L", (xb + 9, y)),
               ("C", (xb + 4, y, xb, y + 4, xb, y + 9)), ("L", (xb, down_b)))  # fmt: skip
        yield Path(arc, None, FLOW, 1.75, (1.5, 4))
        yield Path((("M", (xb - 3.5, down_b - 5)), ("L", (xb, down_b)), ("L", (xb + 3.5, down_b - 5))), None, FLOW, 1.6)
        said = tell("back", sheet.language, count(back.journeys.value or 0, sheet.language))
        wide = width(said, 12) + 10
        yield box((xa + xb - wide) / 2, y - 8, wide, 16, GROUND)
        yield Text((xa + xb) / 2, y + 4, said, 12, 400, FLOWTEXT, "middle")


def _top(frame: Frame, place: int) -> float:
    """Just above a stop's name."""
    return frame.head - RING - 22 - len(frame.names[place]) * NAME_LINE
