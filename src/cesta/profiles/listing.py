"""Customers one after the other, a page at a time: each with her ids, traits, first and last event, and segments."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cesta.model.calendar import zone_named
from cesta.model.errors import CestaError
from cesta.model.event import Value
from cesta.model.instant import show_instant
from cesta.profiles.computed import computed
from cesta.profiles.hers import some
from cesta.profiles.messages import messages_of
from cesta.profiles.profile import known, profile_of, segments_now, traits_now
from cesta.profiles.said import said
from cesta.profiles.search import search as find
from cesta.profiles.whose import whose
from cesta.segments.shelf import Members
from cesta.store.columns import Columns
from cesta.store.customers import customers_of
from cesta.store.workspace import Workspace

MOST = 1000


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """A customer at a glance. traits: as sources said them; computed: worked out from events, by the trait's id."""

    id: str
    ids: tuple[str, ...]
    first: str | None
    last: str | None
    events: int
    traits: Mapping[str, Value]
    computed: Mapping[str, Value]
    segments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """total: how many there are in all. next: the `after` of the next page."""

    customers: tuple[CustomerLine, ...]
    total: int
    next: str | None


def page(workspace: Workspace, *, after: str | None = None, limit: int = 100) -> CustomerPage:
    """Customers with events, by id; those behind the id `after`. Raises bad_value."""
    if not 1 <= limit <= MOST:
        raise CestaError("bad_value", f"A page has 1 to {MOST} customers, not {limit}.", "Ask for the next page.")
    snapshot = workspace.snapshot()
    customers = customers_of(snapshot.customers)
    low = 0 if after is None else bisect_right(customers, after)
    high = min(low + limit, len(customers))
    lines = _lines(workspace, some(snapshot, low, high), snapshot.as_of or 0) if high > low else ()
    return CustomerPage(tuple(lines), len(customers), customers[high - 1] if high < len(customers) else None)


def customers(
    workspace: Workspace, *, search: str | None, one: str | None, after: str | None, limit: int
) -> CustomerPage:
    """Those whom a text names, the one who has an id, or a page of all. Raises unknown_customer, bad_value."""
    if search is None and one is None:
        return page(workspace, after=after, limit=limit)
    if one is not None:
        lines: tuple[CustomerLine, ...] = (line_of(workspace, one),)
    else:
        lines = tuple(
            line_of(workspace, match.customer) for match in find(workspace, search or "", limit=limit).matches
        )
    return CustomerPage(lines, len(lines), None)


def line_of(workspace: Workspace, one: str) -> CustomerLine:
    """The customer who has this id. Raises unknown_customer."""
    found = profile_of(workspace, known(workspace, one), "en")
    return CustomerLine(
        id=found.customer,
        ids=found.ids,
        first=found.first,
        last=found.last,
        events=found.events,
        traits={trait.name: trait.value for trait in found.traits},
        computed={trait.id: trait.value for trait in found.computed},
        segments=tuple(segment.id for segment in found.segments),
    )


def _lines(workspace: Workspace, columns: Columns, now: int) -> Sequence[CustomerLine]:
    """Those in the columns; each trait and each segment is worked out once for all of them."""
    zone, whose_is, messages = zone_named(workspace.settings.timezone), whose(workspace), messages_of(workspace.log)
    values: defaultdict[int, dict[str, Value]] = defaultdict(dict)
    for trait in traits_now(workspace):
        if trait.is_there(columns.names, columns.props):
            try:
                found = computed(trait, columns, now, zone)
            except CestaError:
                continue  # what cannot be compared is nobody's
            for place in range(len(columns.customers)):
                if (value := found.of(place)) is not None:
                    values[place][trait.id] = value
    inside: defaultdict[int, list[str]] = defaultdict(list)
    members = Members(documents := segments_now(workspace), columns, workspace.settings.timezone, now)
    for segment in documents:
        try:
            for place in members(segment).tolist():
                inside[place].append(segment)
        except CestaError:
            continue  # told where segments are listed
    return [
        CustomerLine(
            id=customer,
            ids=(ids := whose_is.ids(customer)),
            first=show_instant(int(columns.times[columns.offsets[place]])),
            last=show_instant(int(columns.times[columns.offsets[place + 1] - 1])),
            events=int(columns.offsets[place + 1] - columns.offsets[place]),
            traits={name: trait.value for name, trait in said(messages.of(ids)).items()},
            computed=values[place],
            segments=tuple(inside[place]),
        )
        for place, customer in enumerate(columns.customers)
    ]
