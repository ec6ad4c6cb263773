"""Saved questions over HTTP: saved, listed, read, answered by name, put into the bin."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

FUNNEL = {"analysis": "funnel", "params": {"steps": ["visit", "purchase"], "window": "7d"}}


def test_a_question_goes_its_whole_way(client: TestClient[Any]) -> None:
    made = client.post("/api/questions", json={"id": "funnel", "question": FUNNEL, "title": "Who buys?"})
    assert made.status_code == 201
    assert client.get("/api/questions").json() == [made.json()]
    assert made.json() == {"id": "funnel", "title": "Who buys?", "analysis": "funnel", "problems": []}
    assert "title: Who buys?" in client.get("/api/questions/funnel").json()["text"]
    named, whole = client.post("/api/ask", json={"question": "funnel"}), client.post("/api/ask", json=FUNNEL)
    assert named.json()["result"] == whole.json()["result"]
    assert client.delete("/api/documents/question/funnel").status_code == 200
    missing = client.post("/api/ask", json={"question": "funnel"})
    assert (missing.status_code, missing.json()["error"]["code"]) == (404, "unknown_question")


def test_a_name_that_is_taken_is_told(client: TestClient[Any]) -> None:
    new = {"id": "funnel", "question": FUNNEL}
    assert client.post("/api/questions", json=new).status_code == 201
    again = client.post("/api/questions", json=new)
    assert (again.status_code, again.json()["error"]["code"]) == (409, "question_exists")
