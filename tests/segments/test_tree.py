"""What a rule looks at, and whether time alone can change what it says."""

from __future__ import annotations

import pytest

from cesta.segments.rule import read_rule
from cesta.segments.tree import events_of, is_timed, segments_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("did a and not in segment x", {"a"}),
        ("share of a that are b at least 0.5", {"a"}),
        ("sequence a, then any of (b, c where (p > 1)), then not d within 1d", {"a", "b", "c", "d"}),
        ("did a or did anything where (p > 1)", None),
        ("trait (p = 1)", None),
        ("trait (p = 1) over a", {"a"}),
        ("customer in ('ann')", set()),
    ],
)
def test_the_events_that_may_change_it(text: str, names: set[str] | None) -> None:
    assert events_of(read_rule(text)) == names


@pytest.mark.parametrize(
    ("text", "timed"),
    [
        ("did a from 2024-01-01 to 2024-02-01", False),
        ("did a in last 1d", True),
        ("not (did b and latest a more than 2d ago)", True),
        ("sequence a, then b within 1d", False),
        ("sequence a, then not b within 1d", True),
        ("trait (p = 1)", False),
    ],
)
def test_whether_time_alone_changes_it(text: str, timed: bool) -> None:
    assert is_timed(read_rule(text)) is timed


def test_the_segments_it_names() -> None:
    assert segments_of(read_rule("in segment a or (did x and not in segment b)")) == {"a", "b"}
