"""Sequences, case by case: as one would read them aloud."""

from __future__ import annotations

import numpy as np
import pytest

from cesta.model.event import Event
from cesta.segments.histories import histories
from cesta.segments.meets import Look
from cesta.segments.rule import read_rule
from cesta.store.columns import from_events

SECOND = 1_000_000


def holds(rule: str, done: str, at: int = 60) -> bool:
    """`done`: one letter an event, its place the second at which it came; a dot: nothing."""
    events = [Event("t", str(n), "ann", name, n * SECOND) for n, name in enumerate(done) if name != "."]
    return bool(Look(histories(from_events(events), np.zeros(1, np.int64)), at * SECOND).members(read_rule(rule))[0][0])


@pytest.mark.parametrize(
    ("rule", "done", "expected"),
    [
        ("sequence a, then b", "a.b", True),
        ("sequence a, then b", "b.a", False),
        ("sequence a, then b within 2s", "a...b", False),
        ("sequence a, then b within 2s", "a..a.b", True),
        ("sequence a 3 times, then b", "aab", False),
        ("sequence a 3 times, then b", "axaxab", True),
        ("sequence a 3 times within 3s", "a.a.a", False),
        ("sequence a 3 times within 3s", "a..aa.a", True),
        ("sequence a, then b 2 times within 4s", "abb", True),
        ("sequence a, then b 2 times within 4s", "ab...b", False),
        ("sequence a, then not b, then c", "a.b.c", False),
        ("sequence a, then not b, then c", "abac", True),
        ("sequence a, then not b within 2s, then c", "a...b.c", True),
        ("sequence a, then not b within 2s, then c", "a.b...c", False),
        ("sequence a, then not b within 2s", "a", True),
        ("sequence a, then not b within 2s", "ab", False),
        ("sequence a, then not b within 2s", "a..b", True),
        ("sequence a, then a", "a", False),
    ],
)
def test_sequences(rule: str, done: str, expected: bool) -> None:
    assert holds(rule, done) is expected


def test_what_did_not_happen_is_known_when_its_time_is_over() -> None:
    rule = "sequence a, then not b within 5s"
    assert [holds(rule, "a", at) for at in (0, 4, 5, 9)] == [False, False, True, True]
