"""What is known of one customer, put together: ids, traits with where they come from, consents, open matters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import tzinfo
from functools import lru_cache
from pathlib import Path
from typing import Literal

from cesta.ingest.contacts import contacts_of
from cesta.journeys.where import kind
from cesta.model.calendar import zone_named
from cesta.model.errors import CestaError
from cesta.model.event import Value
from cesta.model.instant import show_instant
from cesta.model.shape import say
from cesta.profiles.computed import computed
from cesta.profiles.consents import Consent, consents_of
from cesta.profiles.hers import hers, nobodys, place_of, unknown_customer
from cesta.profiles.matters import Matter
from cesta.profiles.matters import matters as told_matters
from cesta.profiles.messages import messages_of
from cesta.profiles.said import Said, said
from cesta.profiles.switches import Switches, contacts
from cesta.profiles.trait_document import MOMENTS, TraitDocument
from cesta.profiles.trait_shelf import FOLDER, load_all
from cesta.profiles.whose import whose
from cesta.segments.document import SegmentDocument
from cesta.segments.shelf import Members
from cesta.segments.shelf import load_all as load_segments
from cesta.store.columns import Columns
from cesta.store.workspace import Workspace

Unit = Literal["money", "days", "times", "hour", "weekday", "moment"]
UNITS: dict[str, Unit] = {MOMENTS[0]: "hour", MOMENTS[1]: "weekday", "first_time": "moment", "last_time": "moment"}


@dataclass(frozen=True, slots=True)
class SaidTrait:
    """A trait as its newest message says it. type: text, number or truth; was: its type before, where that changed.

    time: when it was said. source, message_id: by which message.
    """

    name: str
    value: Value
    type: str
    was: str | None
    time: str
    source: str
    message_id: str


@dataclass(frozen=True, slots=True)
class ComputedTrait:
    """A trait worked out from her events by the document of this id. kind: what it is about. unit: of the value."""

    id: str
    name: str
    kind: str
    value: Value
    unit: Unit | None


@dataclass(frozen=True, slots=True)
class SegmentOfHers:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Profile:
    """ids: all that are hers, the one she is called by first. first, last: None for somebody without an event."""

    customer: str
    ids: tuple[str, ...]
    first: str | None
    last: str | None
    events: int
    as_of: str | None
    currency: str
    traits: tuple[SaidTrait, ...]
    computed: tuple[ComputedTrait, ...]
    segments: tuple[SegmentOfHers, ...]
    consents: tuple[Consent, ...]
    matters: tuple[Matter, ...]
    switches: Switches


@dataclass(frozen=True, slots=True)
class Known:
    """A customer as everything about her is worked out from: her events, and what was said of her."""

    customer: str
    ids: tuple[str, ...]
    columns: Columns
    said: dict[str, Said]
    now: int


def known(workspace: Workspace, one: str) -> Known:
    """The customer who has this id. Raises unknown_customer."""
    snapshot, whose_is = workspace.snapshot(), whose(workspace)
    customer = whose_is.customer(one)
    ids = whose_is.ids(customer)
    told = said(messages_of(workspace.log).of(ids))
    if place_of(snapshot, customer) is None:
        if not told and len(ids) == 1:
            raise unknown_customer(one)
        return Known(customer, ids, nobodys(snapshot, customer), told, snapshot.as_of or 0)
    return Known(customer, ids, hers(snapshot, customer), told, snapshot.as_of or 0)


def profile(workspace: Workspace, one: str, lang: str = "en") -> Profile:
    """All that is known of the customer who has this id. Raises unknown_customer."""
    return profile_of(workspace, known(workspace, one), lang)


def profile_of(workspace: Workspace, her: Known, lang: str) -> Profile:
    settings, columns = workspace.settings, her.columns
    zone = zone_named(settings.timezone)
    seen, rules = len(columns.times) > 0, contacts_of(workspace.root)
    return Profile(
        customer=her.customer,
        ids=her.ids,
        first=show_instant(int(columns.times[0])) if seen else None,
        last=show_instant(int(columns.times[-1])) if seen else None,
        events=len(columns.times),
        as_of=show_instant(her.now) if her.now else None,
        currency=settings.currency,
        traits=tuple(map(_said_trait, her.said.values())),
        computed=tuple(_computed(workspace, her, zone, lang)),
        segments=tuple(_segments(workspace, columns, her.now, lang)) if seen else (),
        consents=consents_of(workspace, her.ids, columns, her.said, lang),
        matters=told_matters(columns, rules),
        switches=contacts(columns, rules).counted(),
    )


def _said_trait(one: Said) -> SaidTrait:
    return SaidTrait(one.name, one.value, kind(one.value), one.was, show_instant(one.time), one.source, one.message_id)


def _computed(workspace: Workspace, her: Known, zone: tzinfo, lang: str) -> Iterator[ComputedTrait]:
    for trait in traits_now(workspace):
        if trait.is_there(her.columns.names, her.columns.props):
            value = value_of(trait, her.columns, her.now, zone)
            if value is not None:
                yield ComputedTrait(trait.id, say(trait.name, lang) or trait.id, trait.kind, value, unit_of(trait))


def value_of(trait: TraitDocument, columns: Columns, now: int, zone: tzinfo) -> Value | None:
    """A trait of one customer; None where she has none, or where the document asks for what cannot be compared."""
    try:
        return computed(trait, columns, now, zone).of(0)
    except CestaError:
        return None


def unit_of(trait: TraitDocument) -> Unit | None:
    """What the value is counted in."""
    if trait.unit is not None:
        return trait.unit
    return UNITS.get(trait.of[0] if trait.of else trait.compute)


def _segments(workspace: Workspace, columns: Columns, now: int, lang: str) -> Iterator[SegmentOfHers]:
    """The segments she is in now, by their rules over her own events."""
    documents = segments_now(workspace)
    members = Members(documents, columns, workspace.settings.timezone, now)
    for segment_id, document in documents.items():
        try:
            if len(members(segment_id)):
                yield SegmentOfHers(segment_id, say(document.name, lang) or segment_id)
        except CestaError:
            continue  # told where segments are listed


def traits_now(workspace: Workspace) -> tuple[TraitDocument, ...]:
    """The workspace's computed traits, but for documents that cannot be read."""
    return _traits(workspace, _stamps(workspace.root / FOLDER))


def segments_now(workspace: Workspace) -> dict[str, SegmentDocument]:
    """The workspace's segments, but for documents that cannot be read."""
    return _documents(workspace, _stamps(workspace.root / "segments"))


def _stamps(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What changes when a document in a folder does: reading all of them takes longer than everything else."""
    found = ((path.name, path.stat()) for path in sorted(folder.glob("*.yaml")))
    return tuple((name, state.st_mtime_ns, state.st_size) for name, state in found)


@lru_cache(maxsize=16)
def _traits(workspace: Workspace, _: object) -> tuple[TraitDocument, ...]:
    return load_all(workspace, [])


@lru_cache(maxsize=16)
def _documents(workspace: Workspace, _: object) -> dict[str, SegmentDocument]:
    return load_segments(workspace, [])
