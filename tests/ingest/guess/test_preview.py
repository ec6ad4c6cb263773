"""The journeys that are shown before a load are those that the load brings."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.guess.answers import Answers
from cesta.ingest.guess.files import guess_files
from cesta.ingest.guess.preview import EVENTS, JOURNEYS, EventSeen, journeys
from cesta.store.workspace import Workspace

VISITS = """\
customer,event,date
joe,see,2026-01-09 10:00
ann,buy,2026-01-03 10:00
bob,see,2026-01-02 10:00
ann,see,2026-01-01 10:00
bob,buy,2026-01-04 10:00
"""


def test_the_first_customers_who_did_several_things_are_shown_in_order(tmp_path: Path) -> None:
    (tmp_path / "visits.csv").write_text(VISITS, encoding="utf-8")
    with Workspace.create(tmp_path / "shop", timezone="Europe/Prague") as workspace:
        found = guess_files(workspace, [tmp_path / "visits.csv"])
        other = guess_files(workspace, [tmp_path / "visits.csv"], Answers(who=("event",), what=("customer",)))
    assert [(one.customer, [event.event for event in one.events]) for one in found.journeys] == [
        ("ann", ["see", "buy"]),
        ("bob", ["see", "buy"]),
        ("joe", ["see"]),
    ]
    assert found.journeys[0].zone == "Europe/Prague"
    assert found.journeys[0].events[0] == EventSeen("see", "2026-01-01T09:00:00Z", assumed=False)
    assert [one.customer for one in other.journeys] == ["see", "buy"]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 50)), max_size=60))
def test_each_journey_is_in_order_and_counted_whole(rows: list[tuple[int, int]]) -> None:
    table = pa.table({
        "customer": pa.array([f"c{who}" for who, _ in rows], pa.string()),
        "event": pa.array(["e"] * len(rows), pa.string()),
        "time": pa.array([at * 1_000_000 for _, at in rows], pa.int64()).cast(pa.timestamp("us")),
        "assumed_time": pa.array([False] * len(rows)),
    })  # fmt: skip
    shown = journeys(table, "UTC")
    assert len(shown) == min(JOURNEYS, len({who for who, _ in rows}))
    for one in shown:
        times = sorted(at for who, at in rows if f"c{who}" == one.customer)
        assert len(one.events) + one.more == len(times)
        assert [event.time for event in one.events] == [f"1970-01-01T00:00:{at:02}Z" for at in times[:EVENTS]]
