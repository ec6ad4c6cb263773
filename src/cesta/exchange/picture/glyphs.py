"""Small signs: the channels, the star of a moment of truth, the dial of a fix. 16 pixels, one stroke."""

from __future__ import annotations

import math
from functools import cache

from cesta.exchange.picture.shapes import FLOW, GROUND, INK, Circle, Command, Path, Shape, moved

CIRCLE = 0.5523
SIGNS: dict[str, tuple[str, ...]] = {
    "web": ("O8,8,5.75", "M2.25,8 L13.75,8", "M8,2.25 C10.6,5 10.6,11 8,13.75", "M8,2.25 C5.4,5 5.4,11 8,13.75"),
    "app": ("M4.5,1.75 L11.5,1.75 L11.5,14.25 L4.5,14.25 Z", "M7.2,11.9 L8.8,11.9"),
    "store": (
        "M3.6,7 L3.6,13.4 L12.4,13.4 L12.4,7",
        "M2.5,6.4 L3.6,2.6 L12.4,2.6 L13.5,6.4 L2.5,6.4", "M6.6,13.4 L6.6,10 L9.4,10 L9.4,13.4",
    ),
    "email": ("M2,3.5 L14,3.5 L14,12.5 L2,12.5 Z", "M2.4,4.4 L8,8.7 L13.6,4.4"),
    "chat": ("M2.25,2.6 L13.75,2.6 L13.75,10.8 L7.2,10.8 L4.4,13.4 L4.4,10.8 L2.25,10.8 Z",),
    "phone": (
        "M5.1,2.3 L3.2,3 C1,5 8,14.6 12.2,13.6 L13.7,11 L10.7,9.3 L9.3,10.6 C7.6,9.8 6.3,8.5 5.5,6.8 L6.8,5.5 Z",
    ),
    "social": ("O4.2,8,2", "O11.6,3.9,2", "O11.6,12.1,2", "M6,7 L9.8,4.9", "M6,9 L9.8,11.1"),
    "ad": ("M2.5,6.4 L4.5,6.4 L10.5,3.5 L10.5,12.5 L4.5,9.6 L2.5,9.6 Z", "M5.2,9.8 L6.1,13.5"),
    "search": ("O7,7,4.25", "M10.2,10.2 L13.5,13.5"),
    "other": ("O8,8,5.75", "M8,5 L8,11", "M5,8 L11,8"),
}  # fmt: skip
ALSO = {
    "sms": "app",
    "push": "app",
    "letter": "email",
    "mail": "email",
    "print": "email",
    "ads": "ad",
    "call": "phone",
    "mobile": "app",
}
STAR = tuple((8 - math.sin(i * math.pi / 5) * r, 8 - math.cos(i * math.pi / 5) * r) for i, r in enumerate((6, 2.5) * 5))


@cache
def _sign(channel: str) -> tuple[Shape, ...]:
    drawn = SIGNS.get(ALSO.get(channel, channel), SIGNS["other"])
    return tuple(_read(part) for part in drawn)


def _read(part: str) -> Shape:
    if part[0] == "O":
        x, y, r = (float(number) for number in part[1:].split(","))
        return Circle(x, y, r, None, INK, 1.25)
    commands: list[Command] = []
    for word in part.split():
        if word[0] in "MLCZ":
            commands.append((word[0], ()))
        numbers = tuple(float(number) for number in word.lstrip("MLCZ").split(",") if number)
        name, before = commands[-1]
        commands[-1] = (name, (*before, *numbers))
    return Path(tuple(commands), None, INK, 1.25)


def sign(channel: str, x: float, y: float) -> list[Shape]:
    """The sign of a channel with its middle here."""
    return [moved(shape, x - 8, y - 8) for shape in _sign(channel)]


def star(x: float, y: float) -> list[Shape]:
    points = [(px + x - 8, py + y - 8) for px, py in STAR]
    commands = (("M", points[0]), *(("L", point) for point in points[1:]), ("Z", ()))
    return [Circle(x, y, 7.5, GROUND), Path(commands, GROUND, INK, 1.2)]


def dial(x: float, y: float, part: float) -> list[Shape]:
    """A small clock face, as full as a fix has come."""
    ring = Circle(x, y, 5, None, FLOW, 1.4)
    if part <= 0:
        return [ring]
    if part >= 1:
        return [Circle(x, y, 5, FLOW, FLOW, 1.4)]
    steps = max(2, round(part * 24))
    arc = [
        (x + 5 * math.sin(2 * math.pi * part * i / steps), y - 5 * math.cos(2 * math.pi * part * i / steps))
        for i in range(steps + 1)
    ]
    return [ring, Path((("M", (x, y)), *(("L", point) for point in arc), ("Z", ())), FLOW)]
