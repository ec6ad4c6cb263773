"""What stands around the map: whose it is and over which time, its stages, the legend, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from cesta.exchange.picture.frame import RAIL, SIDE, STAGE_TOP, Frame
from cesta.exchange.picture.glyphs import dial, sign, star
from cesta.exchange.picture.lettering import cut, width
from cesta.exchange.picture.shapes import (
    FLOW,
    GROUND,
    HAIR,
    INK,
    INK2,
    INK3,
    LOSSINK,
    POS,
    Circle,
    Shape,
    Text,
    box,
    line,
)
from cesta.exchange.sheet import Sheet
from cesta.exchange.summary import insight_of, period_of, who_of
from cesta.exchange.wording import between, plain, share, shown, tell


def header(sheet: Sheet, frame: Frame) -> Iterator[Shape]:
    """Title, who and when, the one loud thing, and the goal at the right."""
    view, language = sheet.view, sheet.language
    goal = _goal(sheet, frame)
    room = frame.width - 40 - (340 if goal else 0)
    yield Text(20, 42, cut(view.title, room, 27, 600), 27, 600)
    yield Text(20, 66, cut(" · ".join([*who_of(sheet), *period_of(sheet)]), room, 14), 14, 400, INK2)
    loud = insight_of(sheet)
    if loud:
        yield Text(20, 90, cut(loud, room, 14, 600), 14, 600, LOSSINK)
    elif view.scenario:
        yield Text(20, 90, cut(view.scenario, room, 14), 14, 400, INK2)
    yield from goal
    yield line(0, STAGE_TOP, frame.width, STAGE_TOP, HAIR)
    if not view.owner:
        yield Text(20, STAGE_TOP + 26, tell("no_owner", language), 12, 400, LOSSINK)
    else:
        yield Text(20, STAGE_TOP + 26, cut(f"{tell('owner', language)}: {view.owner}", RAIL - 28, 12), 12, 400, INK2)


def _goal(sheet: Sheet, frame: Frame) -> list[Shape]:
    goal, language, x = sheet.view.goal, sheet.language, frame.width - SIDE
    if goal is None:
        return []
    target = f"{tell('target', language)} {share(goal.target, language)}" if goal.target is not None else ""
    if not sheet.numbers:
        said = f"{tell('goal', language)}: {goal.name}"
        return [Text(x, 42, said, 15, 600, INK, "end"), Text(x, 64, target, 13, 400, INK2, "end")]
    known = " · ".join(filter(None, [between(goal.rate, language), target]))
    shapes: list[Shape] = [
        Text(x - 120, 46, shown(goal.rate, language), 26, 600, INK, "end"),
        Text(x - 108, 34, cut(goal.name, 108, 13, 600), 13, 600, INK),
        Text(x, 64, known, 13, 400, INK2, "end"),
    ]
    if goal.rate.value is None or goal.target is None:
        return shapes
    wide, left = 220.0, x - 220.0
    most = max(goal.target, goal.rate.value, goal.rate.high or 0) * 1.15
    at = [left + wide * min(1.0, value / most) for value in (goal.rate.low or 0, goal.rate.high or 0, goal.rate.value)]
    shapes += [line(left, 84, x, 84, HAIR, 2), box(at[0], 80.5, max(at[1] - at[0], 2), 7, "#c3cfd9")]
    aim = left + wide * goal.target / most
    return [*shapes, Circle(at[2], 84, 4.5, FLOW), line(aim, 75, aim, 93, INK, 2)]


def heads(sheet: Sheet, frame: Frame) -> Iterator[Shape]:
    """The stages: name, owner, how many reach it and what share goes on."""
    language = sheet.language
    for stage, (left, wide) in zip(sheet.view.stages, frame.cols, strict=True):
        room, y = wide - 14, STAGE_TOP
        owner = stage.owner or tell("no_owner", language)
        place = min(width(owner, 12), room * 0.4)
        name = stage.name if width(stage.name, 16, 600) <= room - place - 10 else stage.short
        yield Text(left, y + 25, cut(name, room - place - 10, 16, 600), 16, 600)
        yield Text(left + room, y + 25, cut(owner, place + 1, 12), 12, 400, INK2 if stage.owner else LOSSINK, "end")
        if sheet.numbers:
            yield Text(left, y + 43, shown(stage.reached, language), 13, 400, INK2)
            if stage.conversion is not None:
                said = f"{shown(stage.conversion, language)} {tell('go_on', language).lower()}"
                yield Text(left + room, y + 43, said, 13, 400, INK2, "end")
                yield box(left, y + 51, room, 3, HAIR)
                yield box(left, y + 51, max(room * (stage.conversion.value or 0), 0.1), 3, FLOW)
        elif stage.customer_goal:
            yield Text(left, y + 43, cut(stage.customer_goal, room, 13), 13, 400, INK2)
    yield line(0, STAGE_TOP + 60, frame.width, STAGE_TOP + 60, HAIR)


def legend(sheet: Sheet, y: float) -> Iterator[Shape]:
    """The signs that the map uses, each with its word."""
    language, x = sheet.language, 20.0

    def word(text: str) -> Text:
        nonlocal x
        found = Text(x, y, text, 12, 400, INK2)
        x += width(text, 12) + 18
        return found

    for channel in dict.fromkeys(stop.channel for stop in sheet.stops):
        yield from sign(channel, x + 8, y - 4)
        x += 20
        yield word(tell(f"channel.{channel}", language))
    for evidence, dash in (("measured", ()), ("assumed", (2.0, 4.0))):
        x += 8
        yield line(x, y - 4, x + 24, y - 4, INK2 if not dash else INK3, 2 if not dash else 1.25, dash)
        x += 30
        yield word(tell(f"evidence.{evidence}", language) + (" ?" if dash else ""))
    if any(stop.moment_of_truth for stop in sheet.stops):
        yield from star(x + 8, y - 4)
        x += 20
        yield word(tell("moment", language))
    for status, part in (("idea", 0.0), ("planned", 0.25), ("testing", 0.5), ("shipped", 1.0)):
        if any(fix.status == status for stop in sheet.stops for barrier in stop.barriers for fix in barrier.fixes):
            yield from dial(x + 7, y - 4, part)
            x += 18
            yield word(tell(f"status.{status}", language))


def footer(sheet: Sheet, frame: Frame, y: float) -> Iterator[Shape]:
    """When it was made, and from which data."""
    view, language = sheet.view, sheet.language
    parts = [f"{tell('made_with', language)} · {sheet.day}"]
    if sheet.numbers and view.as_of:
        parts.append(f"{tell('snapshot', language)}: {view.as_of} · {view.generation[:12]}")
    elif not sheet.numbers:
        parts.append(tell("no_numbers", language))
    yield Text(20, y, " · ".join(parts), 11, 400, INK3)
    yield Text(frame.width - SIDE, y, f"{view.id}", 11, 400, INK3, "end")


__all__ = ["GROUND", "POS", "footer", "header", "heads", "legend", "plain"]
