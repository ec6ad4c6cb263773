"""What people decided about who is who: a merge undone, two never one, two one by hand, an id that is shared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from cesta.identity.claims import Id

Kind = Literal["undo", "apart", "together", "shared", "back"]
KINDS: tuple[Kind, ...] = ("undo", "apart", "together", "shared", "back")


@dataclass(frozen=True, slots=True)
class Decision:
    """seq: its number. ids: groups of kinds and keys that it is about; a claim that names ids of two groups of an
    undone merge is not believed of them. merge: the claim whose merge was undone. place: the newest message when it was
    made. made: UTC microseconds. back: the decision that this one takes back.
    """

    seq: int
    kind: Kind
    ids: tuple[tuple[Id, ...], ...]
    place: int
    who: str
    made: int
    merge: str | None = None
    back: int | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What holds now. doubted: for an id those with which no claim joins it. apart: those with which nothing does."""

    doubted: Mapping[str, frozenset[str]]
    apart: Mapping[str, frozenset[str]]
    shared: frozenset[str]
    together: tuple[Decision, ...]


def holding(decisions: Sequence[Decision]) -> list[Decision]:
    """Those that nobody took back."""
    back = {each.back for each in decisions if each.kind == "back"}
    return [each for each in decisions if each.kind != "back" and each.seq not in back]


def decided(decisions: Sequence[Decision]) -> Decided:
    """What all decisions come to."""
    held = holding(decisions)
    return Decided(
        doubted=_pairs(each for each in held if each.kind == "undo"),
        apart=_pairs(each for each in held if each.kind == "apart"),
        shared=frozenset(one.key for each in held if each.kind == "shared" for ids in each.ids for one in ids),
        together=tuple(each for each in held if each.kind == "together"),
    )


def _pairs(decisions: Iterable[Decision]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for each in decisions:
        for place, ids in enumerate(each.ids):
            others = {one.key for other in (*each.ids[:place], *each.ids[place + 1 :]) for one in other}
            for one in ids:
                found.setdefault(one.key, set()).update(others)
    return {key: frozenset(others) for key, others in found.items()}


NOTHING = decided(())
