"""Patterns in journeys: what is invisible, what counts, who stands behind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cesta.model.errors import CestaError

Ask = Callable[..., dict[str, Any]]
LogOf = Callable[[str], list[dict[str, Any]]]
SHOP = "ann: see 0, ask 1, buy 2, see 10, buy 50; bob: buy 0, see 5; eva: see 0, see 1, buy 2"
BOTH: list[object] = ["see", "buy"]


@pytest.mark.parametrize(
    ("pattern", "matched", "count"),
    [
        ("(?1)(?2)", 2, 3),  # what meets no condition lies between nobody
        ("(?1)(?1)(?2)", 1, 1),
        ("(?1)(?t<=2m)(?2)", 2, 2),
        ("(?1)(?t>30m)(?2)", 1, 1),
        ("(?2).*(?1)", 2, 2),
        ("(?1)(?t>=40m)", 1, 2),  # at its end: anything so much later
        ("(?2)(?1)(?2)(?2)", 0, 0),
    ],
)
def test_who_shows_a_pattern(ask: Ask, log_of: LogOf, pattern: str, matched: int, count: int) -> None:
    params = {"conditions": BOTH, "pattern": pattern}
    found = ask("sequence", params, log_of(SHOP), about=True)
    assert (found["result"]["matched"], found["result"]["count"]) == (matched, count)
    assert found["about"]["/matched"]["of"] == 3
    behind = ask("sequence", params, log_of(SHOP), behind="/matched")["result"]
    listed = [name for name, one in found["result"]["per_customer"].items() if one["matched"]]
    assert behind == {"customers": listed, "total": matched}
    assert sum(one["count"] for one in found["result"]["per_customer"].values()) == count


def test_the_first_match_gives_its_times(ask: Ask, log_of: LogOf) -> None:
    found = ask("sequence", {"conditions": BOTH, "pattern": "(?1)(?t>30m)(?2)"}, log_of(SHOP))
    times = found["result"]["per_customer"]["ann"]["times"]
    assert times == ["2024-05-06T00:00:00Z", "2024-05-06T00:50:00Z"]


def test_a_pattern_that_cannot_be_is_refused(ask: Ask, log_of: LogOf) -> None:
    with pytest.raises(CestaError) as caught:
        ask("sequence", {"conditions": BOTH, "pattern": "(?3)"}, log_of(SHOP))
    assert caught.value.code == "bad_pattern"
