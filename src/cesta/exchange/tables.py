"""The map as tables of words: stages, touchpoints with what is known of them, barriers with their fixes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cesta.exchange.sheet import Sheet
from cesta.exchange.wording import between, count, shown, signed, tell
from cesta.maps.view import Emotion, Fix, Number


@dataclass(frozen=True, slots=True)
class Table:
    """heads and rows are texts in the reader's language."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_of(sheet: Sheet) -> Iterator[Table]:
    """Every table that has a row."""
    for table in (stages_table(sheet), stops_table(sheet), barriers_table(sheet)):
        if table.rows:
            yield table


def known(number: Number | None, language: str) -> str:
    """A number with its interval."""
    if number is None:
        return ""
    around = between(number, language)
    return shown(number, language) + (f" ({around})" if around and number.unit == "share" else "")


def mood(emotion: Emotion, language: str) -> str:
    """A mood, and how we know."""
    if emotion.value is None:
        return ""
    how = "?" if emotion.evidence == "assumed" else f"n = {count(emotion.n, language)}"
    return f"{signed(emotion.value, language)} ({how})"


def stages_table(sheet: Sheet) -> Table:
    language = sheet.language
    keys = ("stage", "customer_goal", "owner", *(("reached", "go_on", "time") if sheet.numbers else ()))
    rows = []
    for stage in sheet.view.stages:
        numbers = (known(each, language) for each in (stage.reached, stage.conversion, stage.median_seconds))
        said = (stage.name, stage.customer_goal or "", stage.owner or tell("no_owner", language))
        rows.append((*said, *(numbers if sheet.numbers else ())))
    return Table(tell("stages", language), tuple(tell(key, language) for key in keys), tuple(rows))


def stops_table(sheet: Sheet) -> Table:
    language = sheet.language
    numbered = ("reach", "leave", "goal_rate") if sheet.numbers else ()
    keys = ("stage", "touchpoint", "channel", "lane.emotion", "lane.thinks", "criticality", *numbered)
    rows = []
    for stage in sheet.view.stages:
        for stop in stage.touchpoints:
            weight = tell(f"criticality.{stop.criticality}", language) if stop.criticality else ""
            if stop.moment_of_truth:
                weight = ", ".join(filter(None, [weight, tell("moment", language).lower()]))
            how = tell(f"channel.{stop.channel}", language), mood(stop.emotion, language)
            said = (stage.name, stop.name, *how, stop.thinks or "", weight)
            numbers = (known(each, language) for each in (stop.reach, stop.lost, stop.goal_rate))
            rows.append((*said, *(numbers if sheet.numbers else ())))
    return Table(tell("touchpoints", language), tuple(tell(key, language) for key in keys), tuple(rows))


def barriers_table(sheet: Sheet) -> Table:
    language = sheet.language
    keys = ("touchpoint", "lane.barriers", "sources", "lane.fixes", "status", "owner")
    rows = []
    for stop in sheet.stops:
        for barrier in stop.barriers:
            how = ", ".join((tell(f"evidence.{barrier.evidence}", language), *barrier.sources))
            fixes = [(fix.text, _status(fix, language), fix.owner or "") for fix in barrier.fixes]
            rows += [(stop.name, barrier.text, how, *fix) for fix in fixes or [("", "", "")]]
    return Table(tell("opportunities", language), tuple(tell(key, language) for key in keys), tuple(rows))


def _status(fix: Fix, language: str) -> str:
    return tell(f"status.{fix.status}", language) if fix.status else ""
