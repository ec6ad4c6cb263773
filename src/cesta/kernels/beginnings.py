"""Precision: how much of what the wanted journey would allow next is ever done next (escaping edges)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.ranges import Codes

Places = NDArray[np.int64]
MISFIT = -1


@compiled
def _slot(keys, key):  # type: ignore[no-untyped-def]
    """Where the key lies in the table, or where it would."""
    mask = np.uint64(len(keys) - 1)
    mixed = np.uint64(key) * np.uint64(0x9E3779B97F4A7C15)
    slot = np.int64((mixed ^ (mixed >> np.uint64(32))) & mask)
    while keys[slot] != -1 and keys[slot] != key:
        slot = (slot + 1) & np.int64(mask)
    return slot


@compiled
def _wider(keys, children):  # type: ignore[no-untyped-def]
    more, theirs = np.full(2 * len(keys), -1, np.int64), np.zeros(2 * len(keys), np.int64)
    for old in range(len(keys)):
        if keys[old] != -1:
            slot = _slot(more, keys[old])
            more[slot], theirs[slot] = keys[old], children[old]
    return more, theirs


@compiled
def _twice(table):  # type: ignore[no-untyped-def]
    more = np.zeros((2 * len(table), table.shape[1]), table.dtype)
    more[: len(table)] = table
    return more


@compiled
def _names_next(states, here, follows, steps, seen, stamp):  # type: ignore[no-untyped-def]
    """How many different names the model allows after these states."""
    allowed = 0
    for s in range(len(steps)):
        if states[here, s]:
            for t in range(1, len(steps)):
                if follows[s, t] and seen[steps[t]] != stamp:
                    seen[steps[t]] = stamp
                    allowed += 1
    return allowed


@compiled
def escapes(codes, offsets, steps, follows, wide, skip_unknown):  # type: ignore[no-untyped-def]
    """For each path, summed over its beginnings that fit: the names the model allows next; those that never came next.

    A beginning fits when the model can begin exactly so; with `skip_unknown`, codes that no step has are passed over.
    Precision is 1 - escaped / allowed, both summed over all journeys (Muñoz-Gama and Carmona, "A Fresh Look at
    Precision in Process Conformance", 2010). Beginnings are the nodes of a tree; `states[n, s]`: step s may be the
    last of beginning n.
    """
    known = np.zeros(wide, np.bool_)
    known[steps[1:]] = True
    keys, children = np.full(1 << 10, -1, np.int64), np.zeros(1 << 10, np.int64)
    states = np.zeros((1 << 8, len(steps)), np.bool_)
    # place 0: how many names may come next; place 1: how many of them did
    tally = np.zeros((1 << 8, 2), np.int64)
    seen = np.full(wide, -1, np.int64)
    states[0, 0] = True
    tally[0, 0] = _names_next(states, 0, follows, steps, seen, 0)
    nodes, filled = 1, 0
    for v in range(len(offsets) - 1):
        here = np.int64(0)
        for i in range(offsets[v], offsets[v + 1]):
            key = here * wide + codes[i]
            slot = _slot(keys, key)
            if keys[slot] == -1:
                if nodes == len(states):
                    states, tally = _twice(states), _twice(tally)
                fits = False
                if skip_unknown and not known[codes[i]]:
                    states[nodes] = states[here]
                    fits = True
                elif known[codes[i]]:
                    for s in range(len(steps)):
                        if states[here, s]:
                            for t in range(1, len(steps)):
                                if follows[s, t] and steps[t] == codes[i]:
                                    states[nodes, t] = True
                                    fits = True
                    tally[here, 1] += fits
                keys[slot], children[slot] = key, nodes if fits else MISFIT
                filled += 1
                if fits:
                    tally[nodes, 0] = _names_next(states, nodes, follows, steps, seen, nodes)
                    nodes += 1
                here = children[slot]
                if filled * 2 > len(keys):
                    keys, children = _wider(keys, children)
            else:
                here = children[slot]
            if here == MISFIT:
                break
    allowed, escaped = np.zeros(len(offsets) - 1, np.int64), np.zeros(len(offsets) - 1, np.int64)
    for v in range(len(offsets) - 1):
        here = np.int64(0)
        for i in range(offsets[v], offsets[v + 1]):
            allowed[v] += tally[here, 0]
            escaped[v] += tally[here, 0] - tally[here, 1]
            here = children[_slot(keys, here * wide + codes[i])]
            if here == MISFIT:
                break
    return allowed, escaped


def escapes_of(
    paths: tuple[Codes, Places], steps: Places, follows: NDArray[np.bool_], wide: int, *, skip_unknown: bool
) -> tuple[Places, Places]:
    """As `escapes`; `paths` are codes and where each path begins; steps and follows as in `Wanted`.

    >>> steps, follows = np.array([-2, 0, 1, 2]), np.array([[0, 1, 0, 0], [0, 0, 1, 1], [0] * 4, [0] * 4], np.bool_)
    >>> found = escapes_of((np.array([0, 1]), np.array([0, 2])), steps, follows, 3, skip_unknown=False)
    >>> [one.tolist() for one in found]
    [[3], [1]]
    """
    found: tuple[Places, Places] = escapes(*paths, steps, follows, wide, skip_unknown)
    return found


def warm() -> None:
    """Compiles the walk for the types that questions bring."""
    codes: Codes
    for codes in (np.zeros(1, np.uint8), np.zeros(1, np.uint16)):
        paths = codes, np.array([0, 1])
        escapes_of(paths, np.array([-2, 0]), np.ones((2, 2), np.bool_), 1, skip_unknown=False)
