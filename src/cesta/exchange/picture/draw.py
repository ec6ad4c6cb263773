"""The whole map as shapes: header, stages, river, stops, mood, rows, legend; as it is drawn on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from cesta.exchange.picture import header, mood, rows, stops
from cesta.exchange.picture.frame import MOOD_HEIGHT, RAIL, SIDE, Frame, frame_of
from cesta.exchange.picture.lanes import lanes_of
from cesta.exchange.picture.river import Bed, River, river
from cesta.exchange.picture.shapes import HAIR, RIVER, Picture, Shape, line, moved
from cesta.exchange.sheet import Sheet
from cesta.exchange.summary import sentences


def picture_of(sheet: Sheet) -> Picture:
    """The map as a picture, as wide as it needs and as high as it becomes."""
    frame = frame_of(sheet)
    shapes = [*header.header(sheet, frame), *header.heads(sheet, frame), *_canvas(sheet, frame)]
    under, y = rows.rows(lanes_of(sheet), frame)
    shapes += under
    shapes += header.legend(sheet, y + 24)
    shapes += header.footer(sheet, frame, y + 52)
    title = sheet.view.title
    return Picture(frame.width, y + 68, tuple(shapes), title, " ".join(sentences(sheet)), sheet.language)


def _canvas(sheet: Sheet, frame: Frame) -> Iterator[Shape]:
    for left, _ in frame.cols[1:]:
        yield line(left - 9, 112, left - 9, frame.bottom, HAIR)
    water = _water(sheet, frame)
    if water is not None:
        yield from (moved(shape, RAIL, 0) for shape in water.shapes)
    yield from stops.stops(sheet, frame, water)
    if frame.mood is not None:
        moods = [stop.emotion for stop in sheet.stops]
        yield from mood.scale(RAIL, frame.mood, MOOD_HEIGHT, frame.width - RAIL - SIDE, sheet.language)
        yield from mood.mood_shapes(moods, frame.xs, frame.mood, MOOD_HEIGHT, sheet.language)


def _water(sheet: Sheet, frame: Frame) -> River | None:
    """Those with the goal who go no further leave after the last stop of their stage; in the last stage they stay."""
    if not frame.start:
        return None
    done = []
    for place, stage in enumerate(sheet.view.stages):
        last = len(stage.touchpoints) - 1
        arrives = stage.won.value or 0 if place < len(sheet.view.stages) - 1 else 0
        done += [arrives if number == last else 0 for number in range(len(stage.touchpoints))]
    bed = Bed([x - RAIL for x in frame.xs], frame.width - RAIL - SIDE, frame.bank, frame.k, frame.pitch)
    lost = [stop.lost.value or 0 for stop in sheet.stops]
    still = [stop.open.value or 0 for stop in sheet.stops]
    loud = sheet.view.insight.touchpoint if sheet.view.insight else None
    place = next((number for number, stop in enumerate(sheet.stops) if stop.id == loud), -1)
    return river(bed, frame.start, lost, still, done, place)


__all__ = ["RIVER", "picture_of"]
