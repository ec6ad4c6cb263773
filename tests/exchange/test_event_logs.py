"""Journeys as event logs: our own readers read them, and count what the map counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cesta.exchange.event_logs import ocel_of, touches, xes_of
from cesta.exchange.sheet import Sheet
from cesta.ingest.readers.contract import Place
from cesta.ingest.readers.ocel_json import read_ocel
from cesta.ingest.readers.xes import read_xes
from cesta.maps.compose import Picked
from cesta.store.workspace import Workspace


def test_our_readers_find_every_touch(workspace: Workspace, taken: Callable[..., Sheet], tmp_path: Path) -> None:
    sheet = taken()
    found = list(touches(workspace, sheet, Picked()))
    assert len(found) == sum(stop.visits.value or 0 for stop in sheet.stops)
    assert len({each.journey for each in found}) <= (sheet.view.journeys.value or 0)
    xes, ocel = tmp_path / "a.xes", tmp_path / "a.jsonocel"
    xes.write_bytes(xes_of(sheet, iter(found)))
    ocel.write_bytes(ocel_of(sheet, iter(found)))
    rows = [row for batch in read_xes(Place(str(xes))) for row in batch.rows]
    assert [row["concept:name"] for row in rows] == [each.touchpoint for each in found]
    assert [row["case:concept:name"] for row in rows] == [each.customer for each in found]
    told = [row for batch in read_ocel(Place(str(ocel))) if batch.table == "events" for row in batch.rows]
    assert len(told) == len(found)
    assert {row["customer"] for row in told} == {f"customer:{each.customer}" for each in found}
