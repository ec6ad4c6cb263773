"""What differs between two maps, as a person would say it: a stage moved, an owner changed, a barrier was added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from cesta.maps.document import MapDocument

THINGS = {
    "stages": "stage",
    "touchpoints": "touchpoint",
    "barriers": "barrier",
    "fixes": "fix",
    "links": "link",
    "benchmark": "benchmark",
    "own_lanes": "lane",
}
"""Lists whose items are told apart by their ids."""
SAID = ("name", "text", "title", "who", "url", "id")
"""Where the words for a thing stand, the best first."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A part of a map: what it is, its id, and what people call it (in one language, or a text for each)."""

    kind: str
    id: str
    name: Any


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. inside: the parts that the thing is in, outermost first.

    changed: `field` went from before to after; None where it was not there. A path of fields is written goal.target.
    moved: `before` and `after` are the Things it came after and comes after now (None: it was, or is, the first).
    A touchpoint that went to another stage is moved, with the two stages in `from_stage` and `to_stage`.
    """

    kind: Literal["added", "removed", "moved", "changed"]
    thing: Thing
    inside: tuple[Thing, ...] = ()
    field: str | None = None
    before: Any = None
    after: Any = None
    from_stage: Thing | None = None
    to_stage: Thing | None = None


def differences(before: MapDocument, after: MapDocument) -> tuple[Change, ...]:
    """What makes `after` another map than `before`; empty when both say the same."""
    return between(before.data, after.data)


def between(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """The same for the plain data of two documents."""
    return tuple(_Comparing(_stops(before), _stops(after)).whole(before, after))


def _thing(kind: str, data: Any) -> Thing:
    found = data if isinstance(data, Mapping) else {}
    return Thing(kind, str(found.get("id", "")), next((found[key] for key in SAID if found.get(key)), ""))


def _same(old: Any, new: Any) -> bool:
    return bool(old == new) and isinstance(old, bool) == isinstance(new, bool)


def _leaves(old: Any, new: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    """What is said of a thing itself, field by field; parts with ids of their own are left to their own lines."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*old, *new)):
            if path or not (key in THINGS and _listed(old, key) and _listed(new, key)):
                yield from _leaves(old.get(key), new.get(key), (*path, str(key)))
    elif not _same(old, new):
        yield path, old, new


def _listed(data: Mapping[str, Any], key: str) -> bool:
    """Whether this is a list of things with ids, no id twice; a missing one is an empty one."""
    items = data.get(key)
    if items is None:
        return True
    if not isinstance(items, Sequence) or isinstance(items, str):
        return False
    ids = [item.get("id") for item in items if isinstance(item, Mapping)]
    return len(ids) == len(items) and all(isinstance(each, str) for each in ids) and len(set(ids)) == len(ids)


def _before(names: Sequence[str]) -> dict[str, str | None]:
    """Each name with the one ahead of it."""
    return dict(zip(names, (None, *names), strict=False))


def _rising(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The most names that keep their order: the others are those that moved.

    >>> _rising(["a", "b", "c", "d"], ["b", "c", "a", "d"])
    ['b', 'c', 'd']
    """
    places = {name: place for place, name in enumerate(new)}
    runs: list[list[str]] = []
    for name in old:
        under = (run for run in runs if places[run[-1]] < places[name])
        runs.append([*max(under, key=len, default=[]), name])
    return max(runs, key=len, default=[])


def _stops(data: Mapping[str, Any]) -> dict[str, tuple[Thing, Mapping[str, Any], str | None]]:
    """Every touchpoint by id, with its stage and the touchpoint ahead of it; nothing when an id is used twice."""
    found: dict[str, tuple[Thing, Mapping[str, Any], str | None]] = {}
    if not _listed(data, "stages"):
        return {}
    for stage in data.get("stages") or ():
        if not _listed(stage, "touchpoints"):
            return {}
        ahead = None
        for item in stage.get("touchpoints") or ():
            if item["id"] in found:
                return {}
            found[item["id"]] = (_thing("stage", stage), item, ahead)
            ahead = item["id"]
    return found


@dataclass(frozen=True, slots=True)
class _Comparing:
    """old, new: every touchpoint of the two documents."""

    old: Mapping[str, tuple[Thing, Mapping[str, Any], str | None]]
    new: Mapping[str, tuple[Thing, Mapping[str, Any], str | None]]

    def whole(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
        yield from self._inner(_thing("map", new), (), old, new)
        for name in self.new:
            if self._wandered(name):
                was, home = self.old[name], self.new[name]
                thing, ahead = _thing("touchpoint", home[1]), home[2]
                last = None if ahead is None else _thing("touchpoint", self.new[ahead][1])
                yield Change("moved", thing, (home[0],), None, None, last, was[0], home[0])
                yield from self._inner(thing, (home[0],), was[1], home[1])

    def _wandered(self, name: str) -> bool:
        """Whether a touchpoint stands in another stage now."""
        return name in self.old and name in self.new and self.old[name][0].id != self.new[name][0].id

    def _inner(
        self, thing: Thing, inside: tuple[Thing, ...], old: Mapping[str, Any], new: Mapping[str, Any]
    ) -> Iterator[Change]:
        for path, before, after in _leaves(old, new, ()):
            yield Change("changed", thing, inside, ".".join(path), before, after)
        around = () if thing.kind == "map" else (*inside, thing)
        for key, kind in THINGS.items():
            if (key in old or key in new) and _listed(old, key) and _listed(new, key):
                staying = kind != "touchpoint"
                yield from self._listing(
                    kind,
                    around,
                    {item["id"]: item for item in old.get(key) or () if staying or not self._wandered(item["id"])},
                    {item["id"]: item for item in new.get(key) or () if staying or not self._wandered(item["id"])},
                )

    def _listing(
        self, kind: str, inside: tuple[Thing, ...], old: Mapping[str, Any], new: Mapping[str, Any]
    ) -> Iterator[Change]:
        for name, item in old.items():
            if name not in new:
                yield Change("removed", _thing(kind, item), inside)
        still = set(_rising([name for name in old if name in new], [name for name in new if name in old]))
        earlier = _before(list(old))
        for name, ahead in _before(list(new)).items():
            thing = _thing(kind, new[name])
            last = None if ahead is None else _thing(kind, new[ahead])
            if name not in old:
                yield Change("added", thing, inside, after=last)
                continue
            was = earlier[name]
            if name not in still:
                yield Change("moved", thing, inside, None, None if was is None else _thing(kind, old[was]), last)
            yield from self._inner(thing, inside, old[name], new[name])
