"""A map as people write it: whose journey, its stages and stops, its goal, and where it begins and ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cesta.journeys.where import Condition, read_condition
from cesta.maps.fields import KNOWN_LANES, LANE_NAMES, MAP
from cesta.maps.inherit import Whole, whole
from cesta.maps.library import Find, finder, nothing, parsed, path_of
from cesta.maps.view import Evidence
from cesta.model.duration import duration
from cesta.model.errors import CestaError
from cesta.model.shape import Complaint, Text, step, without
from cesta.store.documents import Document, parse_document
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class FixDoc:
    id: str
    text: Text
    status: str | None
    effort: float | None
    cost: str | None
    owner: str | None


@dataclass(frozen=True, slots=True)
class BarrierDoc:
    id: str
    text: Text
    evidence: Evidence
    sources: tuple[str, ...]
    fixes: tuple[FixDoc, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """What should follow a touchpoint, in how much time, and from which share on it is a success."""

    condition: Condition
    within: int
    text: Text | None
    at_least: float | None


@dataclass(frozen=True, slots=True)
class TouchpointDoc:
    """`match` None: the document says nothing readable about which events these are. data: all its fields."""

    pointer: str
    id: str
    name: Text
    short: Text | None
    channel: str
    tool: str | None
    match: Condition | None
    action: Action | None
    criticality: str | None
    moment_of_truth: bool
    thinks: Text | None
    motivation: Text | None
    emotion: float | None
    barriers: tuple[BarrierDoc, ...]
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StageDoc:
    pointer: str
    id: str
    name: Text
    short: Text | None
    customer_goal: Text | None
    owner: str | None
    measures: tuple[str, ...]
    touchpoints: tuple[TouchpointDoc, ...]
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rules:
    """Where journeys begin and end; lengths in microseconds."""

    starts: tuple[Condition, ...]
    fresh: int | None
    ends: tuple[Condition, ...]
    silence: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class GoalDoc:
    condition: Condition
    name: Text | None
    target: float | None


@dataclass(frozen=True, slots=True)
class MapDocument:
    """`whole` gives the line of each pointer; `complaints` are what the document's own shape gets wrong.

    data: every field that could be read, also those that nothing is worked out from yet.
    """

    whole: Whole
    complaints: tuple[Complaint, ...]
    data: Mapping[str, Any]
    id: str
    title: Text
    level: str
    state: str
    status: str
    owner: str | None
    purpose: str | None
    scenario: Text | None
    trigger: Text | None
    expectations: tuple[Text, ...]
    reviewed: str | None
    review_every: int | None
    period: tuple[str | None, str | None]
    lanes: tuple[str, ...]
    persona: str | None
    segment: str | None
    rules: Rules
    goal: GoalDoc | None
    measures: tuple[str, ...]
    stages: tuple[StageDoc, ...]

    @property
    def touchpoints(self) -> tuple[TouchpointDoc, ...]:
        """All touchpoints in document order."""
        return tuple(touchpoint for stage in self.stages for touchpoint in stage.touchpoints)


def load(workspace: Workspace, map_id: str) -> MapDocument:
    """The map of this id. Raises unknown_map, bad_yaml, bad_map."""
    find = finder(workspace)
    return as_map(find("map", map_id), find)


def load_text(workspace: Workspace, map_id: str, text: str) -> MapDocument:
    """What the map of this id would be with this text."""
    path = path_of(workspace, "map", map_id).relative_to(workspace.root)
    return as_map(parsed(text, path), finder(workspace))


def parse(text: str, path: Path = Path("map.yaml")) -> MapDocument:
    """The map in this text, which stands alone. Raises bad_yaml, bad_map."""
    return as_map(parse_document(text, path))


def as_map(source: Document, find: Find = nothing) -> MapDocument:
    """The map in a document. What can be read is kept, what cannot is left out and complained about.

    Raises bad_map when too little is left to draw: no start of journeys, or no stage; or when its base is missing.
    """
    found = whole(source, find)
    complaints = (*found.remarks, *MAP(found.data, ""))
    data: Any = without(found.data, complaints)
    if not isinstance(data, Mapping) or not data.get("stages") or not _starts(data):
        _refuse(found, complaints)
    review, period = data.get("review_every"), data.get("period") or {}
    return MapDocument(
        whole=found,
        complaints=complaints,
        data=data,
        id=data.get("id") or source.path.stem,
        title=data.get("title") or source.path.stem,
        level=data.get("level") or "L1",
        state=data.get("state") or "current",
        status=data.get("status") or "draft",
        owner=data.get("owner"),
        purpose=data.get("purpose"),
        scenario=data.get("scenario"),
        trigger=data.get("trigger"),
        expectations=_kept(data.get("expectations")),
        reviewed=data.get("reviewed"),
        review_every=None if review is None else duration(review),
        period=(period.get("from"), period.get("to")),
        lanes=tuple(_lanes(data)) or LANE_NAMES,
        persona=data.get("persona"),
        segment=data.get("segment"),
        rules=_rules(data),
        goal=_goal(data.get("goal")),
        measures=_kept(data.get("measures")),
        stages=tuple(_stages(data["stages"])),
    )


def _refuse(found: Whole, complaints: tuple[Complaint, ...]) -> None:
    first = next((c for c in complaints if c.level == "error"), None)
    message = first.message if first else 'A map needs "start" with at least one event, and at least one stage.'
    line, elsewhere = found.place(first.pointer if first else "")
    hint = first.hint if first and first.hint else 'Write start: {first_of: [an event]} and a list of "stages".'
    raise CestaError("bad_map", f"{found.source.path.name}:{line}: {elsewhere}{message}", hint)


def _kept(items: Any) -> tuple[Any, ...]:
    return tuple(item for item in items or () if item is not None)


def _lanes(data: Mapping[str, Any]) -> Iterator[str]:
    own = {lane.get("id") for lane in _kept(data.get("own_lanes"))}
    yield from (lane for lane in _kept(data.get("lanes")) if lane in KNOWN_LANES or lane in own)


def _starts(data: Mapping[str, Any]) -> tuple[Condition, ...]:
    start = data.get("start") or {}
    return tuple(map(read_condition, _kept(start.get("first_of")) + _kept(start.get("any_of"))))


def _rules(data: Mapping[str, Any]) -> Rules:
    ends: list[Condition] = []
    limits: dict[str, list[int]] = {"silence": [], "after": []}
    for item in _kept((data.get("end") or {}).get("any_of")):
        word, _, rest = item.partition(" ") if isinstance(item, str) else ("", "", "")
        if word in limits and rest:
            limits[word].append(duration(rest.strip()))
        else:
            ends.append(read_condition(item))
    fresh = (data.get("start") or {}).get("after_silence")
    return Rules(
        starts=_starts(data),
        fresh=None if fresh is None else duration(fresh),
        ends=tuple(ends),
        silence=min(limits["silence"], default=None),
        after=min(limits["after"], default=None),
    )


def _condition(data: Any) -> Condition | None:
    """None when there is none, or when a part of it could not be read: without that part it would meet too much."""
    parts = {part: data[part] for part in ("event", "where", "any") if part in data} if data else {}
    if not parts or None in parts.values() or None in (parts.get("any") or ()):
        return None
    return read_condition(parts)


def named(condition: Condition) -> Iterator[str]:
    """The events that a condition names, its own or those of its choices."""
    if condition.event is not None:
        yield condition.event
    for choice in condition.choices or ():
        yield from named(choice)


def _goal(data: Any) -> GoalDoc | None:
    condition = _condition(data)
    if condition is None:
        return None
    usual = data.get("measure") in (None, "conversion")  # the target of another measure says nothing about this one
    return GoalDoc(condition, data.get("name"), data.get("target") if usual else None)


def _stages(items: list[Any]) -> Iterator[StageDoc]:
    for place, data in enumerate(items):
        if data is not None:
            pointer = step("/stages", place)
            yield StageDoc(
                pointer=pointer,
                id=data.get("id") or f"stage-{place + 1}",
                name=data.get("name") or data.get("id") or f"stage-{place + 1}",
                short=data.get("short"),
                customer_goal=data.get("customer_goal"),
                owner=data.get("owner"),
                measures=_kept(data.get("measures")),
                touchpoints=tuple(_touchpoints(data.get("touchpoints") or [], step(pointer, "touchpoints"))),
                data=data,
            )


def _touchpoints(items: list[Any], pointer: str) -> Iterator[TouchpointDoc]:
    for place, data in enumerate(items):
        if data is not None:
            here = step(pointer, place)
            id_ = data.get("id") or "stop" + here.replace("/stages/", "-").replace("/touchpoints/", "-")
            yield TouchpointDoc(
                pointer=here,
                id=id_,
                name=data.get("name") or id_,
                short=data.get("short"),
                channel=data.get("channel") or "other",
                tool=data.get("tool"),
                match=_condition(data.get("match")),
                action=_action(data.get("target_action"), data.get("success")),
                criticality=data.get("criticality"),
                moment_of_truth=bool(data.get("moment_of_truth")),
                thinks=data.get("thinks"),
                motivation=data.get("motivation"),
                emotion=(data.get("emotion") or {}).get("assumed"),
                barriers=tuple(_barriers(data.get("barriers"))),
                data=data,
            )


def _action(data: Any, success: Any) -> Action | None:
    condition = _condition(data)
    if condition is None or not data.get("within"):
        return None
    wanted = success or {}
    at_least = wanted.get("at_least") if wanted.get("measure") in (None, "action-rate") else None
    return Action(condition, duration(data["within"]), data.get("text"), at_least)


def _barriers(items: Any) -> Iterator[BarrierDoc]:
    for place, data in enumerate(_kept(items)):
        yield BarrierDoc(
            id=data.get("id") or f"barrier-{place + 1}",
            text=data.get("text") or "",
            evidence=data.get("evidence") or "assumed",
            sources=_kept(data.get("sources")),
            fixes=tuple(_fix(fix, place) for place, fix in enumerate(_kept(data.get("fixes")))),
        )


def _fix(data: Mapping[str, Any], place: int) -> FixDoc:
    return FixDoc(
        id=data.get("id") or f"fix-{place + 1}",
        text=data.get("text") or "",
        status=data.get("status"),
        effort=data.get("effort"),
        cost=data.get("cost"),
        owner=data.get("owner"),
    )
