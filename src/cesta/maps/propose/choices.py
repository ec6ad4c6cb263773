"""What a person changes about a proposed map: rename, discard, keep, move, join. Each choice makes a new draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from cesta.maps.propose.draft import Draft, Stage, Stop
from cesta.maps.propose.words import slug
from cesta.model.errors import CestaError, unknown

Do = Literal["rename", "discard", "keep", "move", "join", "add_stage"]
LONGEST_NAME = 200

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice:
    """One change. id: a stop or a stage, or "map" for the title. name: the new name.

    to: the stage that a stop goes to, or the stop or stage that another one is joined with. at: its place there, from
    0; without it last.
    """

    do: Do
    id: str
    name: str | None = None
    to: str | None = None
    at: int | None = None


def applied(draft: Draft, choices: Sequence[Choice]) -> Draft:
    """The draft after all choices, in their order; stages left without a stop are gone.

    Raises unknown_touchpoint, unknown_stage, and bad_value when nothing would be left.
    """
    for choice in choices:
        draft = _DO[choice.do](draft, choice)
    stages = tuple(stage for stage in draft.stages if stage.stops)
    if not stages:
        raise CestaError("bad_value", "A map needs a touchpoint.", "Keep at least one.")
    return replace(draft, stages=stages)


def _rename(draft: Draft, choice: Choice) -> Draft:
    name = _name(choice)
    if choice.id == "map":
        return replace(draft, title=name)
    if _is_stage(draft, choice.id):
        return _with(draft, choice.id, lambda stage: replace(stage, name=name, short=None))
    _stop(draft, choice.id)
    stages = [
        replace(stage, stops=tuple(_called(stop, name) if stop.id == choice.id else stop for stop in stage.stops))
        for stage in draft.stages
    ]
    aside = tuple(_called(stop, name) if stop.id == choice.id else stop for stop in draft.aside)
    return replace(draft, stages=tuple(stages), aside=aside)


def _called(stop: Stop, name: str) -> Stop:
    return replace(stop, name=name, short=None)


def _discard(draft: Draft, choice: Choice) -> Draft:
    """A stop goes to the tray; a stage goes with all its stops."""
    if _is_stage(draft, choice.id):
        gone = [replace(stop, reason="discarded") for stop in _stage(draft, choice.id).stops]
        stages = tuple(stage for stage in draft.stages if stage.id != choice.id)
        return replace(draft, stages=stages, aside=(*gone, *draft.aside))
    rest, stop = _taken_out(draft, choice.id)
    return replace(rest, aside=(replace(stop, reason="discarded"), *rest.aside))


def _keep(draft: Draft, choice: Choice) -> Draft:
    """What was left out comes onto the map; what is on it stays where it is."""
    if any(stop.id == choice.id for stop in draft.stops):
        return draft
    return _move(draft, choice)


def _move(draft: Draft, choice: Choice) -> Draft:
    """A stop to another place or stage; a stage to another place."""
    if _is_stage(draft, choice.id):
        stage = _stage(draft, choice.id)
        others = [other for other in draft.stages if other.id != choice.id]
        return replace(draft, stages=tuple(_put(others, stage, choice.at)))
    rest, stop = _taken_out(draft, choice.id)
    stop = replace(stop, reason=None)
    stage = _stage(rest, choice.to) if choice.to is not None else _nearest(rest, stop)
    return _with(rest, stage.id, lambda found: replace(found, stops=tuple(_put(list(found.stops), stop, choice.at))))


def _join(draft: Draft, choice: Choice) -> Draft:
    """Two stops become one, or two stages; the other's name stays."""
    to = choice.to or ""
    if choice.id == to:
        raise CestaError("bad_value", "Nothing can be joined with itself.", None)
    if _is_stage(draft, choice.id):
        more = _stage(draft, choice.id).stops
        _stage(draft, to)
        rest = replace(draft, stages=tuple(stage for stage in draft.stages if stage.id != choice.id))
        return _with(rest, to, lambda stage: replace(stage, stops=(*stage.stops, *more)))
    rest, stop = _taken_out(draft, choice.id)
    other = _stop(rest, to)
    if other.reason is not None:
        raise unknown("unknown_touchpoint", "touchpoint", to, [each.id for each in rest.stops])
    whole = replace(other, kinds=(*other.kinds, *stop.kinds), events=other.events + stop.events)
    stages = tuple(
        replace(stage, stops=tuple(whole if each.id == to else each for each in stage.stops)) for stage in rest.stages
    )
    return replace(rest, stages=stages)


def _add_stage(draft: Draft, choice: Choice) -> Draft:
    """An empty stage; its id is `id`, or made of its name where that is taken."""
    name = _name(choice)
    taken = [stage.id for stage in draft.stages] + [stop.id for stop in (*draft.stops, *draft.aside)]
    id_ = slug(choice.id if choice.id not in taken else name, taken)
    return replace(draft, stages=tuple(_put(list(draft.stages), Stage(id_, name, ()), choice.at)))


_DO: Mapping[str, Callable[[Draft, Choice], Draft]] = {
    "rename": _rename,
    "discard": _discard,
    "keep": _keep,
    "move": _move,
    "join": _join,
    "add_stage": _add_stage,
}


def _put(items: list[T], item: T, at: int | None) -> list[T]:
    place = len(items) if at is None else max(0, min(at, len(items)))
    return [*items[:place], item, *items[place:]]


def _name(choice: Choice) -> str:
    name = " ".join((choice.name or "").split())
    if not name:
        raise CestaError("bad_value", "A name cannot be empty.", "Write a word or two.")
    return name[:LONGEST_NAME]


def _is_stage(draft: Draft, id_: str) -> bool:
    return any(stage.id == id_ for stage in draft.stages)


def _stage(draft: Draft, id_: str) -> Stage:
    for stage in draft.stages:
        if stage.id == id_:
            return stage
    raise unknown("unknown_stage", "stage", id_, [stage.id for stage in draft.stages])


def _stop(draft: Draft, id_: str) -> Stop:
    for stop in (*draft.stops, *draft.aside):
        if stop.id == id_:
            return stop
    raise unknown("unknown_touchpoint", "touchpoint", id_, [stop.id for stop in draft.stops])


def _taken_out(draft: Draft, id_: str) -> tuple[Draft, Stop]:
    stop = _stop(draft, id_)
    stages = tuple(
        replace(stage, stops=tuple(each for each in stage.stops if each.id != id_)) for stage in draft.stages
    )
    aside = tuple(each for each in draft.aside if each.id != id_)
    return replace(draft, stages=stages, aside=aside), stop


def _with(draft: Draft, id_: str, change: Callable[[Stage], Stage]) -> Draft:
    return replace(draft, stages=tuple(change(stage) if stage.id == id_ else stage for stage in draft.stages))


def _nearest(draft: Draft, stop: Stop) -> Stage:
    """The stage that its place in the customer's order falls nearest to."""

    def away(stage: Stage) -> float:
        return min((abs(other.place - stop.place) for other in stage.stops), default=1.0)

    return min(draft.stages, key=away)
