"""Pieces of many texts at once, each as a number: runs of letters, words, and words in a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

BUCKETS = 1 << 16
SIZES = (2, 3, 4, 5)
ROWS = (1, 2, 3)
_STEP, _MIX = 0x9E3779B97F4A7C15 | 1, 0xD6E8FEB86659FD93
_END = "\n"

Ints = NDArray[np.int64]


class Spans(NamedTuple):
    """Of each piece: the text it is from, its bucket, and where it begins and ends among all letters."""

    text: Ints
    bucket: Ints
    first: Ints
    last: Ints


def letters(texts: Sequence[str]) -> tuple[NDArray[np.uint32], Ints]:
    """All letters in one row, a space before and after each text and one mark between; and whose each is."""
    joined = "".join(f" {text.replace(_END, ' ')} {_END}" for text in texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "replace"), dtype=np.uint32)
    ends = codes == ord(_END)
    return codes, np.cumsum(ends) - ends


def _powers(count: int, step: int) -> NDArray[np.uint64]:
    powers = np.full(count, step, dtype=np.uint64)
    powers[0] = 1
    return np.cumprod(powers, dtype=np.uint64)


def spans(texts: Sequence[str]) -> Spans:
    """Every run of 2 to 5 letters within words, every word, two words in a row and three.

    >>> found = spans(["ok"])  # " o", "ok", "k ", " ok", "ok ", " ok ", and the word itself
    >>> len(found.text)
    7
    """
    codes, whose = letters(texts)
    count = len(codes)
    back = pow(_STEP, -1, 1 << 64)
    # The hash of letters a..b is (sum of letter * step**place) divided by step**a: the same wherever they stand.
    sums = np.concatenate([[np.uint64(0)], np.cumsum(codes.astype(np.uint64) * _powers(count, _STEP), dtype=np.uint64)])
    undo = _powers(count + 1, back)
    space = (codes == 32) | (codes == ord(_END))
    begin, end = _runs(space, codes, whose)
    hashed = (sums[end] - sums[begin]) * undo[begin] + (end - begin).astype(np.uint64)
    mixed = (hashed ^ (hashed >> np.uint64(29))) * np.uint64(_MIX)
    bucket = (mixed >> np.uint64(64 - 16)).astype(np.int64)
    return Spans(whose[begin], bucket, begin, end)


def _runs(space: NDArray[np.bool_], codes: NDArray[np.uint32], whose: Ints) -> tuple[Ints, Ints]:
    """Where pieces begin and end."""
    count = len(space)
    inner = np.concatenate([[0], np.cumsum(space)])
    begins, ends = [], []
    for size in SIZES:
        first = np.arange(max(count - size + 1, 0))
        # Spaces may stand at the edges of a run, so that beginnings and ends of words are told apart, not inside.
        whole = inner[first + size - 1] - inner[first + 1] == 0
        whole &= (codes[first] != ord(_END)) & (codes[first + size - 1] != ord(_END))
        whole &= ~(space[first] & space[first + size - 1]) | (size > 2)
        begins.append(first[whole])
        ends.append(first[whole] + size)
    starts = np.flatnonzero(~space & np.concatenate([[True], space[:-1]]))
    stops = np.flatnonzero(~space & np.concatenate([space[1:], [True]])) + 1
    for row in ROWS:
        kept = slice(0, max(len(starts) - row + 1, 0))
        first, last = starts[kept], stops[row - 1 :]
        same = whose[first] == whose[last - 1]
        begins.append(first[same])
        ends.append(last[same])
    return np.concatenate(begins), np.concatenate(ends)
