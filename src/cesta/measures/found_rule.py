"""A rule that a person can read for a group that was found: as few conditions as tell its customers from the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cesta.journeys.units import Journeys
from cesta.journeys.where import Mask, read_condition, text_of
from cesta.kernels.replies import Numbers
from cesta.measures.tells import Tell
from cesta.model.condition import Compare, IsSet, show
from cesta.store.columns import Column

SHARES = tuple(round(0.05 * step, 2) for step in range(1, 20))
TIMES = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50)
MOST_PARTS = 3
WORTH = 0.01
"""A further condition must better the agreement by so much."""


@dataclass(frozen=True, slots=True)
class FoundRule:
    """rule: as in a segment's document. precision: of those whom the rule takes, how many are in the group; recall: of
    the group, how many it takes."""

    rule: Mapping[str, object]
    precision: float
    recall: float


@dataclass(frozen=True)
class _Feature:
    """A number for each unit, and the document of "at least so much" of it."""

    document: Mapping[str, object]
    values: Numbers
    cuts: Sequence[float]
    share: bool

    def rule(self, cut: float) -> dict[str, object]:
        if self.share:
            return {"share": {**self.document, "at_least": cut}}
        return {**self.document, "at_least": int(cut)}


def rule_for(journeys: Journeys, found: Sequence[Tell], mine: Mask) -> FoundRule | None:
    """The best rule of at most three conditions, found one after the other; None where none is better than all.

    How well a rule agrees is the harmonic mean of precision and recall (F1).
    """
    candidates = [one for feature in _features(journeys, found) for one in _cuts(feature)]
    parts: list[dict[str, object]] = []
    inside, best = np.ones(journeys.size, np.bool_), _agreement(np.ones(journeys.size, np.bool_), mine)
    while len(parts) < MOST_PARTS and candidates:
        scores = [_agreement(inside & mask, mine) for _, mask in candidates]
        at = int(np.argmax(scores))
        if scores[at] < best + WORTH:
            break
        parts.append(candidates[at][0])
        inside, best = inside & candidates[at][1], scores[at]
    if not parts:
        return None
    both = int((inside & mine).sum())
    rule = parts[0] if len(parts) == 1 else {"all": parts}
    return FoundRule(rule, both / max(int(inside.sum()), 1), both / max(int(mine.sum()), 1))


def _agreement(inside: Mask, mine: Mask) -> float:
    return 2 * float((inside & mine).sum()) / max(float(inside.sum() + mine.sum()), 1)


def _cuts(feature: _Feature) -> Iterator[tuple[dict[str, object], Mask]]:
    for cut in feature.cuts:
        taken = feature.values >= cut
        if taken.any() and not taken.all():
            yield feature.rule(cut), taken
            yield {"not": feature.rule(cut)}, ~taken


def _features(journeys: Journeys, found: Sequence[Tell]) -> Iterator[_Feature]:
    owner = journeys.unit_of_event()

    def often(document: Mapping[str, object] | str) -> Numbers:
        return np.bincount(owner[journeys.mask(read_condition(document))], minlength=journeys.size).astype(np.float64)

    events: set[str] = set()
    for tell in found:
        if tell.kind == "which":
            column = journeys.asked.columns.props[tell.name]
            did: Mapping[str, object] = {"where": show(Compare(tell.name, "=", _value(column, tell.answer)))}
            of: Mapping[str, object] = {"where": show(IsSet(tell.name, True))}
            yield _Feature({"did": did, "of": of}, _share(often(did), often(of)), SHARES, True)
        elif tell.kind == "next" and tell.answer and tell.answer != tell.name:
            pair = {"any": [tell.name, tell.answer]}
            document = {"did": tell.answer, "of": pair}
            yield _Feature(document, _share(often(tell.answer), often(pair)), SHARES, True)
        events.update({tell.name, tell.answer} & set(journeys.names) if tell.kind in ("next", "gap") else ())
    for name in sorted(events):
        yield _Feature({"did": name}, often(name), TIMES, False)


def _share(part: Numbers, whole: Numbers) -> Numbers:
    return np.divide(part, whole, out=np.zeros(len(whole)), where=whole > 0)


def _value(column: Column, text: str) -> str | int | float | bool:
    return next(value for value in column.values if text_of(value) == text)
