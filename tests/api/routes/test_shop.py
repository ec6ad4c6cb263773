"""Over HTTP: what is known of the shops, and a page that works at once."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from litestar.testing import TestClient

from cesta.api.house import House


def test_a_page_is_made_and_its_key_sends(client: TestClient[House]) -> None:
    wanted = {"page": "check-in", "place": "Brno", "address": "https://events.shop.example"}
    made = client.post("/api/shop/pages", json=wanted).json()
    key = parse_qs(urlsplit(made["address"]).fragment)["key"][0]
    message = {"type": "track", "event": "shop_check_in", "userId": "place Brno", "messageId": "1"}
    assert client.post("/v1/batch", json={"batch": [message], "writeKey": key}).status_code == 200
    assert client.get("/api/shop").json()["places"] == ["Brno"]
    names = [each["source"] for each in client.get("/api/sources").json()["sources"]]
    assert made["source"] in names


def test_what_cannot_be_is_refused(client: TestClient[House]) -> None:
    wanted = {"page": "kiosk", "place": "Brno", "address": "https://events.shop.example"}
    assert client.post("/api/shop/pages", json=wanted).status_code == 400
    refused = client.post("/api/shop/pages", json={"page": "tally", "place": "Brno", "address": "shop"})
    assert (refused.status_code, refused.json()["error"]["code"]) == (400, "bad_address")
