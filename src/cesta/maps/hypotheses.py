"""Hypotheses followed: the KPI of whom they are about beside that of the others, before they were written and since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from cesta.kernels.differences import difference
from cesta.maps.hypothesis import Expects, Hypothesis, State, load_hypotheses, said
from cesta.maps.kpi_view import Kpi, KpiNumber
from cesta.maps.kpis import DAYS, Wish, kpis
from cesta.measures.kinds import Unit
from cesta.model.errors import CestaError
from cesta.model.shape import say
from cesta.segments.document import SegmentDocument
from cesta.segments.shelf import load_all
from cesta.store.workspace import Workspace

Verdict = Literal["for", "against", "unclear", "too_few"]
SURE = 0.05
"""How often an interval of 95 % misses where nothing is different."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The two numbers in some days. gap: here − there with its 95 % interval; None where one of them says nothing.

    verdict: for or against what is expected where the interval leaves no doubt.
    """

    date_from: str
    date_to: str
    here: KpiNumber | None
    there: KpiNumber | None
    gap: float | None
    low: float | None
    high: float | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class HypothesisView:
    """before: the 28 days up to the one it was written on, which may have led to it. since: all days after that, which
    could not; None where nothing has happened since. problem: why nothing can be said.
    """

    id: str
    statement: str
    segment: str
    segment_name: str
    against: str | None
    against_name: str | None
    measure: str
    measure_name: str
    unit: Unit | None
    currency: str | None
    expects: Expects
    written: str | None
    state: State
    owner: str | None
    before: Seen | None
    since: Seen | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class Hypotheses:
    """by_chance: how many of them would look clear since they were written if nothing were different."""

    hypotheses: tuple[HypothesisView, ...]
    by_chance: float


def followed(workspace: Workspace, lang: str = "en", one: str | None = None) -> Hypotheses:
    """Every hypothesis, or one, with what events say of it now."""
    chosen = [each for each in load_hypotheses(workspace) if one in (None, each.id)]
    documents = load_all(workspace, [])
    found = tuple(_view(workspace, each, documents, lang) for each in chosen)
    looked_at = sum(each.since is not None and each.since.verdict != "too_few" for each in found)
    return Hypotheses(found, round(SURE * looked_at, 2))


def _view(workspace: Workspace, one: Hypothesis, documents: Mapping[str, SegmentDocument], lang: str) -> HypothesisView:
    def named(segment: str) -> str:
        return (say(documents[segment].name, lang) if segment in documents else None) or segment

    bare = HypothesisView(
        id=one.id, statement=said(one, lang), segment=one.segment, segment_name=named(one.segment), against=one.against,
        against_name=named(one.against) if one.against else None, measure=one.measure, measure_name=one.measure,
        unit=None, currency=None, expects=one.expects, written=one.since, state=one.state, owner=one.owner, before=None,
        since=None, problem=one.problem,
    )  # fmt: skip
    if one.problem is not None:
        return bare
    try:
        return _measured(workspace, one, bare, lang)
    except CestaError as error:
        return replace(bare, problem=error.message)


def _measured(workspace: Workspace, one: Hypothesis, bare: HypothesisView, lang: str) -> HypothesisView:
    latest = kpis(workspace, Wish((one.measure,), one.segment, lang=lang))
    newest = dt.date.fromisoformat(latest.date_to)
    written = newest if one.since is None else dt.date.fromisoformat(one.since)
    until = min(written, newest)
    before = _seen(workspace, one, (until - dt.timedelta(days=DAYS - 1), until))
    since = None
    if newest > written:
        since = _seen(workspace, one, (written + dt.timedelta(days=1), newest))
    (kpi,) = latest.kpis
    return replace(bare, measure_name=kpi.name, unit=kpi.unit, currency=kpi.currency, before=before, since=since,
                   problem=kpi.problem)  # fmt: skip


def _seen(workspace: Workspace, one: Hypothesis, days: tuple[dt.date, dt.date]) -> Seen:
    wish = Wish((one.measure,), one.segment, days[0].isoformat(), days[1].isoformat())
    there = replace(wish, segment=one.against) if one.against else replace(wish, segment=None, outside=one.segment)
    return compared(kpis(workspace, wish).kpis[0], kpis(workspace, there).kpis[0], days, one.expects)


def compared(here: Kpi, there: Kpi, days: tuple[dt.date, dt.date], expects: Expects) -> Seen:
    """Two numbers of one KPI, of different customers, and how sure their difference is."""
    bare = Seen(days[0].isoformat(), days[1].isoformat(), here.now, there.now, None, None, None, "too_few")
    sides = [_sides(one.now) for one in (here, there)]
    if sides[0] is None or sides[1] is None:
        return bare
    gap, low, high = difference(sides[0], sides[1])
    clear = low > 0 or high < 0
    verdict: Verdict = "unclear" if not clear else "for" if (gap > 0) == (expects == "higher") else "against"
    return replace(bare, gap=gap, low=low, high=high, verdict=verdict)


def _sides(number: KpiNumber | None) -> tuple[float, float, float] | None:
    """A number with its interval; one without is compared with nothing."""
    if number is None or number.value is None or number.low is None or number.high is None:
        return None
    return number.value, number.low, number.high
