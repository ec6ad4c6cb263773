"""Over HTTP: the jobs, and one run at a person's wish."""

from __future__ import annotations

import time

from litestar.testing import TestClient

from cesta.api.house import House
from cesta.api.served import Served

PATIENCE = 60


def test_a_job_runs_when_someone_wants_it(client: TestClient[House], served: Served) -> None:
    assert client.get("/api/jobs").json() == {"jobs": [], "problems": []}
    root = served.workspace.root
    (root / "incoming").mkdir()
    (root / "jobs").mkdir()
    (root / "jobs" / "exports.yaml").write_text("id: exports\nfrom: incoming\nevery: 1d\n")

    def runs() -> int:
        (job,) = client.get("/api/jobs").json()["jobs"]
        return sum(run["state"] == "loaded" for run in job["runs"])

    end = time.monotonic() + PATIENCE
    while not client.get("/api/jobs").json()["jobs"][0]["runs"] and time.monotonic() < end:
        time.sleep(0.1)
    (root / "incoming" / "visits.csv").write_text("customer,event,time\nann,come,2026-03-01 10:00\n")
    assert runs() == 0
    assert client.post("/api/jobs/exports/run", json={}).json()["job"] == "exports"
    while not runs() and time.monotonic() < end:
        time.sleep(0.1)
    assert runs() == 1


def test_an_unknown_job_is_told(client: TestClient[House]) -> None:
    said = client.post("/api/jobs/exprots/run", json={})
    assert (said.status_code, said.json()["error"]["code"]) == (404, "unknown_job")
