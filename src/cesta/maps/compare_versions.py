"""Two versions of a map laid over each other: what was added, removed, moved or changed, each at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from cesta.maps.diff import Change, between
from cesta.maps.diff_words import line_of
from cesta.maps.drafts import Desk
from cesta.maps.versions import data_of, text_of
from cesta.model.shape import say

State = Literal["same", "added", "removed", "moved", "changed"]
Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class VersionStop:
    """A touchpoint of either version. lines: what became of it, in words."""

    id: str
    name: str
    state: State
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VersionStage:
    """A stage of either version with its touchpoints; what was removed stands where it stood."""

    id: str
    name: str
    state: State
    lines: tuple[str, ...]
    touchpoints: tuple[VersionStop, ...]


@dataclass(frozen=True, slots=True)
class VersionsCompared:
    """changes: every line, as it is read. whole: those of the map itself; the others stand at their places."""

    changes: tuple[str, ...]
    whole: tuple[str, ...]
    stages: tuple[VersionStage, ...]


def compared(desk: Desk, map_id: str, before: str, after: str, lang: str) -> VersionsCompared:
    """What makes one version another. Raises unknown_version."""
    old, new = (data_of(desk, map_id, text_of(desk, map_id, version)) for version in (before, after))
    return laid_over(old, new, lang)


def laid_over(old: Item, new: Item, lang: str = "en") -> VersionsCompared:
    """The same for the plain data of two documents."""
    told = _Told(old, new, lang)
    return VersionsCompared(tuple(told.every), tuple(told.lines.get((None, None), ())), tuple(told.stages()))


def merged(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """All names in their new order; one that is gone stands behind whatever it stood behind.

    >>> merged(["a", "b", "c"], ["c", "a", "x"])
    ['c', 'a', 'b', 'x']
    """
    found = list(new)
    for place, name in enumerate(old):
        if name not in found:
            found.insert(found.index(old[place - 1]) + 1 if place else 0, name)
    return found


class _Told:
    """The changes by the stage and the touchpoint that they are about."""

    def __init__(self, old: Item, new: Item, lang: str) -> None:
        self.lang = lang
        self.old, self.new = _by_id(old, "stages"), _by_id(new, "stages")
        self.every: list[str] = []
        self.lines: dict[tuple[str | None, str | None], list[str]] = {}
        self.moved: set[tuple[str, str]] = set()
        for change in between(old, new):
            self._take(change)

    def _take(self, change: Change) -> None:
        parts = (*change.inside, change.thing)
        stage = next((part.id for part in parts if part.kind == "stage"), None)
        stop = next((part.id for part in parts if part.kind == "touchpoint"), None)
        line = line_of(change, self.lang)
        self.every.append(line)
        self.lines.setdefault((stage if stop is None else None, stop), []).append(line)
        if change.kind == "moved":
            self.moved.add((change.thing.kind, change.thing.id))

    def stages(self) -> Iterator[VersionStage]:
        known = {key: _by_id(stage, "touchpoints") for key, stage in self.new.items()}
        still = {name for stops in known.values() for name in stops}
        before = {name for stage in self.old.values() for name in _by_id(stage, "touchpoints")}
        for name in merged(list(self.old), list(self.new)):
            was = _by_id(self.old.get(name, {}), "touchpoints")
            stops = {key: stop for key, stop in was.items() if key not in still} | known.get(name, {})
            order = merged([key for key in was if key in stops], list(known.get(name, {})))
            yield VersionStage(
                name,
                self._name(self.new.get(name) or self.old[name]),
                self._state("stage", name, name in self.old, name in self.new),
                tuple(self.lines.get((name, None), ())),
                tuple(
                    VersionStop(
                        key,
                        self._name(stops[key]),
                        self._state("touchpoint", key, key in before, key in still),
                        tuple(self.lines.get((None, key), ())),
                    )
                    for key in order
                ),
            )

    def _state(self, kind: str, name: str, was: bool, here: bool) -> State:
        if not (was and here):
            return "added" if here else "removed"
        if (kind, name) in self.moved:
            return "moved"
        return "changed" if self.lines.get((name, None) if kind == "stage" else (None, name)) else "same"

    def _name(self, item: Item) -> str:
        return say(item.get("name"), self.lang) or str(item.get("id", ""))


def _by_id(data: Item, key: str) -> dict[str, Item]:
    items = data.get(key)
    found = items if isinstance(items, list) else []
    return {str(item["id"]): item for item in found if isinstance(item, Mapping) and "id" in item}
