"""What is in a workspace at a glance: its settings, how much data, which events, which maps and segments."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cesta.kernels.distinct import distinct
from cesta.maps.shelf import MapEntry, list_maps
from cesta.model.instant import show_instant
from cesta.model.shape import say
from cesta.segments.shelf import load_all
from cesta.store.columns import Columns
from cesta.store.made_up import MadeUp, made_up
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event: how many, of how many people, and which properties they carry."""

    name: str
    events: int
    people: int
    properties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SegmentEntry:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Overview:
    name: str
    languages: tuple[str, ...]
    currency: str | None
    timezone: str
    min_n: int
    generation: str
    first: str | None
    as_of: str | None
    customers: int
    events_total: int
    events: tuple[EventKind, ...]
    maps: tuple[MapEntry, ...]
    segments: tuple[SegmentEntry, ...]
    made_up: MadeUp


def kinds(columns: Columns) -> tuple[EventKind, ...]:
    """Every kind of event, the most frequent first."""
    owners, total = columns.owners(), len(columns.names)
    events = np.bincount(columns.codes, minlength=total)
    pairs = distinct(owners * max(total, 1) + columns.codes)
    people = np.bincount(pairs % max(total, 1), minlength=total)
    carried = {
        name: np.bincount(columns.codes[column.codes >= 0], minlength=total) > 0
        for name, column in columns.props.items()
    }
    found = [
        EventKind(name, int(events[i]), int(people[i]), tuple(sorted(p for p, has in carried.items() if has[i])))
        for i, name in enumerate(columns.names)
    ]
    return tuple(sorted(found, key=lambda kind: (-kind.events, kind.name)))


def overview(workspace: Workspace, lang: str) -> Overview:
    """The workspace as the screen's start page and `cesta events` show it."""
    settings, columns = workspace.settings, workspace.columns()
    return Overview(
        name=settings.name,
        languages=tuple(settings.languages),
        currency=settings.currency,
        timezone=settings.timezone,
        min_n=settings.min_n,
        generation=workspace.generation(),
        first=show_instant(int(columns.times.min())) if len(columns.times) else None,
        as_of=None if columns.as_of is None else show_instant(columns.as_of),
        customers=len(columns.customers),
        events_total=len(columns.codes),
        events=kinds(columns),
        maps=list_maps(workspace, lang),
        segments=tuple(
            SegmentEntry(name, say(segment.name, lang) or name)
            for name, segment in load_all(workspace, broken=[]).items()
        ),
        made_up=made_up(workspace),
    )
