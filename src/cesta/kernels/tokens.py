"""Token replay: a journey moves tokens from step to step, and we count where one was missing or left behind."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.ranges import Codes

Places = NDArray[np.int64]


class Tokens(NamedTuple):
    """For each journey how many tokens were missing, and left behind; and how many it consumed, as many as it made."""

    missing: Places
    remaining: Places
    consumed: Places


@compiled
def _take(place, held, at, many):  # type: ignore[no-untyped-def]
    """Takes one token away; gives behind how many steps there are still some."""
    many[place] -= 1
    if many[place]:
        return held
    at[place : held - 1] = at[place + 1 : held].copy()
    many[place : held - 1] = many[place + 1 : held].copy()
    return held - 1


@compiled
def _serve(code, held, at, steps, follows):  # type: ignore[no-untyped-def]
    """The step that is done, and the place of the token that serves it, or -1; -1 and -1 for a name of no step."""
    first = -1
    for t in range(1, len(steps)):
        if steps[t] == code:
            if first < 0:
                first = t
            for place in range(held - 1, -1, -1):
                if follows[at[place], t]:
                    return t, place
    return first, -1


@compiled
def _replay(codes, offsets, steps, follows, ending, missing, remaining, consumed):  # type: ignore[no-untyped-def]
    # behind which steps tokens lie, the newest last, and how many
    at, many = np.zeros(len(steps) + 1, np.int64), np.zeros(len(steps) + 1, np.int64)
    for v in range(len(offsets) - 1):
        held = 1
        at[0], many[0] = 0, 1
        consumed[v] = 1
        for i in range(offsets[v], offsets[v + 1]):
            step, place = _serve(codes[i], held, at, steps, follows)
            if step < 0:
                continue
            consumed[v] += 1
            if place < 0:
                missing[v] += 1
            else:
                held = _take(place, held, at, many)
            there = np.int64(0)
            for place in range(held):
                if at[place] == step:
                    there = many[place]
                    many[place] = 1
                    held = _take(place, held, at, many)
                    break
            at[held], many[held] = step, there + 1
            held += 1
        lacks = 1
        for place in range(held - 1, -1, -1):
            if ending[at[place]] == 0:
                held = _take(place, held, at, many)
                lacks = 0
                break
        missing[v] += lacks
        remaining[v] = many[:held].sum()


def replay(paths: tuple[Codes, Places], steps: Places, follows: NDArray[np.bool_], ending: Places) -> Tokens:
    """Replays journeys, given as codes and where each begins; names that no step has are skipped.

    The beginning produces a token and the end consumes one; each step consumes one and produces one. Passing over what
    may be missing, or back in a loop, moves a token for free. Of several tokens that could serve, the newest does; of
    several steps of one name, the first in the document that a token can serve, else the first. steps, follows and
    ending as in `Wanted`.

    >>> steps, follows = np.array([-2, 0, 1, 2]), np.eye(4, k=1, dtype=np.bool_)
    >>> replay((np.array([0, 2]), np.array([0, 2])), steps, follows, np.array([3, 2, 1, 0]))
    Tokens(missing=array([1]), remaining=array([1]), consumed=array([3]))
    """
    many = len(paths[1]) - 1
    found = Tokens(np.zeros(many, np.int64), np.zeros(many, np.int64), np.zeros(many, np.int64))
    _replay(*paths, steps, follows, ending, *found)
    return found


def warm() -> None:
    """Compiles the replay for the types that questions bring."""
    codes: Codes
    for codes in (np.zeros(1, np.uint8), np.zeros(1, np.uint16)):
        one = np.zeros(2, np.int64)
        replay((codes, np.array([0, 1])), np.array([-2, 0]), np.ones((2, 2), np.bool_), one)
