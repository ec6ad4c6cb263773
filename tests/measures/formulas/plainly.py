"""Small made-up histories, and the question about them: what a plain loop over them says is the second witness."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from cesta.maps.questions import ask
from cesta.model.instant import show_instant

HOUR = 3_600_000_000
Happening = tuple[int, str, int]
"""Hour, event, amount."""
Histories = dict[str, list[Happening]]

_happening = st.tuples(st.integers(0, 240), st.sampled_from(["see", "cart", "buy", "oops"]), st.integers(1, 10))
histories = st.lists(st.lists(_happening, min_size=1, max_size=8), min_size=1, max_size=6).map(
    lambda many: {f"c{number}": sorted(each, key=lambda one: one[0]) for number, each in enumerate(many)}
)
"""Of a few customers, over ten days; events at the same hour keep their order."""
periods = st.tuples(st.integers(0, 200), st.integers(1, 100)).map(lambda pair: (pair[0], pair[0] + pair[1]))
"""The first hour, and the first one after."""


def events_of(told: Histories) -> list[dict[str, Any]]:
    return [
        {"customer": who, "event": event, "ts": show_instant(hour * HOUR), "props": {"amount": amount}}
        for who, each in told.items()
        for hour, event, amount in each
    ]


def asked(told: Histories, period: tuple[int, int], behind: str | None = None, **measure: Any) -> dict[str, Any]:
    """The answer's result; period: its end is the last moment before that hour."""
    params = {
        "measure": measure,
        "date_from": show_instant(period[0] * HOUR),
        "date_to": show_instant(period[1] * HOUR - 1),
    }
    question = {"analysis": "measure", "params": params, "events": events_of(told)}
    result = ask(None, question | ({"behind": behind} if behind else {}))["result"]
    assert isinstance(result, dict)
    return result


def latest(told: Histories) -> int:
    return max(hour for each in told.values() for hour, _, _ in each)


def close(value: float | None, other: float | None) -> bool:
    if value is None or other is None:
        return value is other
    return abs(value - other) <= 1e-9 * max(1.0, abs(other))


def share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
