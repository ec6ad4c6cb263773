"""Alive at once; ready when the events are loaded; meters in Prometheus' format."""

from __future__ import annotations

import time
from typing import Any

from litestar.testing import TestClient

from cesta.api.served import Served


def test_alive(client: TestClient[Any]) -> None:
    assert client.get("/health").json() == {"alive": True}


def test_ready_only_when_loaded(client: TestClient[Any], served: Served) -> None:
    while served.loaded is None:
        time.sleep(0.01)
    assert client.get("/ready").json() == {"ready": True, "events": len(served.workspace.columns().codes)}
    served.loaded = None
    answer = client.get("/ready")
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "not_ready")


def test_meters(client: TestClient[Any]) -> None:
    client.get("/health")
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert 'cesta_requests_total{method="GET",route="/health",status="200"} 1.0' in answer.text
