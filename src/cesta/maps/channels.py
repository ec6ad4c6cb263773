"""Channels side by side: who came by each, how many of them bought, how soon, at what cost, and how they felt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cesta.journeys.where import Condition
from cesta.maps.kpi_view import KpiNumber, number_of
from cesta.maps.kpis import Shop, Wish
from cesta.measures.document import MeasureDocument
from cesta.measures.figure import Places
from cesta.measures.formulas.answers import csat, nps
from cesta.measures.formulas.lengths import interval
from cesta.measures.formulas.rates import conversion
from cesta.measures.formulas.wanted import DAY, Formula, Wanted
from cesta.measures.happened import Look
from cesta.measures.shelf import load_all
from cesta.model.condition import Compare
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
    shop, currency = Shop(workspace, wish), workspace.settings.currency
    comparing = _Comparing(shop, load_all(workspace, []))
    rows = sorted(comparing.rows(), key=lambda row: (-row.people.n, row.channel))
    goal, (first, last) = comparing.goal, shop.days[-1]
    return Channels(first, last, currency, goal.event if goal else None, comparing.everybody, tuple(rows))


class _Comparing:
    """What all channels of one wish share."""

    def __init__(self, shop: Shop, documents: dict[str, MeasureDocument]) -> None:
        begin, end = shop.periods[-1]
        self.look, self.min_n, self.period = shop.look, shop.min_n, (begin, min(end, shop.look.as_of + 1))
        self.everybody = len(self.look.happened(None).who(*self.period))
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
        amounts = self.look.amounts(used, "cost", None)
        known = inside & amounts.known
        bought = None if self.goal is None else Wanted(self.goal, here, window=WINDOW)
        return ChannelRow(
            name,
            KpiNumber(float(len(who)), None, None, len(who), self.everybody, False),
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
