"""Differences between two maps in words, in each language of the screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from cesta.maps.diff import Change, Thing
from cesta.maps.phrases import phrases, quoted
from cesta.model.shape import LANGUAGES, say

WORDS = Path(__file__).with_name("diff_words.txt")
MOST = 100
"""Characters of a value; the rest is cut."""


def in_words(changes: Iterable[Change], language: str = "en") -> list[str]:
    """A line for each change."""
    return [line_of(change, language) for change in changes]


def line_of(change: Change, language: str = "en") -> str:
    """One change in words.

    >>> line_of(Change("changed", Thing("stage", "pay", "I pay"), (), "owner", "Jana", "Petr"))
    'stage “I pay”: owner: Jana → Petr'
    >>> line_of(Change("added", Thing("barrier", "b", "BLIK is missing"), (Thing("stage", "pay", "I pay"),)))
    'stage “I pay”: barrier “BLIK is missing” added'
    """
    said = phrases(WORDS, language)
    inner = _named(change.thing, said, language)
    around = [_named(change.inside[-1], said, language)] if change.inside else []
    if change.kind == "changed":
        place = [*around, inner] if change.thing.kind in ("barrier", "fix", "link", "benchmark") else [inner]
        return ": ".join([*(place if change.thing.kind != "map" else []), _field(change, said, language)])
    if change.from_stage and change.to_stage:
        ways = [_named(stage, said, language) for stage in (change.from_stage, change.to_stage)]
        return f"{inner}: {' → '.join(ways)}{_behind(change, said, language)}"
    where = _behind(change, said, language) if change.kind == "moved" else ""
    return ": ".join([*around, f"{inner} {said[change.kind]}{where}"])


def _named(thing: Thing, said: Mapping[str, str], language: str) -> str:
    name = shown(thing.name, language) or thing.id
    return f"{said[f'thing.{thing.kind}']} {quoted(name, language)}"


def _behind(change: Change, said: Mapping[str, str], language: str) -> str:
    if not isinstance(change.after, Thing):
        return f" ({said['first']})"
    return f" ({said['after']} {quoted(shown(change.after.name, language) or change.after.id, language)})"


def _field(change: Change, said: Mapping[str, str], language: str) -> str:
    path = (change.field or "").split(".")
    name = said.get(f"field.{change.field}") or said.get(f"field.{path[0]}") or path[0]
    if len(path) > 1 and f"field.{change.field}" not in said:
        name += f" ({', '.join(path[1:])})"
    both = list(map(_items, (change.before, change.after)))
    if both[0] and both[1]:  # of two lists only what came and went
        gone = [f"−{shown(item, language)}" for item in both[0] if item not in both[1]]
        came = [f"+{shown(item, language)}" for item in both[1] if item not in both[0]]
        if gone or came:
            return f"{name}: {', '.join(gone + came)}"
    before, after = (shown(value, language) or "–" for value in (change.before, change.after))
    return f"{name}: {before} → {after}"


def _items(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def shown(value: Any, language: str) -> str:
    """A value of a document in one line.

    >>> shown({"en": "I pay", "pl": "Płacę"}, "pl"), shown(["a", "b"], "en"), shown({"event": "buy"}, "en")
    ('Płacę', 'a, b', 'event: buy')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return phrases(WORDS, language)["yes" if value else "no"]
    if isinstance(value, Mapping):
        if value and set(value) <= set(LANGUAGES):
            return _cut(say(value, language) or "")
        return _cut("; ".join(f"{key}: {shown(item, language)}" for key, item in value.items()))
    if isinstance(value, list | tuple):
        return _cut(", ".join(shown(item, language) for item in value))
    return _cut(" ".join(str(value).split()))


def _cut(text: str) -> str:
    return text if len(text) <= MOST else f"{text[: MOST - 1]}…"
