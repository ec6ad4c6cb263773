"""What the tests of questions share: small random logs, and one way to ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import strategies as st

from cesta.journeys.answer import answer

Log = list[dict[str, Any]]
BEGIN = datetime(2024, 5, 6, tzinfo=UTC)


def event(customer: str, name: str, minutes: float, **props: object) -> dict[str, Any]:
    """One event so many minutes after the beginning."""
    moment = (BEGIN + timedelta(minutes=minutes)).isoformat().replace("+00:00", "Z")
    return {"customer": customer, "event": name, "ts": moment, "props": dict(props)}


@pytest.fixture(scope="session")
def log_of() -> Callable[..., Log]:
    """Events from short text: "ann: see 0, buy 5; bob: see 1" (minutes)."""

    def read(text: str) -> Log:
        log = []
        for line in text.split(";"):
            customer, _, rest = line.partition(":")
            for item in rest.split(","):
                name, minutes = item.split()
                log.append(event(customer.strip(), name, float(minutes)))
        return log

    return read


@pytest.fixture(scope="session")
def logs() -> st.SearchStrategy[Log]:
    """Small logs of a few customers and names, now and then at equal times, some with a property."""
    one = st.builds(
        lambda customer, name, minutes, colour: event(
            customer, name, minutes, **({"colour": colour} if colour else {})
        ),
        st.sampled_from(["ann", "bob", "eva", "jan"]),
        st.sampled_from(["a", "b", "c", "d"]),
        st.integers(0, 300),
        st.sampled_from(["", "red", "blue"]),
    )
    return st.lists(one, min_size=1, max_size=40)


@pytest.fixture(scope="session")
def steady_logs() -> st.SearchStrategy[Log]:
    """Small logs in which no two events happen at the same moment, each customer's in order."""
    one = st.tuples(st.sampled_from(["ann", "bob", "eva"]), st.sampled_from(["a", "b", "c", "x"]), st.integers(1, 9))

    def build(items: Sequence[tuple[str, str, int]]) -> Log:
        minutes, log = 0, []
        for customer, name, gap in items:
            minutes += gap
            log.append(event(customer, name, minutes))
        return log

    return st.lists(one, min_size=1, max_size=40).map(build)


@pytest.fixture(scope="session")
def ask() -> Callable[..., dict[str, Any]]:
    """Asks a question of its own events; the whole envelope."""

    def put(analysis: str, params: Mapping[str, object], events: Log, **beside: object) -> dict[str, Any]:
        return answer({"analysis": analysis, "params": params, "events": events, **beside}, None)

    return put


@pytest.fixture(scope="session")
def by_customer() -> Callable[[Log], dict[str, list[tuple[str, int]]]]:
    """Each customer's (name, seconds) in order of time, as anybody would write it down."""

    def sort(log: Log) -> dict[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for one in log:
            moment = datetime.fromisoformat(one["ts"])
            found.setdefault(one["customer"], []).append((one["event"], int(moment.timestamp())))
        return {customer: sorted(events, key=lambda pair: pair[1]) for customer, events in sorted(found.items())}

    return sort
