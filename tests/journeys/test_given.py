"""Reading parameters."""

from __future__ import annotations

import pytest

from cesta.journeys.given import Given, whole
from cesta.model.errors import CestaError


def test_absent_and_null_are_the_default() -> None:
    for given in (Given({}), Given({"n": None, "flag": None, "kind": None, "window": None})):
        assert given.number("n", 7) == 7
        assert given.flag("flag", default=True)
        assert given.choice("kind", "a", ["a", "b"]) == "a"
        assert given.window() == 14 * 86_400 * 1_000_000
        assert given.listed("n") == []


def test_unknown_and_missing_names() -> None:
    with pytest.raises(CestaError, match='Did you mean "window"'):
        Given({"windw": 1}).check({"window"}, ())
    with pytest.raises(CestaError, match="missing_param"):
        Given({"steps": None}).check({"steps"}, {"steps"})


@pytest.mark.parametrize("value", [True, 1.5, "3", [], float("nan"), float("inf"), 0, 10**9])
def test_what_is_no_whole_number_in_the_range(value: object) -> None:
    with pytest.raises(CestaError, match="bad_value"):
        whole("n", value, 1, 1000)


def test_one_moment_is_a_range() -> None:
    moment = "2024-05-06T10:00:00Z"
    first, after = Given({"date_from": moment, "date_to": moment}).dates()
    assert first is not None
    assert after == first + 1


def test_the_last_day_there_is() -> None:
    with pytest.raises(CestaError, match="bad_time"):
        Given({"date_to": "9999-12-31"}).dates()


def test_no_limit_is_longer_than_any_history() -> None:
    assert Given({"session_gap": "none"}).length("session_gap", "30m") > 10_000 * 366 * 86_400 * 1_000_000
