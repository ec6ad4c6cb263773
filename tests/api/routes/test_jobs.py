"""Jobs over HTTP: seen, stopped, and unknown."""

from __future__ import annotations

import threading
from typing import Any

from litestar.testing import TestClient

from cesta.api.served import Served
from cesta.ingest.loaded import Loaded
from cesta.ingest.progress import Progress

PATIENCE = 30.0


def test_a_job_is_seen_and_stopped(client: TestClient[Any], served: Served) -> None:
    inside, go = threading.Event(), threading.Event()

    def work(progress: Progress) -> Loaded:
        progress("reading files", 1, 3)
        inside.set()
        assert go.wait(PATIENCE)
        progress("writing", 2, 3)
        raise AssertionError("it went on")

    job = served.jobs.start(work).job
    assert inside.wait(PATIENCE)
    now = client.get(f"/api/loads/jobs/{job}").json()
    assert now == {
        "job": job, "state": "working", "what": "reading files", "done": 1, "total": 3, "result": None, "error": None
    }  # fmt: skip
    assert client.delete(f"/api/loads/jobs/{job}").json()["job"] == job
    go.set()
    served.jobs.close(PATIENCE)
    assert [one["state"] for one in client.get("/api/loads/jobs").json()] == ["stopped"]


def test_an_unknown_job_is_told(client: TestClient[Any]) -> None:
    said = client.get("/api/loads/jobs/0123")
    assert (said.status_code, said.json()["error"]["code"]) == (404, "unknown_job")
