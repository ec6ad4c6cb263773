"""Meters count what happened, and two servers in one process do not share them."""

from __future__ import annotations

from cesta.api.metrics import Metrics


def test_requests_are_counted_by_route_and_status() -> None:
    metrics, other = Metrics(), Metrics()
    metrics.answered("GET", "/api/maps/{map_id:str}", 200, 0.02)
    metrics.answered("GET", "/api/maps/{map_id:str}", 200, 0.03)
    metrics.answered("POST", "/api/ask", 400, 0.001)
    text = metrics.text().decode()
    assert 'cesta_requests_total{method="GET",route="/api/maps/{map_id:str}",status="200"} 2.0' in text
    assert 'cesta_requests_total{method="POST",route="/api/ask",status="400"} 1.0' in text
    assert 'cesta_request_seconds_count{route="/api/ask"} 1.0' in text
    assert "cesta_requests_total{" not in other.text().decode()
