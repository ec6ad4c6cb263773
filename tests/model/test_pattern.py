"""Patterns are read as written, and what is wrong with one is told with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.model.errors import CestaError
from cesta.model.pattern import LONGEST, PatternStep, parse_pattern

SECOND = 1_000_000


@pytest.mark.parametrize(
    ("sign", "least", "most"),
    [
        (">", 10 * SECOND + 1, LONGEST),
        (">=", 10 * SECOND, LONGEST),
        ("<", 0, 10 * SECOND - 1),
        ("<=", 0, 10 * SECOND),
        ("==", 10 * SECOND, 10 * SECOND),
    ],
)
def test_a_time_limits_the_way_from_the_step_before(sign: str, least: int, most: int) -> None:
    assert parse_pattern(f"(?1)(?t{sign}10)(?2)", 2) == (PatternStep(1), PatternStep(2, True, least, most))


def test_limits_add_up_and_take_durations() -> None:
    step = PatternStep(2, True, 60 * SECOND, 3600 * SECOND)
    assert parse_pattern("(?1)(?t>=1m).*(?t<=1h)(?2)", 2) == (PatternStep(1), step)


def test_a_limit_at_the_end_wants_any_event() -> None:
    assert parse_pattern("(?1)(?t<=0)", 1) == (PatternStep(1), PatternStep(0, True, 0, 0))
    assert parse_pattern(".*(?1).*", 1) == (PatternStep(1),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "names no condition"),
        (".*", "names no condition"),
        ("(?0)", "names condition 0; there are 2"),
        ("(?3)", "names condition 3; there are 2"),
        ("(?1) (?2)", "at character 5"),
        ("(?1)(?t!=3)(?2)", "at character 5"),
        ("(?1)(?t>3y)(?2)", "at character 5"),
        ("(?t>3)(?2)", "no event before it"),
    ],
)
def test_what_is_wrong_is_told(text: str, said: str) -> None:
    with pytest.raises(CestaError, match="The pattern") as caught:
        parse_pattern(text, 2)
    assert caught.value.code == "bad_pattern"
    assert said in caught.value.message


@given(st.text("(?1).*t<=>0m2 ", max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        steps = parse_pattern(text, 2)
    except CestaError as error:
        steps, code = (), error.code
        assert code == "bad_pattern"
    assert all(0 <= step.condition <= 2 for step in steps)
