"""Segment's, RudderStack's and Customer.io's own packages for Python, as they are, against a real server."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from collecting import SAID, TROUBLE, Line, Proxy, Served, same
from customerio.analytics.client import Client as CustomerIo
from rudderstack.analytics.client import Client as RudderStack
from segment.analytics.client import Client as Segment

CLIENTS: dict[str, Callable[..., Any]] = {"segment": Segment, "rudderstack": RudderStack, "customerio": CustomerIo}
EXPECTED = [
    ("alias", "alias", "u2"),
    ("group", "group", "u1"),
    ("identify", "identify", "u1"),
    ("page", "page", "u1"),
    ("screen", "screen", "u1"),
    ("track", "bought", "u1"),
]


def send(make: Callable[..., Any], proxy: Proxy, key: str, **options: Any) -> list[object]:
    """One of each kind of message; what the client told of errors."""
    errors: list[object] = []
    options = {"upload_interval": 0.05, "upload_size": 1, **options}
    client = make(key, host=proxy.address, on_error=lambda error, _: errors.append(error), **options)
    client.identify("u1", {"email": "a@b.cz", "age": 41, "sizes": ["s", "m"]})
    client.track("u1", "bought", SAID)
    client.page("u1", "Shop", "Home", {"url": "https://shop.example/ž"})
    client.screen("u1", "App", "Main", {"dark": True})
    client.group("u1", "g1", {"seats": 3})
    client.alias("u1", "u2")
    client.shutdown()
    return errors


def told(lines: list[Line], kind: str) -> Line:
    (found,) = [line for line in lines if line["type"] == kind]
    return found


@pytest.mark.parametrize("name", CLIENTS)
def test_after_all_trouble_everything_is_there_once_as_it_was_sent(served: Served, proxy: Proxy, name: str) -> None:
    proxy.trouble.extend(TROUBLE)
    assert send(CLIENTS[name], proxy, served.key(name)) == []
    lines = served.shown(name)
    assert proxy.met == list(TROUBLE)
    assert sorted((line["type"], line["event"], line["customer"]) for line in lines) == EXPECTED
    assert len({line["message_id"] for line in lines}) == len(EXPECTED)
    bought = told(lines, "track")
    same(bought["properties"], bought["raw"]["properties"])
    assert bought["properties"] == SAID
    assert told(lines, "identify")["properties"] == {"email": "a@b.cz", "age": 41, "sizes": ["s", "m"]}
    page = told(lines, "page")
    assert page["properties"] == {"url": "https://shop.example/ž"}
    assert (page["derived"]["name"], page["derived"]["category"]) == ("Home", "Shop")
    assert told(lines, "screen")["properties"] == {"dark": True}
    assert (told(lines, "group")["properties"], told(lines, "group")["ids"]["group_id"]) == ({"seats": 3}, "g1")
    assert told(lines, "alias")["ids"] == {"user_id": "u2", "previous_id": "u1"}
    assert all(line["original"] and line["sent"] and line["received"] for line in lines)


@pytest.mark.parametrize("name", CLIENTS)
@pytest.mark.parametrize("gzip", [False, True])
def test_a_batch_packed_or_not(served: Served, proxy: Proxy, name: str, gzip: bool) -> None:
    source = f"{name} {gzip}"
    assert send(CLIENTS[name], proxy, served.key(source), gzip=gzip, upload_size=100) == []
    lines = served.shown(source)
    assert sorted((line["type"], line["event"], line["customer"]) for line in lines) == EXPECTED
    assert told(lines, "track")["properties"] == SAID


def test_what_python_holds_comes_as_its_client_writes_it(served: Served, proxy: Proxy) -> None:
    client = Segment(served.key("types"), host=proxy.address)
    said = {
        "when": datetime.datetime.fromisoformat("2026-01-02T00:00:00"),
        "day": datetime.date(2026, 1, 2),
        "price": Decimal("9.50"),
        "none": None,
        "weight": float("nan"),
    }
    client.track("u1", "bought", said, timestamp=datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC))
    client.track("u1", "left")
    client.shutdown()
    bought, left = served.shown("types")
    assert bought["original"] == "2026-01-02T03:04:05Z"
    assert bought["properties"] == {
        "when": "2026-01-02T00:00:00", "day": "2026-01-02", "price": 9.5, "none": None, "weight": None,
    }  # fmt: skip
    assert bought["derived"]["when.utc"] == "2026-01-02T00:00:00Z"
    assert left["properties"] == {}


@pytest.mark.parametrize("name", CLIENTS)
def test_a_wrong_key_is_told_and_not_tried_again(proxy: Proxy, name: str) -> None:
    assert len(send(CLIENTS[name], proxy, "nobody", upload_size=100)) == 1
    assert [status for _, _, status in proxy.passed] == [401]
