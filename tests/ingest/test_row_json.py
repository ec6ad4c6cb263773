"""A row that was set aside is judged as any row is."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from cesta.ingest.event_json import NotUnderstood
from cesta.ingest.row_json import RowKind, read_row
from cesta.model.event import Event

PRAGUE = RowKind("shop", ZoneInfo("Europe/Prague"), ("%d.%m.%Y %H:%M", "iso", "%d.%m.%Y"))
ROW: dict[str, object] = {
    "event": "buy", "customer": "001", "time": "29.02.2024 08:05", "id": "7", "properties": {"price": 1.5, "note": None}
}  # fmt: skip
TIME = 1_709_190_300_000_000


def test_a_row_is_an_event() -> None:
    event = Event("shop", "buy:7", "001", "buy", TIME, {"price": 1.5})
    assert read_row(ROW, PRAGUE, "buy:7") == event
    assert read_row(ROW, PRAGUE, None) == event
    assert read_row(ROW, RowKind("shop", PRAGUE.zone, PRAGUE.time_formats, True), "x").assumed_time
    unnamed = {key: value for key, value in ROW.items() if key != "id"}
    assert read_row(unnamed, PRAGUE, "buy:hash#2").message_id == "buy:hash#2"


@pytest.mark.parametrize(
    ("time", "after"),
    [("29.02.2024", -29_100), ("2024-02-29 08:05", 0), ("2024-02-29T07:05:00Z", 0), (" 2024-02-29T08:05:00+01:00 ", 0)],
)
def test_times_are_read_in_every_way_the_source_writes_them(time: str, after: int) -> None:
    assert read_row(ROW | {"time": time}, PRAGUE, "x").time == TIME + after * 1_000_000


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"customer": None}, "no_customer", "customer"),
        ({"customer": " "}, "no_customer", "customer"),
        ({"time": "31.02.2024"}, "bad_time", "time"),
        ({"time": None}, "no_time", "time"),
        ({"id": None}, "no_id", "id"),
        ({"event": ""}, "no_event", "event"),
        ({"properties": {"price": float("inf")}}, "not_finite", "properties.price"),
    ],
)
def test_what_is_still_wrong_says_why(change: dict[str, object], code: str, field: str) -> None:
    with pytest.raises(NotUnderstood) as error:
        read_row(ROW | change, PRAGUE, "buy:7")
    assert (error.value.code, error.value.field) == (code, field)
