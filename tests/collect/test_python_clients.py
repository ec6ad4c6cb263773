"""PostHog's, Mixpanel's, Amplitude's and Snowplow's own packages for Python, as they are, against a real server."""

from __future__ import annotations

import base64
import contextlib
import json
import time
from collections.abc import Callable
from typing import Any

import amplitude
import mixpanel
import posthog
import pytest
import snowplow_tracker as snowplow
from collecting import SAID, TROUBLE, Proxy, Served, same

Sends = Callable[[Proxy, str], None]
UNTAKEN = {"amplitude": {name: value for name, value in SAID.items() if name not in ("list", "empty")}}
"""What a client takes from its user, where it does not take everything."""

ENDURED = {"amplitude": ("503", "429", "late")}
"""What a client lives through, where it does not live through all: this one itself drops what it was sending when a
connection closes without an answer."""


def send_posthog(proxy: Proxy, key: str) -> None:
    # One event a request, so that each meets one trouble and waits only once.
    client = posthog.Posthog(key, host=proxy.address, flush_at=1, flush_interval=0.1)
    client.capture("bought", distinct_id="u1", properties=SAID)
    client.set(distinct_id="u1", properties={"plan": "x"})
    client.alias("anon", "u1")
    client.group_identify("company", "g1", {"size": 3})
    client.capture("$pageview", distinct_id="u1", properties={"$current_url": "https://shop.example/a"})
    client.shutdown()


def send_mixpanel(proxy: Proxy, key: str) -> None:
    consumer = mixpanel.BufferedConsumer(
        events_url=f"{proxy.address}/track",
        people_url=f"{proxy.address}/engage",
        groups_url=f"{proxy.address}/groups",
        import_url=f"{proxy.address}/import",
    )
    client = mixpanel.Mixpanel(key, consumer=consumer)
    client.track("u1", "bought", SAID)
    client.track("u1", "left")
    client.people_set("u1", {"$name": "N"})
    client.group_set("company", "g1", {"size": 3})
    client.import_data("", "u1", "remembered", 1_700_000_000, {"b": 2}, api_secret=key)
    # It keeps what it could not send, and leaves it to its user to try again.
    until = time.monotonic() + 20
    while any(consumer._buffers.values()) and time.monotonic() < until:
        with contextlib.suppress(mixpanel.MixpanelException, KeyError):
            consumer.flush()


def send_amplitude(proxy: Proxy, key: str) -> None:
    client = amplitude.Amplitude(key)
    client.configuration.server_url = f"{proxy.address}/2/httpapi"
    client.configuration.flush_interval_millis = 50
    done: list[object] = []
    client.configuration.callback = lambda *told: done.append(told)
    client.track(
        amplitude.BaseEvent("bought", user_id="u1", device_id="d1", event_properties=UNTAKEN["amplitude"], price=9.5)
    )
    identify = amplitude.Identify()
    identify.set("plan", "x")
    client.identify(identify, amplitude.EventOptions(user_id="u1"))
    client.track(amplitude.BaseEvent("left", device_id="d1"))
    client.flush()
    until = time.monotonic() + 20
    while len(done) < 3 and time.monotonic() < until:
        time.sleep(0.05)
    client.shutdown()


def send_snowplow(proxy: Proxy, key: str) -> None:
    host, port = proxy.address.removeprefix("http://").split(":")
    for method in ("post", "get"):
        done: list[object] = []
        emitter = snowplow.Emitter(
            host, protocol="http", port=int(port), method=method, batch_size=1, max_retry_delay_seconds=1,
            on_success=done.extend,
        )  # fmt: skip
        subject = snowplow.Subject()
        subject.set_user_id("u1")
        subject.set_domain_user_id("d1")
        tracker = snowplow.Tracker("ns", emitter, subject=subject, app_id=key, encode_base64=method == "post")
        tracker.track(snowplow.PageView("https://shop.example/ž", page_title="t"))
        tracker.track(snowplow.StructuredEvent("shop", "add-to-basket", value=9.5))
        described = snowplow.SelfDescribingJson("iglu:com.acme/bought/jsonschema/1-0-0", SAID)
        tracker.track(snowplow.SelfDescribing(described))
        until = time.monotonic() + 20
        while len(done) < 3 and time.monotonic() < until:
            time.sleep(0.05)


def said_by(raw: dict[str, Any]) -> dict[str, Any]:
    """The properties in a message as it came."""
    if "ue_px" in raw or "ue_pr" in raw:
        told = raw.get("ue_pr") or base64.urlsafe_b64decode(raw["ue_px"])
        described: dict[str, Any] = json.loads(told)["data"]["data"]
        return described
    found: dict[str, Any] = raw.get("event_properties") or raw["properties"]
    return found


def kinds(lines: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return sorted((line["type"], line["event"], line["customer"]) for line in lines)


@pytest.mark.parametrize(
    ("send", "expected"),
    [
        (
            send_posthog,
            [
                ("alias", "$create_alias", "anon"),
                ("identify", "$set", "u1"),
                ("page", "$pageview", "u1"),
                ("track", "bought", "u1"),
            ],
        ),
        (
            send_mixpanel,
            [
                ("engage", "$set", "u1"),
                ("group", "$set", "g1"),
                ("track", "bought", "u1"),
                ("track", "left", "u1"),
                ("track", "remembered", "u1"),
            ],
        ),
        (send_amplitude, [("identify", "$identify", "u1"), ("track", "bought", "u1"), ("track", "left", "d1")]),
        (
            send_snowplow,
            [("page", "page_view", "u1"), ("track", "add-to-basket", "u1"), ("track", "bought", "u1")] * 2,
        ),
    ],
)
def test_after_all_trouble_everything_is_there_once(
    served: Served, proxy: Proxy, send: Sends, expected: list[tuple[str, str, str]]
) -> None:
    source = send.__name__.removeprefix("send_")
    trouble = ENDURED.get(source, TROUBLE)
    proxy.trouble.extend(trouble)
    send(proxy, served.key(source))
    lines = served.shown(source)
    assert proxy.met == list(trouble)
    assert [kind for kind in kinds(lines) if kind[1] != "$groupidentify"] == sorted(expected)
    assert len({line["message_id"] for line in lines}) == len(lines)
    for bought in (line for line in lines if line["event"] == "bought"):
        raw = said_by(bought["raw"])
        same(bought["properties"], raw, UNTAKEN.get(source, SAID))


def test_times_and_ids_are_kept(served: Served, proxy: Proxy) -> None:
    key = served.key("times")
    client = mixpanel.Mixpanel(key, consumer=mixpanel.Consumer(import_url=f"{proxy.address}/import"))
    client.import_data("", "u1", "remembered", 1_700_000_000, {"b": 2, "$insert_id": "i1"}, api_secret=key)
    client.import_data("", "u1", "remembered", 1_700_000_000, {"b": 2, "$insert_id": "i1"}, api_secret=key)
    (line,) = served.shown("times")
    assert line["ts"] == line["original"] == "2023-11-14T22:13:20Z"
    assert (line["ids"], line["properties"]["b"]) == ({"user_id": "u1"}, 2)
    assert json.loads(served.cesta("events", served.root, "--set-aside", "--json") or "[]") == []
