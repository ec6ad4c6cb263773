"""A rule that was read: one tree, whether it was written as a document or as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cesta.journeys.where import Condition
from cesta.model.condition import Tree
from cesta.segments.window import ALWAYS, Window

Number = int | float
AMOUNTS = ("sum", "average", "smallest", "largest", "different")
OPERATORS = {"at_least": ">=", "at_most": "<=", "above": ">", "below": "<", "is": "=", "is_not": "!="}


@dataclass(frozen=True, slots=True)
class Did:
    """So many events meet the condition; at least one where neither bound is told."""

    what: Condition
    at_least: Number | None = None
    at_most: Number | None = None
    window: Window = ALWAYS


@dataclass(frozen=True, slots=True)
class Share:
    """Of the events that meet `of`, at least this share meets `what`, too; without any she is not in."""

    what: Condition
    of: Condition
    at_least: Number
    window: Window = ALWAYS


@dataclass(frozen=True, slots=True)
class Amount:
    """What a property comes to over events that meet `of`: compared with a number.

    Only numbers are added and compared; `different` counts values of any kind. A sum and a count of none is 0; an
    average, a smallest and a largest of none meets nothing.
    """

    kind: str
    name: str
    of: Condition
    operator: str
    number: Number
    window: Window = ALWAYS


@dataclass(frozen=True, slots=True)
class Trait:
    """The latest values of properties, each over all events that meet `of` and have it, meet the tree."""

    where: Tree
    of: Condition = field(default_factory=Condition)


@dataclass(frozen=True, slots=True)
class Moment:
    """Her first, or latest, event of a kind lies in the window."""

    which: str
    what: Condition
    window: Window = ALWAYS


@dataclass(frozen=True, slots=True)
class Step:
    """An event of a sequence, or `times` of them, the last at most `within` after the step before.

    In a first step `within` counts from its own first event. absent: no such event, between its neighbours, or at the
    end so long as `within` says.
    """

    what: Condition
    times: int = 1
    within: int | None = None
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """Events in this order, other events between them as they like."""

    steps: tuple[Step, ...]
    window: Window = ALWAYS


@dataclass(frozen=True, slots=True)
class InSegment:
    id: str


@dataclass(frozen=True, slots=True)
class Listed:
    """The customers of these ids."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    item: Rule


@dataclass(frozen=True, slots=True)
class All:
    items: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Any:
    items: tuple[Rule, ...]


Windowed = Did | Share | Amount | Moment | Sequence
Leaf = Windowed | Trait | InSegment | Listed
Rule = Leaf | Not | All | Any


def leaves(rule: Rule) -> Iterator[Leaf]:
    """The parts that look at events, lists or segments, in order."""
    match rule:
        case Not(item):
            yield from leaves(item)
        case All(items) | Any(items):
            for item in items:
                yield from leaves(item)
        case _:
            yield rule


def conditions(leaf: Leaf) -> tuple[Condition, ...]:
    """The conditions on events that a leaf looks at."""
    match leaf:
        case Did(what=what) | Moment(what=what):
            return (what,)
        case Share(what=what, of=of):
            return (what, of)
        case Amount(of=of) | Trait(of=of):
            return (of,)
        case Sequence(steps=steps):
            return tuple(step.what for step in steps)
        case _:
            return ()


def segments_of(rule: Rule) -> frozenset[str]:
    """The ids of the segments that a rule names."""
    return frozenset(leaf.id for leaf in leaves(rule) if isinstance(leaf, InSegment))


def events_of(rule: Rule) -> frozenset[str] | None:
    """The names of the events that may change what a rule says; None: any may.

    >>> sorted(events_of(All((Did(Condition(event="buy")), Did(Condition(event="see"))))))
    ['buy', 'see']
    """
    names: set[str] = set()
    for leaf in leaves(rule):
        for condition in (leaf.of,) if isinstance(leaf, Share) else conditions(leaf):
            found = _names(condition)
            if found is None:
                return None
            names |= found
    return frozenset(names)


def is_timed(rule: Rule) -> bool:
    """Whether time alone can change what a rule says. Segments that it names are looked at by themselves."""
    return any(_is_timed(leaf) for leaf in leaves(rule))


def _is_timed(leaf: Leaf) -> bool:
    match leaf:
        case Sequence(steps=steps, window=window):
            return window.shifts != {0} or steps[-1].absent
        case Did() | Share() | Amount() | Moment():
            return leaf.window.shifts != {0}
        case _:
            return False


def _names(condition: Condition) -> frozenset[str] | None:
    if condition.event is not None:
        return frozenset({condition.event})
    if condition.choices is None:
        return None
    found: frozenset[str] = frozenset()
    for choice in condition.choices:
        more = _names(choice)
        if more is None:
            return None
        found |= more
    return found
