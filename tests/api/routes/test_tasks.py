"""Tasks and opportunities over HTTP."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient


def test_a_task_from_idea_to_done(client: TestClient[Any]) -> None:
    wanted = {
        "title": "Shorter form",
        "owner": "jana",
        "watch": {"measure": "conversion", "goal": 0.4},
        "source": "barrier",
        "ref": "b1",
    }
    task = client.post("/api/tasks", json=wanted).json()
    assert (task["status"], task["watch"]["goal"]) == ("idea", 0.4)
    assert client.post("/api/tasks", json=wanted).json()["id"] == task["id"]
    done = client.post(f"/api/tasks/{task['id']}", json={"status": "done", "due": "2026-12-24"}).json()
    assert (done["status"], done["owner"], done["due"]) == ("done", "jana", "2026-12-24")
    assert [step["field"] for step in client.get(f"/api/tasks/{task['id']}/steps").json()] == [
        "status",
        "status",
        "due",
    ]
    assert [one["id"] for one in client.get("/api/tasks?source=barrier").json()] == [task["id"]]
    assert client.post("/api/tasks/99", json={"status": "done"}).json()["error"]["code"] == "unknown_task"


def test_an_opportunity_becomes_a_task(client: TestClient[Any]) -> None:
    draft = {"id": "sizes", "fields": {"title": "Sizes in cm", "customer_value": 0.8, "effort": 2}}
    assert client.post("/api/opportunities", json=draft).json()["value"] == 0.8
    client.post("/api/opportunities", json={"id": "sizes", "fields": {"effort": 3}})
    (row,) = client.get("/api/opportunities").json()
    assert (row["title"], row["effort"]) == ("Sizes in cm", 3)
    assert client.post("/api/opportunities/sizes/task").json()["source"] == "opportunity"
    assert client.post("/api/opportunities/none/task").json()["error"]["code"] == "unknown_opportunity"
