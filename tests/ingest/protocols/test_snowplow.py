"""Snowplow's events: page views, structured ones, and those that describe themselves."""

from __future__ import annotations

import base64
import json

from cesta.ingest.arrival import Arrival
from cesta.ingest.protocols.posted import Posted
from cesta.ingest.protocols.snowplow import snowplow

AROUND = {"uid": "u1", "duid": "d1", "eid": "i1", "dtm": "1795342619152", "stm": "1795342619000", "p": "web"}


def one(**fields: str) -> Arrival:
    arrivals, aside = snowplow(Posted({"schema": "payload_data", "data": [AROUND | fields]}, "site", 9))
    assert not aside
    return arrivals[0]


def packed(document: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(document).encode()).decode().rstrip("=")


def test_a_page_view() -> None:
    arrival = one(e="pv", url="https://x", page="t", refr="https://y")
    assert (arrival.type, arrival.event.name, arrival.event.time) == ("page", "page_view", 1_795_342_619_152_000)
    assert (arrival.event.message_id, arrival.event.customer) == ("i1", "u1")
    properties = {
        "page_url": "https://x",
        "page_title": "t",
        "page_referrer": "https://y",
        "platform": "web",
        "duid": "d1",
    }
    assert arrival.event.properties == properties
    assert arrival.ids == {"user_id": "u1", "anonymous_id": "d1"}


def test_a_structured_event_is_called_by_its_action() -> None:
    arrival = one(e="se", se_ca="shop", se_ac="add-to-basket", se_va="9.5")
    assert (arrival.type, arrival.event.name) == ("track", "add-to-basket")
    assert (arrival.event.properties["se_category"], arrival.event.properties["se_value"]) == ("shop", 9.5)


def test_an_event_may_describe_itself_packed_or_plain() -> None:
    inner = {"schema": "iglu:com.acme/sign_up/jsonschema/1-0-0", "data": {"plan": "x", "n": 1}}
    told = {"schema": "iglu:com.snowplowanalytics.snowplow/unstruct_event/jsonschema/1-0-0", "data": inner}
    for fields in ({"ue_px": packed(told)}, {"ue_pr": json.dumps(told)}):
        arrival = one(e="ue", cx=packed({"data": [{"schema": "s", "data": {}}]}), **fields)
        assert (arrival.type, arrival.event.name) == ("track", "sign_up")
        assert {"plan": "x", "n": 1, "schema": inner["schema"]}.items() <= arrival.event.properties.items()
        assert arrival.event.properties["contexts"] == '[{"schema":"s","data":{}}]'


def test_what_cannot_be_unpacked_is_set_aside() -> None:
    arrivals, aside = snowplow(Posted({"data": [{**AROUND, "e": "ue", "ue_px": "***"}]}, "site", 9))
    assert not arrivals
    assert (aside[0].code, aside[0].field) == ("bad_json", "ue_px")
    _, nobody = snowplow(Posted({"data": [{"e": "pv"}]}, "site", 9))
    assert nobody[0].code == "no_customer"


def test_who_is_not_named_is_somebody_new_each_time() -> None:
    arrivals, _ = snowplow(Posted({"data": [{"e": "pv", "eid": name} for name in ("i1", "i2")]}, "site", 9))
    assert [(arrival.event.customer, arrival.ids) for arrival in arrivals] == [("i1", {}), ("i2", {})]


def test_a_sign_of_life_is_no_step() -> None:
    assert not one(e="pp").is_step
