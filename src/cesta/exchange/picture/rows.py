"""The rows under the river as shapes: a cell a stage, three things in each at most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cesta.exchange.picture.frame import SIDE, Frame
from cesta.exchange.picture.glyphs import dial, sign
from cesta.exchange.picture.lanes import Lane, Said
from cesta.exchange.picture.lettering import wrapped
from cesta.exchange.picture.shapes import HAIR, INK, INK2, LOSSINK, Shape, Text, line

SIZE, LINE, GAP = 13.0, 16.0, 6.0
MOST, MOST_LINES = 3, 3


def rows(lanes: Sequence[Lane], frame: Frame) -> tuple[list[Shape], float]:
    """The rows from the bottom of the canvas on, and where they end."""
    shapes: list[Shape] = []
    y = frame.bottom
    for lane in lanes:
        shapes.append(line(0, y, frame.width, y, HAIR))
        name = wrapped(lane.name, 120, SIZE, most=3)
        shapes += [Text(20, y + 22 + n * LINE, words, SIZE, 400, INK2) for n, words in enumerate(name)]
        deepest = y + 22 + len(name) * LINE
        for cell, (left, wide) in zip(lane.cells, frame.cols, strict=True):
            drawn, end = _cell(cell, left, wide - 14, y + 22)
            shapes += drawn
            deepest = max(deepest, end)
        y = deepest + 2
    shapes.append(line(0, y, frame.width, y, HAIR))
    return shapes, y


def _cell(cell: Sequence[Said], left: float, room: float, y: float) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    for said in cell[:MOST]:
        drawn = list(_said(said, left, room, y))
        shapes += drawn
        y += sum(isinstance(shape, Text) for shape in drawn) * LINE + GAP
    if len(cell) > MOST:
        shapes.append(Text(left + 22, y, f"+{len(cell) - MOST}", 12, 400, INK2))
        y += LINE
    return shapes, y


def _said(said: Said, left: float, room: float, y: float) -> Iterator[Shape]:
    marked = said.channel is not None or said.done is not None
    indent = 22 if marked else 0
    if said.done is not None:
        yield from dial(left + 7, y - 4.5, said.done)
    elif said.channel is not None:
        yield from sign(said.channel, left + 8, y - 4.5)
    text = f"{said.text} ?" if said.guess else said.text
    colour = LOSSINK if said.loud else INK2 if said.guess else INK
    weight = 600 if said.loud else 400
    for number, words in enumerate(wrapped(text, room - indent, SIZE, weight, MOST_LINES)):
        yield Text(left + indent, y + number * LINE, words, SIZE, 600 if said.loud else 400, colour)


__all__ = ["SIDE", "rows"]
