"""The rows under the river: what they think, what stops them, what we do, and any row of words the map has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cesta.exchange.sheet import Sheet
from cesta.exchange.wording import length, shown, tell
from cesta.maps.phrases import quoted
from cesta.maps.view import StageView, TouchpointView

DRAWN = ("touchpoints", "emotion")
"""Lanes that the river itself shows."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing in a cell. guess: nobody measured or reported it. loud: it belongs to where most is lost.

    done: how far a fix has come, from 0 to 1; None for what is no fix.
    """

    text: str
    channel: str | None = None
    guess: bool = False
    loud: bool = False
    done: float | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """A row: its name, and what each stage says."""

    id: str
    name: str
    cells: tuple[tuple[Said, ...], ...]


DONE = {"idea": 0.0, "planned": 0.25, "testing": 0.5, "shipped": 1.0}


def lanes_of(sheet: Sheet) -> tuple[Lane, ...]:
    """The rows in the document's order; a row about which the map says nothing at all is left out."""
    return tuple(lane for lane in (_lane(sheet, name) for name in sheet.view.lanes) if lane and any(lane.cells))


def _lane(sheet: Sheet, name: str) -> Lane | None:
    view = sheet.view
    if name in DRAWN or name == "owner" or (name == "kpis" and not sheet.numbers):
        return None
    if name in ("thinks", "barriers", "fixes", "kpis"):
        cells = tuple(tuple(_cell(sheet, name, stage)) for stage in view.stages)
        return Lane(name, tell(f"lane.{name}", sheet.language), cells)
    row = next((row for row in view.rows if row.id == name), None)
    if row is None:
        return None
    own = {cell.touchpoint: cell for cell in row.cells}
    channels = {stop.id: stop.channel for stop in sheet.stops if stop.id in own}
    cells = tuple(
        tuple(Said(c.text, channels.get(c.touchpoint or "")) for c in row.cells if c.stage == stage.id)
        for stage in view.stages
    )
    return Lane(name, row.name or tell(f"lane.{name}", sheet.language), cells)


def _cell(sheet: Sheet, name: str, stage: StageView) -> Iterator[Said]:
    if name == "kpis":
        yield from _times(stage, sheet.language)
        return
    loud = sheet.view.insight.touchpoint if sheet.view.insight else None
    for stop in sorted(stage.touchpoints, key=lambda each: (each.id != loud, not each.moment_of_truth)):
        yield from _of_stop(sheet, name, stop, stop.id == loud)


def _of_stop(sheet: Sheet, name: str, stop: TouchpointView, loud: bool) -> Iterator[Said]:
    language = sheet.language
    if name == "thinks" and stop.thinks:
        yield Said(quoted(stop.thinks, language), stop.channel, guess=True)
    for barrier in stop.barriers if name != "thinks" else ():
        if name == "barriers":
            yield Said(barrier.text, stop.channel, barrier.evidence == "assumed", loud)
        for fix in barrier.fixes if name == "fixes" else ():
            status = tell(f"status.{fix.status}", language) if fix.status else ""
            text = f"{fix.text} · {status}" if status else fix.text
            yield Said(text, None, done=DONE.get(fix.status or "", 0.0))


def _times(stage: StageView, language: str) -> Iterator[Said]:
    median, tenth = stage.median_seconds, stage.p90_seconds
    if median.n == 0:
        return
    text = shown(median, language)
    if not median.too_few and tenth.value is not None and tenth.value >= 0.5:
        text += f" · {tell('a_tenth', language, length(tenth.value, language))}"
    yield Said(text)
