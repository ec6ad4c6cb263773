"""The river: its height is the number of journeys still under way, so that what falls, drifts and stays adds up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cesta.exchange.picture.shapes import LOSS, LOSSTINT, RIVER, Command, Fade, Path, Shape, box, polygon

QUARTER = 0.5523
"""How far the handles of a quarter of an ellipse reach."""
FALL = 38
RADIUS = 7


@dataclass(frozen=True, slots=True)
class Bed:
    """Where the river flows: from x 0 to `width` at bank `y`, `k` pixels a journey, stops `pitch` apart."""

    xs: Sequence[float]
    width: float
    y: float
    k: float
    pitch: float


@dataclass(frozen=True, slots=True)
class Fallen:
    """A stream that leaves the river after a stop: where its number stands."""

    stop: int
    x: float
    mouth: float


@dataclass(frozen=True, slots=True)
class River:
    shapes: tuple[Shape, ...]
    streams: tuple[Fallen, ...]
    left: float


def river(
    bed: Bed, start: float, lost: Sequence[float], still: Sequence[float], done: Sequence[float], loud: int
) -> River:
    """The water. lost, still, done: journeys that end, are under way, or arrive for good after each stop."""
    left, offset = start, max(15.0, bed.pitch * 0.2)
    bottom = [(0.0, bed.y + left * bed.k)]
    under: list[Shape] = []
    streams: list[Fallen] = []
    for stop, x in enumerate(bed.xs):
        at = x + offset
        for n, kind in ((lost[stop], "lost"), (still[stop], "still"), (done[stop], "done")):
            if n <= 0:
                continue
            before, left = left, left - n
            top, low = bed.y + left * bed.k, bed.y + before * bed.k
            bottom += [(at, low), (at, top)]
            if kind == "lost":
                shape, fallen = _stream(stop, at, (top, low), bed, stop == loud)
                under.append(shape)
                streams.append(fallen)
            elif low - top >= 1.5:
                far = min(bed.width - at, bed.pitch * (1.1 if kind == "done" else 2.1))
                under.append(
                    box(at, top, far, low - top, Fade(((0, RIVER, 1), (1, RIVER, 0)), (at, at + far), across=True))
                )
    bottom.append((bed.width, bed.y + left * bed.k))
    water = polygon([(0, bed.y), (bed.width, bed.y), *reversed(bottom)], RIVER)
    return River((*under, water), tuple(streams), left)


def _stream(stop: int, x: float, edge: tuple[float, float], bed: Bed, loud: bool) -> tuple[Path, Fallen]:
    """Bends down from the river's lower edge; as thick as the step, unless that runs into the next stop."""
    low = edge[1]
    thick = max(low - edge[0], 1.5)
    top = low - thick
    wide = min(thick, max(bed.pitch - RADIUS - 18, 12))
    mouth, right = low + RADIUS + FALL, x + RADIUS + wide
    outer = ((right - x) * QUARTER, (low + RADIUS - top) * QUARTER)
    commands: tuple[Command, ...] = (
        ("M", (x, top)),
        ("C", (x + outer[0], top, right, low + RADIUS - outer[1], right, low + RADIUS)),
        ("L", (right, mouth)),
        ("L", (x + RADIUS, mouth)),
        ("L", (x + RADIUS, low + RADIUS)),
        ("C", (x + RADIUS, low + RADIUS * (1 - QUARTER), x + RADIUS * QUARTER, low, x, low)),
        ("Z", ()),
    )  # fmt: skip
    colour = LOSS if loud else LOSSTINT
    fade = Fade(((0, RIVER, 1), (0.4, colour, 1), (0.65, colour, 0.9), (1, colour, 0.15)), (top, mouth))
    return Path(commands, fade), Fallen(stop, x + RADIUS + wide / 2, mouth)
