"""Channels side by side: who came by each, how many of them bought, how soon, at what cost, and how they felt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cesta.journeys.units import Asked, by_stretch
from cesta.journeys.where import Condition
from cesta.maps.kpi_view import KpiNumber, number_of
from cesta.maps.kpis import Wish, kpis
from cesta.measures.document import MeasureDocument
from cesta.measures.figure import Places
from cesta.measures.formulas.answers import csat, nps
from cesta.measures.formulas.lengths import interval
from cesta.measures.formulas.rates import conversion
from cesta.measures.formulas.wanted import DAY, Formula, Wanted
from cesta.measures.happened import Look
from cesta.measures.shelf import load_all
from cesta.model.calendar import day_after, midnight, zone_named
from cesta.model.condition import Compare
from cesta.model.instant import parse_day
from cesta.segments.shelf import members_of
from cesta.store.workspace import Workspace

WINDOW = 14 * DAY


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """people: who used it in the period. conversion: of those, who bought in 14 days of the first contact by it.

    seconds: the median time until they did. cost: the sum of what its events say of it. nps, csat: answers of those who
    used it. None where nothing is known. None of it says that the channel was the cause.
    """

    channel: str
    people: KpiNumber
    contacts: int
    conversion: KpiNumber | None
    seconds: KpiNumber | None
    cost: float | None
    nps: KpiNumber | None
    csat: KpiNumber | None


@dataclass(frozen=True, slots=True)
class Channels:
    """goal: the event that counts as buying, of the KPI "conversion"; None where there is none."""

    date_from: str
    date_to: str
    currency: str
    goal: str | None
    customers: int
    rows: tuple[ChannelRow, ...]


def channels(workspace: Workspace, wish: Wish) -> Channels:
    """By the property `channel`, most people first. Raises what `kpis` does."""
    whole = kpis(workspace, wish)
    zone, columns, settings = zone_named(workspace.settings.timezone), workspace.snapshot(), workspace.settings
    begin = midnight(parse_day(whole.date_from), zone)
    end = midnight(day_after(parse_day(whole.date_to)), zone)
    chosen = None
    if wish.segment is not None:
        chosen = np.zeros(len(columns.customers), np.bool_)
        chosen[members_of(workspace)(wish.segment)] = True
    look = Look(by_stretch(Asked(columns, zone=zone), (None, None), chosen), settings.currency)
    documents = load_all(workspace, [])
    comparing = _Comparing(look, documents, (begin, min(end, look.as_of + 1)), settings.min_n)
    rows = sorted(comparing.rows(), key=lambda row: (-row.people.n, row.channel))
    goal = comparing.goal
    return Channels(whole.date_from, whole.date_to, settings.currency, goal.event if goal else None,
                    len(look.happened(None).who(*comparing.period)), tuple(rows))  # fmt: skip


class _Comparing:
    """What all channels of one wish share."""

    def __init__(self, look: Look, documents: dict[str, MeasureDocument], period: tuple[int, int], min_n: int) -> None:
        self.look, self.period, self.min_n = look, period, min_n
        told = {document.type: document.wanted() for document in documents.values() if _is_plain(document)}
        self.goal = told["conversion"].numerator if "conversion" in told else None
        self.asked = {kind: told[kind] for kind in ("nps", "csat") if kind in told}

    def rows(self) -> Iterator[ChannelRow]:
        column = self.look.journeys.asked.columns.props.get("channel")
        names = sorted({value for value in column.values if isinstance(value, str)}) if column is not None else []
        for name in names:
            row = self._row(name)
            if row.people.n:
                yield row

    def _row(self, name: str) -> ChannelRow:
        here = Condition(where=Compare("channel", "=", name))
        used = self.look.happened(here)
        inside = used.between(*self.period)
        who = used.who(*self.period)
        of = len(self.look.happened(None).who(*self.period))
        amounts = self.look.amounts(used, "cost", None)
        known = inside & amounts.known
        bought = None if self.goal is None else Wanted(self.goal, here, window=WINDOW)
        return ChannelRow(
            name,
            KpiNumber(float(len(who)), None, None, len(who), of, False),
            int(np.count_nonzero(inside)),
            None if bought is None else self._number(conversion, bought, "share"),
            None if bought is None else self._number(interval, bought, "seconds"),
            float(amounts.of[known].sum()) if known.any() else None,
            self._answered(nps, "nps", who),
            self._answered(csat, "csat", who),
        )

    def _number(self, formula: Formula, wanted: Wanted, unit: str) -> KpiNumber:
        return number_of(
            formula(self.look, wanted)(*self.period), "share" if unit == "share" else "seconds", self.min_n
        )

    def _answered(self, formula: Formula, kind: str, who: Places) -> KpiNumber | None:
        if kind not in self.asked:
            return None
        few = Look(self.look.journeys.take(who), self.look.currency)
        return number_of(formula(few, self.asked[kind])(*self.period), "score", self.min_n)


def _is_plain(document: MeasureDocument) -> bool:
    """Can be worked out, and not of a map."""
    return (
        document.kind is not None and document.on is None and not any(c.level == "error" for c in document.complaints)
    )
