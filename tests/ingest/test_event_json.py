"""One JSON event is understood to the type, or refused with field, value and reason."""

from __future__ import annotations

import json
import math
from zoneinfo import ZoneInfo

import pytest

from cesta.ingest.event_json import NotUnderstood, aside_of, read_event, shown
from cesta.model.event import Event

UTC = ZoneInfo("UTC")
GOOD: dict[str, object] = {"customer": "ann", "event": "see", "ts": "2026-01-05T08:00:00Z", "message_id": "1"}
TIME = 1_767_600_000_000_000


def test_a_whole_event_is_read() -> None:
    given = GOOD | {"props": {"n": 1, "x": 1.0, "b": True, "t": "1", "none": None, "nan": math.nan, "zero": -0.0}}
    event, local, unclear = read_event(given, "web", UTC)
    assert event == Event("web", "1", "ann", "see", TIME, {"n": 1, "x": 1.0, "b": True, "t": "1", "zero": 0.0})
    assert {name: type(value) for name, value in event.properties.items()} == {
        "n": int, "x": float, "b": bool, "t": str, "zero": float
    }  # fmt: skip
    assert math.copysign(1, float(event.properties["zero"])) == 1
    assert (local, unclear) == (False, False)


def test_nested_values_are_kept_as_json_text_and_huge_numbers_as_text() -> None:
    event, _, _ = read_event(GOOD | {"props": {"items": [1, {"a": "ž"}], "n": 2**63, "m": 2**63 - 1}}, "web", UTC)
    assert event.properties == {"items": '[1,{"a":"ž"}]', "n": "9223372036854775808", "m": 9223372036854775807}


def test_numbers_are_good_names() -> None:
    event, _, _ = read_event(GOOD | {"customer": 17, "message_id": 4}, "web", UTC)
    assert (event.customer, event.message_id) == ("17", "4")


def test_without_a_message_id_equal_events_are_one() -> None:
    bare = {key: value for key, value in GOOD.items() if key != "message_id"}

    def key(given: dict[str, object]) -> str:
        return read_event(given, "web", UTC)[0].message_id

    assert key(bare | {"props": {"a": 1, "b": 2}}) == key(bare | {"props": {"b": 2, "a": 1}})
    others = [bare, bare | {"customer": "bob"}, bare | {"event": "buy"}, bare | {"ts": "2026-01-05T08:00:01Z"}]
    others += [bare | {"props": {"a": value}} for value in (1, 1.0, True, "1")]
    assert len({key(other) for other in others}) == len(others)


@pytest.mark.parametrize(
    ("change", "field", "reason"),
    [
        ({"customer": None}, "customer", "There is no customer."),
        ({"customer": "  "}, "customer", "There is no customer."),
        ({"customer": True}, "customer", "must be a text"),
        ({"customer": 1.5}, "customer", "must be a text"),
        ({"customer": "a\ud800"}, "customer", "not valid Unicode"),
        ({"event": ""}, "event", "There is no event."),
        ({"event": ["see"]}, "event", "must be a text"),
        ({"ts": None}, "ts", "There is no ts."),
        ({"ts": 1767600000}, "ts", "must be a text"),
        ({"ts": "soon"}, "ts", "Cannot read 'soon' as a time."),
        ({"message_id": ""}, "message_id", "There is no message_id."),
        ({"props": [1]}, "props", "names and values"),
        ({"props": {"x": math.inf}}, "props.x", "not a finite number"),
        ({"props": {"x": [math.nan]}}, "props.x", "cannot be written as JSON"),
        ({"props": {"x": "\udfff"}}, "props.x", "not valid Unicode"),
        ({"props": {"\udfff": 1}}, "props", "not valid Unicode"),
        ({"props": {"": 1}}, "props", "There is no props."),
        ({"properties": {}}, "properties", 'Did you mean "props"?'),
        ({"costumer": "x"}, "costumer", 'Did you mean "customer"?'),
    ],
)
def test_what_is_not_understood_says_why(change: dict[str, object], field: str, reason: str) -> None:
    with pytest.raises(NotUnderstood) as error:
        read_event(GOOD | change, "web", UTC)
    assert error.value.field == field
    assert reason in error.value.reason


@pytest.mark.parametrize(
    ("given", "code", "message_id"),
    [
        (GOOD | {"ts": "soon"}, "bad_time", "1"),
        (GOOD | {"ts": None, "message_id": 7}, "no_time", "7"),
        (GOOD | {"message_id": " "}, "no_id", None),
        (GOOD | {"props": {"": math.inf}}, "empty_name", "1"),
        (GOOD | {"costumer": "x\ud800"}, "unknown_field", "1"),
        ({"customer": ["ann"], "message_id": [1]}, "no_text", None),
        ([GOOD], "no_object", None),
    ],
)
def test_what_is_set_aside_is_kept_whole(given: object, code: str, message_id: str | None) -> None:
    with pytest.raises(NotUnderstood) as error:
        read_event(given, "web", UTC)
    item = aside_of(given, error.value, "web", 3, "new.ndjson")
    assert (item.code, item.message_id, item.source, item.file, item.row) == (code, message_id, "web", "new.ndjson", 3)
    assert json.loads(str(item.raw)) == given


def test_a_line_that_is_not_json_is_kept_as_it_is() -> None:
    with pytest.raises(NotUnderstood, match="not JSON") as error:
        read_event("{see\ud800", "web", UTC)
    item = aside_of("{see\ud800", error.value, "web", 1)
    assert (item.code, item.field, item.value, item.raw) == ("bad_json", None, "{see\\ud800", "{see\\ud800")


@pytest.mark.parametrize("given", [None, 3, [GOOD]])
def test_only_an_object_is_an_event(given: object) -> None:
    with pytest.raises(NotUnderstood, match="An event is an object"):
        read_event(given, "web", UTC)


def test_values_are_shown_short_and_in_valid_text() -> None:
    assert shown(None) is None
    assert shown("x" * 500) == "x" * 200
    assert shown("\ud800") == "\\ud800"
    assert shown({"a": 1}) == "{'a': 1}"
