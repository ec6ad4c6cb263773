"""Over HTTP: a survey is made, checked, listed and looked into."""

from __future__ import annotations

from litestar.testing import TestClient

from cesta.api.house import House

FIELDS = {
    "cesta": "survey/1",
    "id": "visit",
    "name": {"en": "Your visit", "pl": "Twoja wizyta"},
    "status": "open",
    "questions": [{"id": "stars", "ask": "stars", "text": "How was it?"}, {"id": "why", "ask": "text", "text": "Why?"}],
}


def test_made_listed_and_looked_into(client: TestClient[House]) -> None:
    assert client.post("/api/surveys", json={"fields": FIELDS}).json() == {"id": "visit"}
    assert client.get("/api/surveys/visit").json()["fields"] == FIELDS
    (row,) = client.get("/api/surveys", params={"lang": "pl"}).json()["surveys"]
    assert (row["name"], row["state"], row["ask"]) == ("Twoja wizyta", "open", "stars")
    said = {"survey": "visit", "response": "r", "question": "why", "ask": "text", "text": "Nice"}
    event = {"customer": "ann", "event": "survey_answered", "ts": "2026-03-02T10:00:00Z", "props": said}
    assert client.post("/api/events", json={"events": [event], "source": "web"}).status_code in (200, 201)
    asked = {"from": "2026-03-02", "to": "2026-03-02", "segment": "app-shoppers"}
    assert client.get("/api/surveys/visit/results", params=asked).json()["shown"] == 0
    del asked["segment"]
    assert client.get("/api/surveys/visit/results", params=asked).json()["questions"][1]["n"] == 1
    found = client.get("/api/surveys/visit/comments", params=asked).json()
    assert (found["count"], found["comments"][0]["text"], found["comments"][0]["customer"]) == (1, "Nice", "ann")


def test_a_draft_is_checked_and_what_is_wrong_is_refused(client: TestClient[House]) -> None:
    good = client.post("/api/surveys/check", json={"fields": FIELDS}).json()
    assert (good["shown"]["questions"][0]["scale"], good["code"]) == ([1, 5], None)
    wrong = {"fields": {**FIELDS, "questions": []}}
    bad = client.post("/api/surveys/check", json=wrong).json()
    assert (bad["shown"], bad["code"]) == (None, "bad_survey")
    assert client.post("/api/surveys", json=wrong).json()["error"]["code"] == "bad_survey"
    missing = client.get("/api/surveys/none/results")
    assert (missing.status_code, missing.json()["error"]["code"]) == (404, "unknown_survey")
    link = client.post("/api/surveys/none/links", json={"address": "https://e.example"})
    assert link.status_code == 404
