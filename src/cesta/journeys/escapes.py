"""Precision: how much of what the wanted journey would allow next is ever done next (escaping edges)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cesta.model.wanted_journey import WantedJourney


@dataclass
class _Beginning:
    """A beginning of journeys: which steps may have been the last, what came next in some journey."""

    states: frozenset[int]
    next: dict[str, _Beginning | None] = field(default_factory=dict)


def escapes(model: WantedJourney, paths: Sequence[Sequence[str]], *, skip_unknown: bool) -> tuple[list[int], list[int]]:
    """For each path, summed over its beginnings that fit: the names the model allows next; those that never came next.

    A beginning fits when the model can begin exactly so; with `skip_unknown`, names that no step has are passed over.
    Precision is 1 - escaped / allowed, both summed over all journeys (Muñoz-Gama and Carmona, "A Fresh Look at
    Precision in Process Conformance", 2010).

    >>> from cesta.model.wanted_journey import read_wanted_journey
    >>> model = read_wanted_journey({"sequence": ["a", {"choice": ["b", "c"]}]})
    >>> escapes(model, [["a", "b"]], skip_unknown=False)
    ([3], [1])
    """
    root = _Beginning(frozenset({0}))
    for path in paths:
        here: _Beginning | None = root
        for name in path:
            if here is None:
                break
            if name not in here.next:
                here.next[name] = _onward(model, here, name, skip_unknown)
            here = here.next[name]
    allowed, escaped = [], []
    for path in paths:
        counts = _along(model, root, path)
        allowed.append(counts[0])
        escaped.append(counts[1])
    return allowed, escaped


def _onward(model: WantedJourney, here: _Beginning, name: str, skip_unknown: bool) -> _Beginning | None:
    if skip_unknown and name not in model.names[1:]:
        return _Beginning(here.states)
    found = frozenset(t for s in here.states for t in model.follow[s] if model.names[t] == name)
    return _Beginning(found) if found else None


def _along(model: WantedJourney, root: _Beginning, path: Sequence[str]) -> tuple[int, int]:
    allowed, escaped = 0, 0
    here: _Beginning | None = root
    for name in path:
        if here is None:
            break
        names = {model.names[t] for s in here.states for t in model.follow[s]}
        allowed += len(names)
        escaped += len(names - here.next.keys())
        here = here.next[name]
    return allowed, escaped
