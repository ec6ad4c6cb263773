"""The desired journey of a map: which stops in which order, what may be left out, come again or take how long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from cesta.maps.desired_parts import names_in
from cesta.maps.document import MapDocument
from cesta.model.duration import duration
from cesta.model.wanted_journey import WantedJourney, read_wanted_journey


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many microseconds from the first touch of `origin` to the next of `target`: touchpoints or stages."""

    origin: str
    target: str
    most: int


@dataclass(frozen=True, slots=True)
class Desired:
    """order: the touchpoints of the path as they are named. skippable: those that may be left out.

    aside: touchpoints off the path that may be touched at any time and are not compared. again: touchpoints of the
    path that may be touched again, also elsewhere.
    """

    model: WantedJourney
    order: tuple[str, ...]
    skippable: frozenset[str]
    aside: frozenset[str]
    again: frozenset[str]
    limits: tuple[Limit, ...]
    emotion: Mapping[str, float]


def desired_of(document: MapDocument) -> Desired | None:
    """The desired journey that the document describes; None when it has no path of touchpoints that are there."""
    data: Mapping[str, Any] = document.data.get("desired") or {}
    known = {touchpoint.id for touchpoint in document.touchpoints}
    optional = {name for name in data.get("optional") or () if name is not None}
    path = [part for part in (_kept(one, known) for one in data.get("path") or ()) if part is not None]
    if not path:
        return None
    named = tuple(dict.fromkeys(name for part in path for name in names_in(part)))
    skippable = optional & set(named) | {name for part in path for name in _free(part)}
    model = read_wanted_journey({"sequence": [_optional(part, optional) for part in path]})
    return Desired(
        model=replace(model, final=frozenset(range(len(model.names)))),
        order=named,
        skippable=frozenset(skippable),
        aside=frozenset(optional - set(named)),
        again=frozenset(name for name in data.get("again") or () if name in named),
        limits=tuple(_limits(data.get("max_time") or {}, known | {stage.id for stage in document.stages})),
        emotion={name: value for name, value in (data.get("emotion") or {}).items() if name in known},
    )


def _kept(part: Any, known: set[str]) -> Any:
    """The part without touchpoints that the map lacks; None when nothing is left."""
    if isinstance(part, str):
        return part if part in known else None
    if isinstance(part, Mapping):
        inside = {kind: _kept(value, known) for kind, value in part.items()}
        return None if None in inside.values() else inside
    if isinstance(part, list | tuple):
        return [kept for kept in (_kept(one, known) for one in part) if kept is not None] or None
    return None


def _optional(part: Any, optional: set[str]) -> Any:
    """The part with every touchpoint that may be left out written so."""
    if isinstance(part, str):
        return {"optional": part} if part in optional else part
    if isinstance(part, Mapping):
        return {kind: _optional(value, optional) for kind, value in part.items()}
    return [_optional(one, optional) for one in part]


def _free(part: Any) -> Iterator[str]:
    """Touchpoints that stand inside something optional, or are one of a choice."""
    if isinstance(part, Mapping):
        for kind, inside in part.items():
            yield from names_in(inside) if kind in ("optional", "choice") else _free(inside)
    elif isinstance(part, list | tuple):
        for one in part:
            yield from _free(one)


def _limits(given: Mapping[str, Any], known: set[str]) -> Iterator[Limit]:
    for way, most in given.items():
        origin, _, target = (end.strip() for end in way.partition("->"))
        if origin in known and target in known and most is not None:
            yield Limit(origin, target, duration(most))
