"""Changes that a map needs to stay true: what many journeys do beside it, and touchpoints that have fallen silent."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

import numpy as np

from cesta.kernels.intervals import wilson
from cesta.maps.bind import ground
from cesta.maps.compose import Ground
from cesta.maps.document import MapDocument
from cesta.maps.edit import Edit
from cesta.maps.propose.channels import SAID, channel_of
from cesta.maps.propose.kinds import Kind, kinds_of
from cesta.maps.propose.words import slug
from cesta.maps.propose.writing import condition_of
from cesta.maps.proposed_book import Dismissal, dismissals, keep
from cesta.maps.proposed_places import Counted, Spot, counted, recent, spot, unknown_rows
from cesta.maps.proposed_silent import Silent, silent
from cesta.maps.view import Number
from cesta.model.errors import CestaError, unknown
from cesta.model.instant import show_instant
from cesta.model.shape import say
from cesta.store.workspace import Workspace

LEAST = 0.05
"""A way of fewer journeys, at the lower end of its interval, is not worth a touchpoint."""
FEWEST = 10
_KEEP = 16
_kept: OrderedDict[Hashable, tuple[Proposed, ...]] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Proposed:
    """One change. add: `events` that no touchpoint knows, in `share` of the journeys of now and `earlier` of those
    before. silent: nothing has come to `touchpoint` since `last`. unknown: nothing ever did.

    stage, previous, following: where it fits, and between what it happens most often, by name. meant: the event that
    may be the same thing. edit: what accepting it does to the map's draft.
    """

    key: str
    kind: Literal["add", "silent", "unknown"]
    events: tuple[str, ...]
    touchpoint: str
    name: str
    stage: str
    previous: str | None
    following: str | None
    share: Number | None
    earlier: Number | None
    last: str | None
    meant: str | None
    edit: Edit


@dataclass(frozen=True, slots=True)
class ProposalsView:
    """The most pressing first. dismissed: how many are not shown because somebody said why not."""

    map: str
    proposals: tuple[Proposed, ...]
    dismissed: int


def proposals(workspace: Workspace, map_id: str, language: str = "en", text: str | None = None) -> ProposalsView:
    """What is proposed and was not dismissed; text: what the map says in its draft. Raises unknown_map, bad_map."""
    every, said = _found(workspace, map_id, language, text), dismissals(workspace.data, map_id)
    shown = tuple(one for one in every if one.key not in said or _is_news(one, said[one.key]))
    return ProposalsView(map_id, shown, len(every) - len(shown))


def dismiss(workspace: Workspace, map_id: str, key: str, reason: str, by: str, text: str | None = None) -> None:
    """Remembers why a proposal is none. Raises unknown_proposal, bad_value."""
    if not reason.strip():
        raise CestaError("bad_value", "A dismissal says why.", 'Write reason: "not a part of this journey".')
    found = {one.key: one for one in _found(workspace, map_id, "en", text)}
    if key not in found:
        raise unknown("unknown_proposal", "proposal", key, found)
    one, when = found[key], datetime.now(UTC).isoformat(timespec="seconds")
    high = one.share.high if one.share is not None else None
    keep(workspace.data, map_id, key, Dismissal(reason.strip(), by, when, high, one.last))


def _is_news(one: Proposed, said: Dismissal) -> bool:
    """Whether it grew clearly since it was dismissed, or fell silent anew."""
    if one.share is not None:
        return said.high is not None and (one.share.low or 0.0) > said.high
    return one.last != said.last


def _found(workspace: Workspace, map_id: str, language: str, text: str | None) -> tuple[Proposed, ...]:
    key = (str(workspace.root), workspace.generation(), map_id, language, text)
    with _lock:
        if key in _kept:
            return _kept[key]
    found = tuple(found_in(ground(workspace, map_id, text=text), language))
    with _lock:
        _kept[key] = found
        while len(_kept) > _KEEP:
            _kept.popitem(last=False)
    return found


def found_in(given: Ground, language: str = "en") -> list[Proposed]:
    """All that these events propose for this map: silent touchpoints, then ways by the share of journeys."""
    quiet = list(silent(given.document, given.trace))
    taken = {one.meant for one in quiet}
    ways = [one for one in _ways(given, language) if not taken & set(one.events)]
    ways.sort(key=lambda one: (-(one.share.value or 0.0) if one.share else 0.0, one.key))
    return [*(_silent(given.document, one, language) for one in quiet), *ways]


def _ways(given: Ground, language: str) -> Iterator[Proposed]:
    """The kinds of events beside the map that many journeys have now."""
    found, columns = given.trace, given.trace.columns
    beside = np.flatnonzero(unknown_rows(found))
    codes_beside = columns.codes[beside]
    present = np.bincount(codes_beside, minlength=len(columns.names)) > 0
    owned = np.bincount(columns.codes[found.touch >= 0], minlength=len(columns.names)) > 0
    code_of = {name: code for code, name in enumerate(columns.names)}
    fewest = max(given.min_n, FEWEST)
    now = recent(found, fewest)
    for kind in kinds_of(columns) if len(columns.names) else ():
        # An event that the map knows under a condition is left out on purpose.
        codes = [code_of[name] for name in kind.events if present[code_of[name]] and not owned[code_of[name]]]
        if kind.technical or not codes:
            continue
        rows = beside[np.isin(codes_beside, codes)]
        here = counted(found, rows, now)
        if here.n < fewest or wilson(here.n, here.of)[0] < LEAST:
            continue
        place = spot(found, rows[now[found.journey[rows]]])
        if place is None:
            continue
        part = Kind(tuple(columns.names[code] for code in codes), kind.label, kind.meaning, kind.stage)
        shares = _number(here), _number(counted(found, rows, ~now)) if not now.all() else None
        yield _way(given.document, part, place, shares, channel_of(part, rows, columns, SAID), language)


def _way(
    document: MapDocument,
    kind: Kind,
    place: Spot,
    shares: tuple[Number, Number | None],
    channel: str | None,
    language: str,
) -> Proposed:
    stage, stops = document.stages[place.stage], document.touchpoints
    ids = [*(one.id for one in document.stages), *(one.id for one in stops)]
    id_ = slug(kind.meaning.id if kind.meaning else kind.label, ids)
    value: dict[str, Any] = {"id": id_, "name": kind.name()}
    short = kind.short()
    value |= {"short": short} if short is not None else {}
    value |= {"channel": channel} if channel is not None else {}
    value["match"] = condition_of((kind,))
    after = stops[place.after].id if place.after is not None else ""
    return Proposed(
        key=f"add-{slug(kind.events[0])}",
        kind="add",
        events=kind.events,
        touchpoint=id_,
        name=say(kind.name(), language) or kind.label,
        stage=say(stage.name, language) or stage.id,
        previous=_name(document, place.previous, language),
        following=_name(document, place.following, language),
        share=shares[0],
        earlier=shares[1],
        last=None,
        meant=None,
        edit=Edit("add", ("stages", stage.id, "touchpoints"), value, after=after),
    )


def _silent(document: MapDocument, one: Silent, language: str) -> Proposed:
    """Its rule takes in what was meant, too; where nothing can have been meant, it goes."""
    touchpoint = document.touchpoints[one.place]
    stage = next(stage for stage in document.stages if touchpoint in stage.touchpoints)
    at = ("stages", stage.id, "touchpoints", touchpoint.id)
    if one.meant is None:
        edit = Edit("remove", at)
    else:
        was, new = touchpoint.data.get("match"), {"event": one.meant}
        both = [*was["any"], new] if isinstance(was, dict) and set(was) == {"any"} else [was, new]
        edit = Edit("set", (*at, "match"), {"any": both} if one.last else new, was)
    return Proposed(
        key=f"{'silent' if one.last else 'unknown'}-{touchpoint.id}",
        kind="silent" if one.last else "unknown",
        events=one.names,
        touchpoint=touchpoint.id,
        name=say(touchpoint.name, language) or touchpoint.id,
        stage=say(stage.name, language) or stage.id,
        previous=None,
        following=None,
        share=None,
        earlier=None,
        last=show_instant(one.last) if one.last else None,
        meant=one.meant,
        edit=edit,
    )


def _name(document: MapDocument, place: int | None, language: str) -> str | None:
    return None if place is None else say(document.touchpoints[place].name, language) or document.touchpoints[place].id


def _number(seen: Counted) -> Number:
    if not seen.of:
        return Number(None, "share", 0, 0, too_few=True)
    low, high = wilson(seen.n, seen.of)
    return Number(seen.n / seen.of, "share", seen.n, seen.of, low, high)
