"""What happened after each moment, against a walk over every customer's list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cesta.maps.barriers.happened import Happened, is_error, is_help

MINUTE = 60_000_000
DAY = 1440 * MINUTE
Past = Callable[[Any], Happened]
NAMES = st.sampled_from(["a", "b", "goal", "pay_failed", "support_call"])
AT = st.integers(0, 300) | st.integers(1300, 140_000)
LOGS = st.lists(st.tuples(st.sampled_from("uvw"), NAMES, AT), min_size=1, max_size=25)


@given(LOGS)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_as_walking_every_list_tells(past: Past, log: list[tuple[str, str, int]]) -> None:
    found = past([(who, name, at, {}) for who, name, at in log])
    rows = [
        (found.found.columns.customers[owner], found.names[code], time)
        for owner, code, time in zip(found.owner, found.codes.tolist(), found.times.tolist(), strict=True)
    ]
    for place, (who, name, time) in enumerate(rows):
        later = [row for row in rows[place + 1 :] if row[0] == who]
        soon = bool(later) and later[0][2] - time <= 30 * MINUTE
        goals = [row[2] - time for row in later if row[1] == "goal"]
        assert found.next_goal[place] == (goals[0] if goals else 2**63 - 1)
        assert bool(found.comes_back[place]) == any(DAY <= goal <= 90 * DAY for goal in goals)
        assert bool(found.errs[place]) == (soon and later[0][1] == "pay_failed")
        assert bool(found.asks[place]) == (soon and later[0][1] == "support_call")
        again = [row for row in later if row[1] == name]
        elsewhere = bool(later) and later[0][1] != name
        assert bool(found.rounds[place]) == (bool(again) and elsewhere and again[0][2] - time <= 30 * MINUTE)
        before = [row for row in rows[: place + 1] if row[0] == who]
        begun = [at for at, row in enumerate(before) if row[1] == "a"]
        assert bool(found.after_goal[place]) == any(row[1] == "goal" for row in before[:-1])
        assert bool(found.on_the_way[place]) == (bool(begun) and not any(r[1] == "goal" for r in before[begun[-1] :]))


def test_turning_back_is_to_what_comes_clearly_earlier(past: Past) -> None:
    log: list[Any] = [(who, name, at, {}) for who in "uvwxy" for name, at in (("a", 0), ("b", 1), ("goal", 9))]
    found = past([*log, ("z", "a", 0, {}), ("z", "b", 1, {}), ("z", "a", 2, {}), ("z", "b", 90, {})])
    assert found.turns.sum() == 1


def test_words_of_trouble_and_help_in_four_languages() -> None:
    assert all(map(is_error, ("płatność_odrzucona", "platba_selhala", "ошибка_оплаты", "http_500", "rage_click")))
    assert all(map(is_help, ("infolinia", "pomoc", "звонок", "live_chat")))
    assert not any(map(is_help, ("purchase", "call_failed")))
