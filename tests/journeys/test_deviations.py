"""The words for how a journey strays, case by case; how late is late."""

from __future__ import annotations

import numpy as np
import pytest

from cesta.journeys.deviations import END, deviations, endings, late_events, passed_over
from cesta.kernels.alignment import cheapest_alignments, step_distances
from cesta.model.wanted_journey import WantedJourney, read_wanted_journey

PLAIN = read_wanted_journey({"sequence": ["a", "b", "c"]})
FORK = read_wanted_journey({"sequence": ["a", {"choice": ["b", ["d", "e"], "c"]}, {"loop": "f"}, "g"]})
HOUR = 3_600_000_000


def distances_of(model: WantedJourney) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    size = len(model.names)
    return step_distances(np.array([[t in model.follow[s] for t in range(size)] for s in range(size)]))


def strays(model: WantedJourney, names: str) -> tuple[list[str], int]:
    known = sorted(set(model.names[1:]))
    steps = np.array([-2, *(known.index(name) for name in model.names[1:])])
    events = np.array([known.index(name) if name in known else -1 for name in names], np.int64)
    distances = distances_of(model)
    offsets = np.array([0, len(names)])
    _, served = cheapest_alignments(offsets, events, steps, distances, endings(model, distances), 1.0, 1.0)
    found, lacking = deviations(model, distances, list(names), served.tolist())
    return sorted(f"{kind} {step}" for kind, step in found), lacking


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
    assert strays(model, names) == (found, lacking)


def test_the_way_past_prefers_what_was_done_elsewhere() -> None:
    distances = distances_of(FORK)
    f = FORK.names.index("f")
    assert [FORK.names[s] for s in passed_over(FORK, distances, 1, f, frozenset("c"))] == ["c"]
    assert [FORK.names[s] for s in passed_over(FORK, distances, 1, f, frozenset("de"))] == ["b"]
    assert [FORK.names[s] for s in passed_over(FORK, distances, 1, END, frozenset())] == ["b", "f", "g"]


def test_late_is_measured_from_the_step_before() -> None:
    model = read_wanted_journey({"sequence": ["a", "b", {"step": "c", "within": "1h"}]})
    # in time to the second; too late; b passed over; another customer's c first, then late again
    served = np.array([1, 2, 3, 1, 2, 3, 1, 3, 3, 1, 2, -1, 3])
    owners = np.array([0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 4, 4, 4])
    hours = np.array([0, 1, 2, 0, 1, 2.5, 0, 9, 30, 0, 0, 1, 2])
    times = (hours * HOUR).astype(np.int64)
    assert late_events(model, distances_of(model), served, times, owners).tolist() == [5, 12]
