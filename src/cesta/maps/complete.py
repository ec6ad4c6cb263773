"""How much of the practice a map has filled in, step by step, and where what is missing belongs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from cesta.maps.document import MapDocument
from cesta.model.shape import say

Step = Literal["persona", "touchpoints", "goals", "obstacles", "focus", "removal"]
STEPS: tuple[Step, ...] = ("persona", "touchpoints", "goals", "obstacles", "focus", "removal")
Data = Mapping[str, Any]
At = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A part of the map that does not say it yet: its address and its name; no address for the map itself."""

    at: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a map should say, of as many parts as there are; none of nothing is neither filled nor missing."""

    step: Step
    name: str
    filled: int
    of: int
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Completeness:
    """share: how much is filled, each point weighing the same however many parts it is about."""

    share: float
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stage, a touchpoint or a barrier with its fields and address."""

    at: At
    data: Data


def complete(document: MapDocument, language: str = "en") -> Completeness:
    """What the document says, whoever filled it in; numbers measured need no filling in."""
    points = tuple(_points(document.data, language))
    shares = [point.filled / point.of for point in points if point.of]
    return Completeness(sum(shares) / len(shares) if shares else 0.0, points)


def stages_of(data: Data) -> tuple[Part, ...]:
    return tuple(Part(("stages", stage["id"]), stage) for stage in data.get("stages") or ())


def inside(parts: Iterable[Part], field: str) -> tuple[Part, ...]:
    """The things in a list of each part: its touchpoints, its barriers."""
    return tuple(Part((*part.at, field, item["id"]), item) for part in parts for item in part.data.get(field) or ())


def _points(data: Data, language: str) -> Iterator[Point]:
    stages = stages_of(data)
    stops = inside(stages, "touchpoints")
    barriers = inside(stops, "barriers")
    drawn = (*stages, *stops)

    def each(step: Step, name: str, parts: Iterable[Part], said: Callable[[Data], Any]) -> Point:
        known = tuple(parts)
        open_ = tuple(part for part in known if not said(part.data))
        missing = tuple(Missing(part.at, _called(part.data, language)) for part in open_)
        return Point(step, name, len(known) - len(open_), len(known), missing)

    def once(step: Step, name: str, said: Any) -> Point:
        return Point(step, name, int(bool(said)), 1, () if said else (Missing((), ""),))

    yield once("persona", "persona", data.get("persona") or data.get("segment"))
    yield once("persona", "scenario", data.get("scenario"))
    yield each("touchpoints", "touchpoints", stages, lambda one: one.get("touchpoints"))
    yield each("touchpoints", "match", stops, lambda one: one.get("match"))
    yield each("touchpoints", "channel", stops, lambda one: one.get("channel"))
    yield once("goals", "goal", data.get("goal"))
    yield once("goals", "target", (data.get("goal") or {}).get("target"))
    yield each("goals", "customer_goal", stages, lambda one: one.get("customer_goal"))
    yield once("goals", "expectations", data.get("expectations"))
    yield each("obstacles", "emotion", stops, lambda one: one.get("emotion"))
    yield once("obstacles", "barriers", barriers)
    yield each("obstacles", "evidence", barriers, lambda one: one.get("evidence") not in (None, "assumed"))
    yield each("focus", "criticality", stops, lambda one: one.get("criticality"))
    yield once("focus", "focus", any(part.data.get("focus") for part in drawn))
    yield once("focus", "moment_of_truth", any(part.data.get("moment_of_truth") for part in drawn))
    yield each("removal", "fixes", barriers, lambda one: one.get("fixes"))
    yield each("removal", "owner", stages, lambda one: one.get("owner"))
    yield once("removal", "map_owner", data.get("owner"))


def _called(data: Data, language: str) -> str:
    return say(data.get("name") or data.get("text"), language) or str(data["id"])
