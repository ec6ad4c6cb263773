"""The words for how a journey strays, case by case; how late is late."""

from __future__ import annotations

import numpy as np
import pytest

from cesta.journeys.wanted import in_codes
from cesta.kernels.alignment import cheapest_alignments
from cesta.kernels.strays import END, KINDS, LATE, way_past, weigh_late, weigh_strays
from cesta.model.wanted_journey import WantedJourney, read_wanted_journey

PLAIN = read_wanted_journey({"sequence": ["a", "b", "c"]})
FORK = read_wanted_journey({"sequence": ["a", {"choice": ["b", ["d", "e"], "c"]}, {"loop": "f"}, "g"]})
HOUR = 3_600_000_000
LETTERS = "abcdefgx"


def strays(model: WantedJourney, *journeys: str, seek: tuple[int, int] = (-1, -1)) -> tuple[list[str], list[int], str]:
    """What strays and how often, if more than once; how many steps each journey lacks; which stray as sought."""
    wanted, names = in_codes(model, LETTERS)
    codes = np.array([LETTERS.index(name) for name in "".join(journeys)], np.uint8)
    offsets = np.cumsum([0, *map(len, journeys)])
    _, served = cheapest_alignments(offsets, codes, wanted.steps, wanted.distances, wanted.ending, 1.0, 1.0)
    weights = np.ones(len(journeys), np.int64), np.zeros(len(journeys), np.int64)
    found, lacking, sought = weigh_strays((codes, offsets), served, wanted, weights, seek)
    told = []
    for kind, code in np.argwhere(found.customers):
        many = int(found.customers[kind, code])
        told.append(f"{KINDS[kind]} {names[code]}" + (f" {many}" if many > 1 else ""))
    marks = "".join("x" if one else "." for one in sought.tolist())
    return sorted(told), lacking.tolist(), marks


@pytest.mark.parametrize(
    ("model", "names", "found", "lacking"),
    [
        (PLAIN, "abc", [], 0),
        (PLAIN, "", ["missing a", "missing b", "missing c"], 3),
        (PLAIN, "ac", ["missing b"], 1),
        (PLAIN, "abxc", ["extra x"], 0),
        (PLAIN, "abcc", ["repeated c"], 0),
        (PLAIN, "bb", ["missing a", "missing c", "repeated b"], 2),
        (PLAIN, "cab", ["order c"], 1),
        (PLAIN, "bca", ["order a"], 1),
        (PLAIN, "abca", ["repeated a"], 0),
        (PLAIN, "babc", ["order b"], 0),
        (FORK, "acfffg", [], 0),
        (FORK, "adefg", [], 0),
        (FORK, "afg", ["missing b"], 1),
        (FORK, "afcg", ["order c"], 1),
        (FORK, "adfg", ["missing e"], 1),
        (FORK, "ab", ["missing f", "missing g"], 2),
    ],
)
def test_each_has_its_word(model: WantedJourney, names: str, found: list[str], lacking: int) -> None:
    assert strays(model, names) == (found, [lacking], ".")


def test_journeys_are_counted_once_and_found_again() -> None:
    sought = KINDS.index("order"), LETTERS.index("c")
    found, lacking, marks = strays(PLAIN, "cab", "abc", "cabc", "acbb", "ccab", seek=sought)
    assert (found, lacking, marks) == (["order b", "order c 3"], [1, 0, 0, 1, 1], "x.x.x")


def test_the_way_past_prefers_what_was_done_elsewhere() -> None:
    wanted, names = in_codes(FORK, LETTERS)

    def way(begin: int, end: int, done: str) -> str:
        unwanted = np.array([names[step] not in done for step in wanted.steps.tolist()], np.int64)
        cost, steps = np.zeros(len(unwanted), np.int64), np.zeros(len(unwanted), np.int64)
        length = way_past(begin, end, wanted.follows, wanted.distances, wanted.ending, unwanted, cost, steps)
        return "".join(names[wanted.steps[step]] for step in steps[:length].tolist())

    f = FORK.names.index("f")
    assert [way(1, f, done) for done in ("c", "de")] == ["c", "b"]
    assert way(1, END, "") == "bfg"


def test_late_is_measured_from_the_step_before() -> None:
    model = read_wanted_journey({"sequence": ["a", "b", {"step": "c", "within": "1h"}]})
    wanted, names = in_codes(model, "abcx")
    # in time to the second; too late; b passed over; c first of all; late with something between
    journeys, hours = ["abc", "abc", "ac", "c", "abxc"], [0, 1, 2, 0, 1, 2.5, 0, 9, 30, 0, 0, 1, 2]
    codes = np.array([names.index(name) for name in "".join(journeys)], np.uint8)
    edges = np.cumsum([0, *map(len, journeys)])
    served = np.array([1, 2, 3, 1, 2, 3, 1, 3, 3, 1, 2, -1, 3])
    times = (np.array(hours) * HOUR).astype(np.int64)
    kept, reaching = np.array([True] * 4 + [False]), np.array([0, 1, 0, 0, 0])
    variants = np.arange(5), edges, served
    seek = LATE, names.index("c")
    found, late = weigh_late((codes, times), (edges[:-1], edges[1:]), kept, variants, wanted, reaching, seek)
    assert late.tolist() == [False, True, False, False, True]
    assert np.argwhere(found.customers).tolist() == [list(seek)]
    assert (found.customers[seek], found.reaching[seek]) == (2, 1)
