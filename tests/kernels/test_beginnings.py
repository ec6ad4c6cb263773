"""Escaping edges counted beginning by beginning, with a regular expression for the model."""

from __future__ import annotations

import re

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.journeys.wanted import in_codes
from cesta.kernels.beginnings import escapes_of
from cesta.model.wanted_journey import read_wanted_journey

MODEL = read_wanted_journey({"sequence": ["a", {"loop": ["b", {"optional": "c"}]}, {"choice": ["d", "e"]}]})
WANTED, NAMES = in_codes(MODEL, "abcdex")
BEGINNING = re.compile(r"(?:a(?:(?:bc?)*[de]?))?")


@settings(deadline=None)
@given(paths=st.lists(st.text("abcdex", max_size=6), max_size=5), skip=st.booleans())
def test_every_beginning_counts(paths: list[str], skip: bool) -> None:
    # [de] needs a b before it, so "ad" and "ae" begin nothing
    def begins(text: str) -> bool:
        kept = text.replace("x", "") if skip else text
        return BEGINNING.fullmatch(kept) is not None and kept not in ("ad", "ae")

    wanted: tuple[list[int], list[int]] = ([], [])
    for path in paths:
        sums = [0, 0]
        for size in range(len(path)):
            beginning = path[:size]
            if not begins(beginning):
                continue
            allowed = {name for name in "abcde" if begins(beginning + name)}
            seen = {other[size] for other in paths if len(other) > size and other[:size] == beginning}
            sums[0] += len(allowed)
            sums[1] += len(allowed - seen)
        wanted[0].append(sums[0])
        wanted[1].append(sums[1])
    codes = np.array([NAMES.index(name) for path in paths for name in path], np.uint8)
    offsets = np.cumsum([0, *map(len, paths)])
    found = escapes_of((codes, offsets), WANTED.steps, WANTED.follows, WANTED.wide, skip_unknown=skip)
    assert (found[0].tolist(), found[1].tolist()) == wanted
