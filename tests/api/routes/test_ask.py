"""A question over HTTP gets what the function behind it answers."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

from cesta.api.served import Served
from cesta.maps.questions import ask
from cesta.samples.retail.small import small

FUNNEL = {"analysis": "funnel", "params": {"steps": ["visit", "purchase"], "window": "7d"}}


def test_the_same_answer_as_the_function(client: TestClient[Any], served: Served) -> None:
    answer = client.post("/api/ask", json=FUNNEL)
    direct = ask(served.workspace, FUNNEL)
    assert answer.status_code == 200
    assert answer.json()["result"] == direct["result"]
    visitors = {event["customer"] for event in small() if event["event"] == "visit"}
    assert answer.json()["result"]["counts"][0] == len(visitors)


def test_a_question_may_carry_its_own_events(client: TestClient[Any]) -> None:
    own = [{"customer": "a", "event": "visit", "ts": "2024-03-20T09:00:00Z"}]
    assert client.post("/api/ask", json=FUNNEL | {"events": own}).json()["result"]["counts"] == [1, 0]


def test_a_stored_segment_may_be_asked_for(client: TestClient[Any]) -> None:
    question = {"analysis": "funnel", "params": {"steps": ["visit"], "segment": "app-shoppers"}}
    app = {e["customer"] for e in small() if e["event"] == "visit" and "'channel': 'app'" in str(e["props"])}
    assert client.post("/api/ask", json=question).json()["customers"] == len(app)
