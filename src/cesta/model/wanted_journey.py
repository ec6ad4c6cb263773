"""The journey a company wants, as a document: steps one after another, choices, steps that may be missing, loops."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cesta.model.duration import parse_duration
from cesta.model.errors import CestaError, brief

MOST_STEPS = 200
PARTS = ("choice", "loop", "optional", "sequence", "step")
HINT = (
    'Write {"sequence": ["a", {"choice": ["b", "c"]}, {"optional": "d"}, {"loop": ["e", "f"]}, '
    '{"step": "g", "within": "2d"}]}.'
)


@dataclass(frozen=True)
class WantedJourney:
    """Steps numbered from 1 in the order of the document; 0 is the beginning, before any step.

    names[k], within[k]: the event of step k and how many microseconds after the step before at most (None: any);
    place 0 of both belongs to no step. follow[k]: the steps that may come right after step k. final: the steps after
    which the journey may end.
    """

    names: tuple[str, ...]
    within: tuple[int | None, ...]
    follow: tuple[tuple[int, ...], ...]
    final: frozenset[int]


@dataclass(frozen=True)
class _Part:
    """A part of the document: with which steps it may begin and end, and whether it may be left out."""

    first: tuple[int, ...]
    last: tuple[int, ...]
    empty: bool


@dataclass
class _Reader:
    """Gathers steps while parts are read (Glushkov, "The abstract theory of automata", 1961)."""

    names: list[str] = field(default_factory=lambda: [""])
    within: list[int | None] = field(default_factory=lambda: [None])
    follow: list[set[int]] = field(default_factory=lambda: [set()])

    def step(self, name: object, within: object) -> _Part:
        if not isinstance(name, str):
            raise _bad(name, "is no name of an event")
        if len(self.names) > MOST_STEPS:
            raise CestaError("bad_value", f"A model has at most {MOST_STEPS} steps.", "Leave out the steps between.")
        self.names.append(name)
        self.within.append(None if within is None else parse_duration(within, allow_none=True))
        self.follow.append(set())
        here = (len(self.names) - 1,)
        return _Part(here, here, empty=False)

    def part(self, document: object) -> _Part:
        """A name, a list of parts one after another, or an object that says what it is."""
        if isinstance(document, list | tuple):
            return self.sequence(document)
        if not isinstance(document, Mapping):
            return self.step(document, None)
        kinds = [kind for kind in PARTS if kind in document]
        besides = {"within"} if kinds == ["step"] else set()
        if len(kinds) != 1 or set(document) - besides != set(kinds):
            raise _bad(document, f"must have one of {', '.join(PARTS)}, and only a step has within")
        kind, inside = kinds[0], document[kinds[0]]
        if kind == "step":
            return self.step(inside, document.get("within"))
        if kind in ("choice", "sequence") and not isinstance(inside, list | tuple):
            raise _bad(inside, f"is no list, as a {kind} is")
        if kind == "choice":
            return self.choice(inside)
        found = self.part(inside)
        return self.loop(found) if kind == "loop" else _Part(found.first, found.last, found.empty or kind == "optional")

    def link(self, before: tuple[int, ...], after: tuple[int, ...]) -> None:
        for step in before:
            self.follow[step].update(after)

    def sequence(self, parts: list[object] | tuple[object, ...]) -> _Part:
        if not parts:
            raise _bad(parts, "has no step")
        whole = self.part(parts[0])
        for document in parts[1:]:
            after = self.part(document)
            self.link(whole.last, after.first)
            first = whole.first + (after.first if whole.empty else ())
            last = after.last + (whole.last if after.empty else ())
            whole = _Part(first, last, whole.empty and after.empty)
        return whole

    def choice(self, parts: list[object] | tuple[object, ...]) -> _Part:
        if not parts:
            raise _bad(parts, "has no step")
        found = [self.part(document) for document in parts]
        first = tuple(step for one in found for step in one.first)
        last = tuple(step for one in found for step in one.last)
        return _Part(first, last, any(one.empty for one in found))

    def loop(self, inside: _Part) -> _Part:
        self.link(inside.last, inside.first)
        return inside


def read_wanted_journey(document: object) -> WantedJourney:
    """The steps of a document and what may follow what. Raises bad_value, bad_duration.

    >>> journey = read_wanted_journey({"sequence": ["a", {"optional": "b"}, "c"]})
    >>> journey.names, journey.follow, sorted(journey.final)
    (('', 'a', 'b', 'c'), ((1,), (2, 3), (3,), ()), [3])
    """
    if not isinstance(document, Mapping) or set(document) != {"sequence"}:
        raise _bad(document, 'is no object with the one part "sequence"')
    reader = _Reader()
    whole = reader.part(document)
    reader.link((0,), whole.first)
    final = frozenset(whole.last) | ({0} if whole.empty else frozenset())
    follow = tuple(tuple(sorted(steps)) for steps in reader.follow)
    return WantedJourney(tuple(reader.names), tuple(reader.within), follow, final)


def _bad(value: object, why: str) -> CestaError:
    return CestaError("bad_value", f'In "model", {brief(value)} {why}.', HINT)
