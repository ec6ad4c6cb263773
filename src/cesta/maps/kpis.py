"""The KPIs of a workspace in a period, for everybody or a segment, each beside the period before and its past."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from cesta.journeys.common import read_common
from cesta.journeys.given import Given
from cesta.journeys.units import Asked, by_stretch
from cesta.maps.kpi_view import Guard, Kpi, KpiPoint, harmed, moved, number_of, state_of
from cesta.maps.questions import maps_of, on_maps
from cesta.measures.analysis import OnMaps, figures_of
from cesta.measures.document import MeasureDocument
from cesta.measures.formulas.wanted import DAY, Figures
from cesta.measures.happened import Look
from cesta.measures.sentence import formula_of
from cesta.measures.shelf import load_all, wanted_measure
from cesta.model.calendar import midnight, zone_named
from cesta.model.errors import CestaError, unknown
from cesta.model.instant import show_instant, to_datetime
from cesta.model.shape import say
from cesta.segments.shelf import members_of
from cesta.store.workspace import Workspace

DAYS = 28
PERIODS = 12
"""The past is shown in so many periods of the same length."""
_KEEP = 16
_kept: OrderedDict[Hashable, Kpis] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Kpis:
    """as_of: the newest event. broken: documents that cannot be read, in words."""

    as_of: str | None
    date_from: str
    date_to: str
    segment: str | None
    kpis: tuple[Kpi, ...]
    broken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for. ids: all measures without any. No dates: the 28 days up to the newest event.

    outside: a segment whose members are left out.
    """

    ids: tuple[str, ...] = ()
    segment: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    lang: str = "en"
    outside: str | None = None


def kpis(workspace: Workspace, wish: Wish) -> Kpis:
    """Kept until anything changes. Raises unknown_measure, unknown_segment, bad_time, bad_range."""
    key = (str(workspace.root), workspace.generation(), wish)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    found = _worked_out(workspace, wish)
    with _lock:
        _kept[key] = found
        while len(_kept) > _KEEP:
            _kept.popitem(last=False)
    return found


def _worked_out(workspace: Workspace, wish: Wish) -> Kpis:
    broken: list[CestaError] = []
    documents = load_all(workspace, broken)
    for name in wish.ids:
        if name not in documents:
            raise unknown("unknown_measure", "measure", name, documents)
    wanted = wish.ids or tuple(documents)
    # A pair needs both of its numbers.
    guards = [guard for name in wanted for guard in documents[name].words("guards") if guard in documents]
    shop = Shop(workspace, wish)
    rows = {name: shop.row(documents[name]) for name in dict.fromkeys([*wanted, *guards])}
    listed = tuple(_paired(rows[name], documents[name], rows) for name in wanted)
    as_of = None if shop.look.journeys.asked.columns.as_of is None else show_instant(shop.look.as_of)
    first, last = shop.days[-1]
    return Kpis(as_of, first, last, wish.segment, listed, tuple(error.message for error in broken))


def on_days(workspace: Workspace, kpi: str, segment: str | None, days: Sequence[date]) -> list[float | None]:
    """The number of each of these days alone; None where it says nothing, as before anything was known.

    Raises unknown_measure, unknown_segment, bad_measure.
    """
    document, shop = wanted_measure(workspace, kpi), Shop(workspace, Wish(segment=segment))
    figures = figures_of(document, shop.look, shop.on_maps)
    assert document.kind is not None
    unit, min_n, zone = document.kind.unit, document.min_n(shop.min_n), shop.look.journeys.asked.zone
    found: list[float | None] = []
    for day in days:
        begin, end = midnight(day, zone), midnight(day + timedelta(days=1), zone)
        told = begin > shop.look.since - DAY
        found.append(number_of(figures(begin, end), unit, min_n).value if told else None)
    return found


def _paired(row: Kpi, document: MeasureDocument, rows: dict[str, Kpi]) -> Kpi:
    pairs = [rows[name] for name in document.words("guards") if name in rows]
    return replace(row, guards=tuple(Guard(one.id, one.name, harmed(row.moved, one.moved)) for one in pairs))


