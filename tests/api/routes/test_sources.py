"""A key is shown once, works at once and can be revoked; what is chosen on the page counts at once."""

from __future__ import annotations

from litestar.testing import TestClient

from cesta.api.house import House
from cesta.api.served import Served

BATCH = {
    "batch": [
        {"type": "page", "userId": "ann", "messageId": "1", "context": {"userAgent": "Googlebot/2.1"}},
        {"type": "track", "event": "buy", "userId": "ann", "messageId": "2", "properties": {"price": 5}},
    ]
}


def test_a_key_is_shown_once_works_and_is_revoked(client: TestClient[House]) -> None:
    made = client.post("/api/sources/keys", json={"source": "site"}).json()
    assert client.post("/v1/batch", json=BATCH, auth=(made["key"], "")).status_code == 200
    answer = client.get("/api/sources")
    assert made["key"] not in answer.text
    site = next(each for each in answer.json()["sources"] if each["source"] == "site")
    assert (site["messages"], site["keys"][0]["ends"]) == (2, made["key"][-4:])
    gone = client.post(f"/api/sources/keys/{site['keys'][0]['id']}/revoke", json={}).json()
    assert gone["revoked"] is not None
    assert client.post("/v1/batch", json=BATCH, auth=(made["key"], "")).status_code == 401


def test_bots_count_when_someone_says_so(client: TestClient[House], served: Served) -> None:
    key = client.post("/api/sources/keys", json={"source": "site"}).json()["key"]
    before = len(served.workspace.columns().times)
    client.post("/v1/batch", json=BATCH, auth=(key, ""))
    assert len(served.workspace.columns().times) == before + 1
    seen = client.post("/api/sources/counting", json={"bots": True, "tests": False}).json()
    assert (seen["count_bots"], seen["count_tests"]) == (True, False)
    assert len(served.workspace.columns().times) == before + 2


def test_domains_accounts_and_plan_are_kept(client: TestClient[House]) -> None:
    assert client.post("/api/sources/domains", json={"domains": ["shop.example"]}).json()["domains"] == ["shop.example"]
    accounts = [{"network": "vk", "account": "shop", "title": ""}]
    assert client.post("/api/sources/accounts", json={"accounts": accounts}).json()["accounts"] == accounts
    refused = client.post("/api/sources/accounts", json={"accounts": [{"network": "myspace", "account": "a"}]})
    assert (refused.status_code, refused.json()["error"]["code"]) == (400, "bad_collection")
    key = client.post("/api/sources/keys", json={"source": "site"}).json()["key"]
    client.post("/v1/batch", json=BATCH, auth=(key, ""))
    plan = client.post("/api/sources/plan", json={}).json()
    assert plan["events"] >= 1
    assert plan["drifts"] == []
