"""Splitting an event that hides many, such as a page view, by the property that tells the journey best."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.where import where_mask
from cesta.kernels.distinct import distinct
from cesta.maps.propose.bands import bands
from cesta.maps.propose.kinds import Kind, places
from cesta.maps.propose.meanings import meaning_of
from cesta.maps.propose.order import votes
from cesta.maps.propose.words import label, listed, words
from cesta.model.condition import Compare, Like, OneOf, Or, Tree
from cesta.model.event import Value
from cesta.model.shape import LANGUAGES
from cesta.store.columns import Column, Columns

FEW = 8
"""With so many kinds there is enough to draw; only what says nothing at all is split then."""
MONOTONE = 2
"""With no more kinds than this, even how much was bought tells something."""
MOST_PARTS = 6
HIDES = 0.3
"""From this share of all events on a kind may hide many."""
IN_ORDER = 0.15
"""So much more often one way than the other."""
SAYS_LITTLE = frozenset({"page", "visit", "use"})
TELLING = frozenset(
    listed(
        "page path url screen section category department step status stage type action activity view area topic route "
        "transition state phase "
        "kategoria kategorie категория раздел страница"
    )
)
"""Words of properties that usually say what was done."""
SILENT = frozenset(
    listed(
        "id user customer session device browser platform os channel source medium language lang currency country city "
        "region colour color price amount quantity value store cohort lifecycle segment gender age version referrer "
        "utm campaign basket order sku name email ip model photography payment product size brand message first new"
    )
)
"""Words of properties that say of whom or of what, not what was done."""
Mask = NDArray[np.bool_]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Part:
    """Some events of a kind: what to ask of them, and what to call them."""

    where: Tree
    label: str
    events: int


def split(kinds: Sequence[Kind], columns: Columns, journey: Places) -> list[Kind]:
    """The kinds, those that hide many replaced by what they hide. What no part takes stays outside the map."""
    place = places(kinds, columns)
    total = max(1, int(np.count_nonzero(place >= 0)))
    acts = sum(not kind.technical for kind in kinds)
    found: list[Kind] = []
    for at, kind in enumerate(kinds):
        rows = np.flatnonzero(place == at)
        share = len(rows) / total
        little = kind.meaning is not None and kind.meaning.id in SAYS_LITTLE and share >= HIDES / 2
        wanted = not kind.technical and len(rows) > 1 and (little or (acts < FEW and share >= HIDES))
        parts = _split(kind, columns, rows, journey[rows]) if wanted else None
        if parts is None and wanted and acts <= MONOTONE:
            parts = bands(kind, columns, rows)
        found += parts or [kind]
    return found


def _split(kind: Kind, columns: Columns, rows: Places, journey: Places) -> list[Kind] | None:
    """The parts by the best property; None when no property tells anything."""
    best: tuple[float, str, bool] | None = None
    parts: Sequence[_Part] = ()
    for name in sorted(columns.props):
        tried = _parts(name, columns.props[name], rows)
        found = _score(name, tried, columns, rows, journey) if len(tried) > 1 else None
        if found is not None and (best is None or found[0] > best[0]):
            best, parts = (found[0], name, found[1]), tried
    if best is None:
        return None
    return [_kind(kind, best[1], part, in_row=not best[2]) for part in parts]


def _kind(kind: Kind, name: str, part: _Part, in_row: bool) -> Kind:
    """The part by what its value means; else as the event with the value added, if the event says something itself."""
    meaning, said = meaning_of(part.label), None
    stage = meaning.stage if meaning else kind.stage
    bare = part.label.replace(" ", "").replace(".", "").isdecimal()
    shown = f"{_called(name)} {part.label}" if bare else part.label
    if meaning is None and kind.meaning is not None and kind.meaning.id not in SAYS_LITTLE:
        meaning, said = kind.meaning, dict.fromkeys(LANGUAGES, shown)
    return Kind(kind.events, shown, meaning, stage, where=part.where, said=said, in_row=in_row)


def _called(name: str) -> str:
    """A property in words; what it says in brackets explains it best."""
    inside = re.findall(r"[(](.*?)[)]", name)
    told = words(inside[0] if inside and inside[0].strip() else name)
    best = [word for word in told if not word.isdecimal() and word != "page"] or told
    return label(" ".join(best))


def _score(
    name: str, parts: Sequence[_Part], columns: Columns, rows: Places, journey: Places
) -> tuple[float, bool] | None:
    """How well a property tells the journey, and whether its values come in an order.

    It must change within journeys, and either come in some order or be named as if it did.
    """
    which = np.full(len(rows), -1)
    for place, part in enumerate(parts):
        met = where_mask(columns, part.where)[rows]
        if np.any(met & (which >= 0)):
            return None
        which[met] = place
    if np.mean(which >= 0) < 0.8:
        return None
    known, journeys = which[which >= 0], journey[which >= 0]
    several = _several(known, journeys)
    counts = votes(known, journeys, len(parts))
    both = counts + counts.T
    told = float(np.abs(counts - counts.T).sum() / max(1, both.sum()))
    named = bool(TELLING & set(words(name)))
    if several < 0.15 or (not named and told < 2 * IN_ORDER):
        return None
    return named + told + several / 2, told >= IN_ORDER


def _several(which: Places, journey: Places) -> float:
    """Of the journeys with two events or more, the share with more than one part; 0 where hardly any is so long."""
    _, owner, counts = np.unique(journey, return_inverse=True, return_counts=True)
    wide = int(which.max(initial=0)) + 1
    kinds = np.bincount(distinct(owner * wide + which) // wide, minlength=len(counts))
    long = counts > 1
    return float(np.mean(kinds[long] > 1)) if long.mean() >= HIDES / 2 else 0.0


def _parts(name: str, column: Column, rows: Places) -> list[_Part]:
    """What the values of a property could part these events into; nothing when they are too many or say of whom."""
    told = set(words(name))
    counts = np.bincount(column.codes[rows] + 1, minlength=len(column.values) + 1)[1:]
    if SILENT & told and not TELLING & told:
        return []
    used = np.flatnonzero(counts)
    values = {column.values[code]: int(counts[code]) for code in used.tolist()}
    texts = {value: count for value, count in values.items() if isinstance(value, str) and value.strip()}
    if len(texts) == len(values) and values and all(_is_path(text) for text in texts):
        return _sections(name, texts)
    if len(texts) != len(values) and not TELLING & told:
        return []
    if told == {"page"} and len(texts) != len(values):
        return []  # the number of a page of a list
    if len(used) > 40 or any(isinstance(value, float) and not value.is_integer() for value in values):
        return []
    return _listed(name, values)


def _is_path(text: str) -> bool:
    return text.startswith("/") or "://" in text


def _listed(name: str, values: Mapping[Value, int]) -> list[_Part]:
    """The most frequent values, one part each; those that mean the same, one part together."""
    total = sum(values.values())
    groups: dict[str, list[Value]] = {}
    for value in sorted(values, key=lambda one: (-values[one], str(one))):
        if values[value] >= 0.005 * total:
            meaning = meaning_of(str(value))
            groups.setdefault(meaning.id if meaning else f"={value!r}", []).append(value)
    parts = []
    for group in list(groups.values())[:MOST_PARTS]:
        where: Tree = Compare(name, "=", group[0]) if len(group) == 1 else OneOf(name, tuple(group))
        parts.append(_Part(where, label(str(group[0])), sum(values[value] for value in group)))
    return parts


def _sections(name: str, values: Mapping[str, int]) -> list[_Part]:
    """Pages by the first part of their path that differs."""
    for depth in range(4):
        groups: dict[str, dict[str, int]] = {}
        for text, count in values.items():
            groups.setdefault(_section(text, depth), {})[text] = count
        if len(groups) > 1:
            break
    ranked = sorted(groups.items(), key=lambda group: (-sum(group[1].values()), group[0]))
    return [_page(name, section, texts) for section, texts in ranked[:MOST_PARTS]]


def _section(text: str, depth: int) -> str:
    path = re.split(r"[?#]", text.split("://", 1)[-1].partition("/")[2] if "://" in text else text[1:])[0]
    return "/".join(path.split("/")[: depth + 1]).strip("/")


def _page(name: str, section: str, texts: Mapping[str, int]) -> _Part:
    title = label(section.split("/")[-1]) if section else "Home"
    every = sorted(texts)
    if len(every) <= 3:
        where: Tree = Compare(name, "=", every[0]) if len(every) == 1 else OneOf(name, tuple(every))
        return _Part(where, title, sum(texts.values()))
    begin = sorted({text[: text.index(section) + len(section)] for text in every} if section else {"/"})
    choices: list[Tree] = []
    for head in begin:
        choices += [Compare(name, "=", head), *(Like(name, f"{head}{mark}%") for mark in "/?#")]
    return _Part(Or(tuple(choices)), title, sum(texts.values()))
