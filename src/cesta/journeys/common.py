"""The parameters that every analysis takes: filter, segment, dates, zone, what is counted, breakdown, compare."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import tzinfo

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.given import Given, bad_value
from cesta.journeys.plan import Plan, Span
from cesta.journeys.units import (
    Asked,
    Journeys,
    by_customer_and_property,
    by_property,
    by_session,
    by_stretch,
)
from cesta.journeys.where import Mask, Notes, mask, read_condition, read_where, text_of, where_mask
from cesta.kernels.picking import session_numbers
from cesta.model.calendar import zone_named
from cesta.model.condition import Tree
from cesta.model.errors import CestaError, unknown
from cesta.store.columns import Snapshot, per_customer

Segments = Callable[[str], NDArray[np.int64]]

PARAMS = frozenset(
    [
        "filter",
        "segment",
        "date_from",
        "date_to",
        "timezone",
        "identity",
        "count_by",
        "session_gap",
        "boundary",
        "breakdown",
        "attribution",
        "attribution_step",
        "compare",
    ]
)
ATTRIBUTIONS = ("first_touch", "last_touch", "all_events", "step")


@dataclass(frozen=True, slots=True)
class Compare:
    """Two groups of units, by the value of a property at their first event; b None is all the rest."""

    property: str
    a: str
    b: str | None


@dataclass(frozen=True, slots=True)
class Common:
    """The common parameters, read."""

    filter: Tree | None
    segment: object
    dates: Span
    zone: tzinfo
    count_by: str
    count_property: str | None
    session_gap: int
    boundary: str
    breakdown: str | None
    attribution: str
    attribution_step: int
    compare: Compare | None


def read_common(given: Given) -> Common:
    """Reads and checks them; nothing here looks at data."""
    count_by, count_property = _count_by(given.raw("count_by"))
    return Common(
        filter=read_where(given.raw("filter")),
        segment=given.raw("segment"),
        dates=given.dates(),
        zone=given.zone,
        count_by=count_by,
        count_property=count_property,
        session_gap=given.length("session_gap", "30m"),
        boundary=given.choice("boundary", ">", (">", ">=")),
        breakdown=given.text("breakdown"),
        attribution=given.choice("attribution", "first_touch", ATTRIBUTIONS),
        attribution_step=_attribution_step(given),
        compare=_compare(given.raw("compare")),
    )


def _attribution_step(given: Given) -> int:
    step = given.number("attribution_step", 1, least=-(10**9), most=10**9)
    if step < 1:
        raise CestaError("bad_step", f"There is no step {step}.", "Steps are numbered from 1.")
    return step


def _count_by(value: object) -> tuple[str, str | None]:
    if value is None or value == "customer":
        return "customer", None
    if value == "session":
        return "session", None
    if isinstance(value, Mapping) and set(value) == {"property"} and isinstance(value["property"], str):
        return "property", value["property"]
    raise bad_value("count_by", value, '"customer", "session" or {"property": NAME}')


def _compare(value: object) -> Compare | None:
    if value is None:
        return None
    wanted = 'an object like {"property": "country", "a": "US", "b": "UK"}'
    if not isinstance(value, Mapping):
        raise bad_value("compare", value, wanted)
    Given(value).check({"property", "a", "b"}, {"property", "a"})
    texts = {name: _side(value[name]) for name in value if value[name] is not None}
    if not isinstance(value["property"], str) or None in texts.values():
        raise bad_value("compare", value, wanted)
    return Compare(value["property"], str(texts["a"]), texts.get("b"))


def _side(value: object) -> str | None:
    return text_of(value) if isinstance(value, str | int | float | bool) else None


def zone_of(params: Mapping[str, object], default: str) -> tzinfo:
    """The zone in which the question's days are cut."""
    return zone_named(default if params.get("timezone") is None else params["timezone"])


@dataclass(frozen=True)
class Selection:
    """Chooses the events and units that a question looks at."""

    columns: Snapshot
    common: Common
    identity: Mapping[str, str]
    segments: Segments | None
    notes: Notes

    def journeys(self, plan: Plan, listing: bool) -> Journeys:
        """The journeys of the question."""
        common = self.common
        span = self._narrowed(plan.span if plan.span is not None else common.dates)
        exists = None if common.filter is None else where_mask(self.columns, common.filter, self.notes)
        asked = Asked(
            self.columns,
            exists,
            zone=common.zone,
            notes=self.notes,
            listing=listing,
            session_gap=common.session_gap,
            boundary=common.boundary,
        )
        chosen = None if common.segment is None else self._segment(common.segment, both(exists, self._inside(span)))
        return self._units(by_stretch(asked, span, chosen), plan)

    def _narrowed(self, span: Span) -> Span:
        """A side that no event lies beyond is open."""
        since, as_of = self.columns.since, self.columns.as_of
        if since is None or as_of is None:
            return None, None
        return (
            None if span[0] is None or span[0] <= since else span[0],
            None if span[1] is None or span[1] > as_of else span[1],
        )

    def _inside(self, span: Span) -> Mask | None:
        """The events in the range; None: all."""
        later = None if span[0] is None else self.columns.times >= span[0]
        return later if span[1] is None else both(later, self.columns.times < span[1])

    def _units(self, customers: Journeys, plan: Plan) -> Journeys:
        common = self.common
        journeys = customers
        if common.count_by == "session":
            journeys = by_session(customers)
        elif common.count_property is not None:
            journeys = by_property(customers, common.count_property)
        return journeys if plan.hold is None else by_customer_and_property(journeys, plan.hold)

    def _segment(self, segment: object, inside: Mask | None) -> Mask:
        """For each customer, whether she belongs to the segment."""
        members = np.zeros(len(self.columns.customers), dtype=np.bool_)
        if isinstance(segment, str):
            if self.segments is None:
                raise unknown("unknown_segment", "segment", segment, [])
            members[self.segments(segment)] = True
            return members
        if not isinstance(segment, Mapping) or len(segment) != 1:
            raise bad_value("segment", segment, 'the id of a segment, {"customers": …}, {"did": …} or {"not": …}')
        ((kind, value),) = segment.items()
        if kind == "not":
            return ~self._segment(value, inside)
        if kind == "did":
            did = mask(self.columns, read_condition(value), zone=self.common.zone, notes=self.notes)
            did = did if inside is None else did & inside
            return per_customer(self.columns, did) > 0
        if kind == "customers" and isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
            wanted = {self.identity.get(one, one) for one in value}
            return np.array([customer in wanted for customer in self.columns.customers], dtype=np.bool_)
        if kind != "customers":
            raise CestaError("unknown_param", f"A segment has no part {kind!r}.", "Known: customers, did, not.")
        raise bad_value("segment", segment, "a list of ids")


def both(one: Mask | None, other: Mask | None) -> Mask | None:
    """The events in both; None is all of them."""
    if one is None or other is None:
        return other if one is None else one
    return one & other


def sessions_of(journeys: Journeys) -> NDArray[np.int64]:
    """For each event, the number of its session, counted through all units."""
    asked = journeys.asked
    return session_numbers(journeys.offsets, journeys.times, asked.session_gap, asked.boundary == ">=")
