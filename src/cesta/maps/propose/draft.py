"""A map as it is proposed, before anybody has accepted it: stages, their stops, and what was left out and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cesta.maps.propose.kinds import Kind
from cesta.maps.propose.rhythm import Rhythm
from cesta.model.shape import Text

Reason = Literal["technical", "rare", "no_room", "discarded"]
Why = Literal["goal", "begins", "trouble", "known", "frequent"]


@dataclass(frozen=True, slots=True)
class Stop:
    """A touchpoint on the map or beside it. kinds: what it takes, more than one when stops were joined.

    place: where in a journey it usually is, 0 first to 1 last. events, people: how many there are of it, whenever.
    """

    id: str
    kinds: tuple[Kind, ...]
    name: Text
    short: Text | None
    channel: str | None
    place: float
    events: int
    people: int
    why: Why
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    id: str
    name: Text
    stops: tuple[Stop, ...]
    short: Text | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """starts: names of the events that begin journeys. finals: what ends them at once. goal: what they are for.

    aside: what was left out.
    """

    id: str
    title: Text
    starts: tuple[str, ...]
    finals: tuple[Kind, ...]
    rhythm: Rhythm
    goal: Kind | None
    stages: tuple[Stage, ...]
    aside: tuple[Stop, ...]

    @property
    def stops(self) -> Iterator[Stop]:
        """All stops on the map, left to right."""
        return (stop for stage in self.stages for stop in stage.stops)