class Shop:
    """All that the KPIs of one wish share: the customers, and the periods back from the one asked for."""

    def __init__(self, workspace: Workspace, wish: Wish) -> None:
        settings, columns = workspace.settings, workspace.snapshot()
        zone = zone_named(settings.timezone)
        chosen = None
        whom = wish.outside if wish.segment is None else wish.segment
        if whom is not None:
            chosen = np.full(len(columns.customers), whom == wish.outside)
            chosen[members_of(workspace)(whom)] = whom == wish.segment
        journeys = by_stretch(Asked(columns, zone=zone), (None, None), chosen)
        self.look, self.min_n, self.wish = Look(journeys, settings.currency), settings.min_n, wish
        self.on_maps: OnMaps = on_maps(maps_of(workspace))
        today = to_datetime(self.look.as_of).astimezone(zone).date()
        given = Given({"date_from": wish.date_from, "date_to": wish.date_to}, zone)
        begin, end = read_common(given).dates
        last = today if end is None else to_datetime(end - 1).astimezone(zone).date()
        first = last - timedelta(days=DAYS - 1) if begin is None else to_datetime(begin).astimezone(zone).date()
        length = max((last - first).days + 1, 1)
        self.days: list[tuple[str, str]] = []
        self.periods: list[tuple[int, int]] = []
        for back in reversed(range(PERIODS)):
            start, stop = first - timedelta(days=back * length), last - timedelta(days=back * length)
            self.days.append((start.isoformat(), stop.isoformat()))
            self.periods.append((midnight(start, zone), midnight(stop + timedelta(days=1), zone)))

    def row(self, document: MeasureDocument) -> Kpi:
        """One KPI, without its pairs."""
        bare = self._bare(document)
        try:
            document.wanted()
            figures = figures_of(document, self.look, self.on_maps)
            return self._measured(document, replace(bare, formula=formula_of(document)), figures)
        except CestaError as error:
            return replace(bare, problem=error.message)

    def _measured(self, document: MeasureDocument, bare: Kpi, figures: Figures) -> Kpi:
        assert document.kind is not None
        unit, min_n = document.kind.unit, document.min_n(self.min_n)
        if unit == "people" and document.fields.get("unit") == "events":
            unit = "events"
        until = self.look.as_of + 1
        # A period that began before the first event is not told whole.
        known = [at for at, (begin, _) in enumerate(self.periods) if begin > self.look.since - DAY]
        known = sorted({*known, PERIODS - 1})
        found = {at: figures(self.periods[at][0], min(self.periods[at][1], until)) for at in known}
        numbers = {at: number_of(one, unit, min_n) for at, one in found.items()}
        now, before = numbers.get(PERIODS - 1), numbers.get(PERIODS - 2)
        change = moved(now, before, document.way) if now and before else None
        state, sure = state_of(now, bare.target, bare.warn_at, document.way)
        last = found[known[-1]]
        trend = tuple(KpiPoint(*self.days[at], numbers[at]) for at in known)
        return replace(bare, unit=unit, currency=last.currency, left_out=last.left_out, journeys=last.journeys, now=now,
                       before=before, moved=change, state=state, sure=sure, trend=trend)  # fmt: skip

    def _bare(self, document: MeasureDocument) -> Kpi:
        lang, on = self.wish.lang, document.on
        first, last = self.days[-1]
        params: dict[str, object] = {"measure": document.source.path.stem, "date_from": first, "date_to": last}
        if self.wish.segment is not None:
            params["segment"] = self.wish.segment
        elif self.wish.outside is not None:
            params["segment"] = {"not": {"segment": self.wish.outside}}
        kind = document.kind
        return Kpi(
            id=document.source.path.stem, name=say(document.name, lang) or document.id,
            description=say(document.text("description"), lang), type=document.type,
            unit=kind.unit if kind else None, currency=None, left_out=0, direction=document.way,
            evidence=kind.evidence if kind else "measured", owner=document.word("owner"),
            target=document.number("target"), warn_at=document.number("warn_at"), state="none", sure=False,
            journeys=on is not None, map=on.map if on else None, stage=on.stage if on else None,
            touchpoint=on.touchpoint if on else None, formula="", now=None, before=None, moved=None, trend=(),
            guards=(), question={"analysis": "measure", "params": params}, problem=None,
        )  # fmt: skip
