"""Logs for the plain loops: small, crowded with equal moments, with values to filter and split by."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import strategies as st

Log = list[dict[str, Any]]
BEGIN = datetime(2024, 5, 6, tzinfo=UTC)


def moment(seconds: int) -> str:
    return (BEGIN + timedelta(seconds=seconds)).isoformat()


def crowded_logs(most_gap: int, unit: int) -> st.SearchStrategy[Log]:
    """One event after another, often at the same moment, some with a colour."""
    one = st.tuples(
        st.sampled_from(["ann", "ann", "bob"]),
        st.sampled_from("abcx"),
        st.integers(0, most_gap),
        st.sampled_from(["", "red", "blue"]),
    )

    def build(items: list[tuple[str, str, int, str]]) -> Log:
        at, log = 0, []
        for customer, name, gap, colour in items:
            at += gap * unit
            props = {"colour": colour} if colour else {}
            log.append({"customer": customer, "event": name, "ts": moment(at), "props": props})
        return log

    # lists of any length as likely as of any other: left to itself, a short one is
    return st.integers(1, 24).flatmap(lambda many: st.lists(one, min_size=many, max_size=many)).map(build)


@pytest.fixture(scope="session")
def crowded() -> st.SearchStrategy[Log]:
    """Minutes apart, or at the same moment."""
    return crowded_logs(3, 60)


@pytest.fixture(scope="session")
def long_logs() -> st.SearchStrategy[Log]:
    """Hours to weeks apart, over changes of the clocks."""
    return crowded_logs(120, 5 * 3600)


@pytest.fixture(scope="session")
def daily_logs() -> st.SearchStrategy[Log]:
    """Hours to a day apart."""
    return crowded_logs(6, 3 * 3600)


@pytest.fixture(scope="session")
def plain_log() -> Any:
    """Each customer's (name, seconds, colour) in order of time, stored order at equal moments."""

    def read(log: Log) -> dict[str, list[tuple[str, int, str]]]:
        found: dict[str, list[tuple[str, int, str]]] = {}
        for one in log:
            at = int(datetime.fromisoformat(one["ts"]).timestamp())
            found.setdefault(one["customer"], []).append((one["event"], at, one["props"].get("colour", "")))
        return {who: sorted(events, key=lambda event: event[1]) for who, events in sorted(found.items())}

    return read


@pytest.fixture(scope="session")
def steady_coloured() -> st.SearchStrategy[Log]:
    """No two events at one moment, some with a colour."""

    def spread(log: Log) -> Log:
        return [{**one, "ts": moment(90 * place)} for place, one in enumerate(log)]

    return crowded_logs(1, 60).map(spread)
