"""Counts for Prometheus: requests by route and status, how long they took, how much data there is. Nothing personal."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """The meters of one server. Each has a registry of its own, so two servers in one process do not mix."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "cesta_requests", "Requests answered.", ["method", "route", "status"], registry=self.registry
        )
        self.seconds = Histogram("cesta_request_seconds", "Time to the answer.", ["route"], registry=self.registry)
        self.events = Gauge("cesta_events", "Events in the workspace.", registry=self.registry)
        self.customers = Gauge("cesta_customers", "Customers in the workspace.", registry=self.registry)
        self.accepted = Counter("cesta_events_accepted", "Events accepted by this server.", registry=self.registry)

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one answered request."""
        self.requests.labels(method, route, str(status)).inc()
        self.seconds.labels(route).observe(seconds)

    def text(self) -> bytes:
        """What /metrics shows."""
        return generate_latest(self.registry)
