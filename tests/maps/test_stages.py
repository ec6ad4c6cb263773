"""Stage numbers beyond the worked cases: the time to go on, and which segment differs clearly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cesta.maps.book import Book
from cesta.maps.stages import Group, clearest, split_of

STORY = """-- time to go on
start: visit
end: after 9d
stages: look = visit, see; pay = pay
ann: visit 0d, see 1d, pay 2d, pay 3d
bob: visit 0d, pay 4d, visit 5d
cid: visit 0d
dan: pay 0d, visit 20d, pay 21d
"""


def test_time_to_go_on_is_from_the_first_touch_to_the_first_later_stage(case_from: Callable[[str], Any]) -> None:
    look, pay = case_from(STORY).bound().view.stages
    assert (look.median_seconds.value, look.median_seconds.n) == (2 * 86_400, 3)
    assert pay.median_seconds.value is None
    assert pay.conversion is None
    assert look.conversion is not None
    assert (look.conversion.n, look.conversion.of) == (3, 4)


ENDS = """-- won, lost or under way
start: visit
end: after 9d
goal: pay
stages: look = visit, see; pay = pay; again = again
ann: visit 0d, see 1d, pay 2d
bob: visit 0d, pay 1d, again 2d
cid: visit 0d
dan: visit 18d
eve: visit 0d, pay 3d
fay: sleep 20d
"""


def test_those_who_have_the_goal_and_go_no_further_are_won_there(case_from: Callable[[str], Any]) -> None:
    bound = case_from(ENDS).bound()
    stages = bound.view.stages
    assert [(stage.won.n, stage.won.unit, stage.won.behind) for stage in stages] == [
        (0, "journeys", "/stages/0/won"),
        (2, "journeys", "/stages/1/won"),
        (1, "journeys", "/stages/2/won"),
    ]
    for stage, after in zip(stages, [*(stage.reached.n for stage in stages[1:]), 0], strict=True):
        assert stage.reached.n == after + stage.lost.n + stage.open.n + stage.won.n


def book(n: int) -> Book:
    return Book(np.ones(n, np.bool_), np.arange(n), 10)


def test_the_clearest_segment_is_found_and_the_rest_is_not_called_clear() -> None:
    n = 400
    everybody, place = np.ones(n, np.bool_), np.arange(n)
    above = place % 2 == 0
    same, other = Group("same", "Same", place < 200), Group("even", "Even", place % 4 == 0)
    found = clearest(book(n), [same, other], "/s", above, everybody, 2)
    assert found is not None
    assert (found.segment, found.clear) == ("even", True)
    assert found.inside.value == 1.0
    alone = clearest(book(n), [same], "/s", above, everybody, 1)
    assert alone is not None
    assert not alone.clear


def test_more_comparisons_ask_for_more() -> None:
    n = 400
    place = np.arange(n)
    above = np.where(place < 200, place % 100 < 55, place % 100 < 44)
    group = Group("first", "First", place < 200)
    few, many = (split_of(book(n), group, "/s", above, np.ones(n, np.bool_), k) for k in (1, 100))
    assert few.difference == many.difference
    assert (few.clear, many.clear) == (True, False)


def test_a_side_too_small_is_not_compared() -> None:
    n = 40
    group = Group("tiny", "Tiny", np.arange(n) < 5)
    assert clearest(book(n), [group], "/s", np.ones(n, np.bool_), np.ones(n, np.bool_), 1) is None
