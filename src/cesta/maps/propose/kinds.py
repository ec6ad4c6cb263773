"""The kinds of things customers do: names of events grouped where they say the same, split where one hides many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.where import where_mask
from cesta.kernels.distinct import distinct
from cesta.maps.propose.meanings import Meaning, is_technical, meaning_of, met
from cesta.maps.propose.words import STEPS_OF_ONE, label, shorter, words
from cesta.model.condition import Tree
from cesta.model.shape import Text, say
from cesta.store.columns import Columns

COMMON = 0.1
"""A name that so many customers meet stands alone, though another one means much the same."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing customers do. `where`: only those of its events that meet it. stage: the place it usually has.

    said: what tells it from others of the same name. in_row: it keeps its place among those of the same events.
    """

    events: tuple[str, ...]
    label: str
    meaning: Meaning | None
    stage: str | None
    technical: bool = False
    where: Tree | None = None
    said: Mapping[str, str] | None = None
    in_row: bool = False

    def name(self) -> Text:
        """In the customer's voice where the meaning is known, else the event's own name."""
        return self._more(self.meaning.name if self.meaning else self.label)

    def short(self) -> Text | None:
        if self.meaning is None:
            brief = shorter(self.label)
            return None if brief == self.label else brief
        return self.said or self.meaning.short

    def _more(self, name: Text) -> Text:
        if self.said is None:
            return name
        return {language: f"{say(name, language)} ({more})" for language, more in self.said.items()}


def kinds_of(columns: Columns) -> list[Kind]:
    """Every event name in exactly one kind, in the order of the first name of each."""
    people = _people(columns)
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for code, name in enumerate(columns.names):
        meaning = meaning_of(name)
        common = people[code] >= COMMON * max(1, len(columns.customers))
        rest = _rest(name, meaning)
        if is_technical(name):
            groups["technical", name].append(name)
        elif meaning is None:
            groups["word", *(rest or (name,))].append(name)
        else:
            groups["meaning", meaning.id, *(rest if common else ())].append(name)
    return _named(groups)


def _rest(name: str, meaning: Meaning | None) -> tuple[str, ...]:
    """The words that tell this name from others of its meaning; begin and end of one act are one."""
    told = tuple(word for word in words(name) if word not in STEPS_OF_ONE and len(word) > 2)
    if meaning is None:
        return told
    explained = max((rule for rule in meaning.rules if met(rule, words(name))), key=len, default=())
    return tuple(word for word in told if not any(met((one,), (word,)) for one in explained))


def _named(groups: Mapping[tuple[str, ...], list[str]]) -> list[Kind]:
    """A meaning names the kind that says it most plainly; its relatives keep their own names."""
    plainest: dict[str, tuple[str, ...]] = {}
    for key in sorted(groups, key=len):
        if key[0] == "meaning":
            plainest.setdefault(key[1], key)
    found = []
    for key, names in groups.items():
        meaning = meaning_of(names[0]) if key[0] == "meaning" else None
        shown = meaning if key in plainest.values() else None
        stage = meaning.stage if meaning else None
        spoken = min(names, key=lambda name: (len(name), name))
        found.append(Kind(tuple(names), label(spoken), shown, stage, key[0] == "technical"))
    return found


def _people(columns: Columns) -> NDArray[np.int64]:
    """How many customers meet each name."""
    wide = max(1, len(columns.names))
    return np.bincount(distinct(columns.owners() * wide + columns.codes) % wide, minlength=wide)


def whole_of(kind: Kind) -> Kind:
    """What a part that has no meaning of its own is a part of."""
    return replace(kind, where=None, said=None, in_row=False) if kind.in_row or kind.said else kind


def places(kinds: Sequence[Kind], columns: Columns) -> NDArray[np.int64]:
    """For each event the place of its kind, or -1; where two would want it, the first has it."""
    code_of = {name: code for code, name in enumerate(columns.names)}
    found = np.full(len(columns.codes), -1, dtype=np.int64)
    whole = np.full(len(columns.names) + 1, -1, dtype=np.int64)
    for place, kind in enumerate(kinds):
        if kind.where is None:
            whole[[code_of[name] for name in kind.events]] = place
        else:
            met_it = np.isin(columns.codes, [code_of[name] for name in kind.events])
            met_it &= where_mask(columns, kind.where)
            found[met_it & (found < 0)] = place
    return np.where(found < 0, whole[columns.codes], found)
