"""The skin: checks before the app, safety headers on every answer, routes but no ids in log and meters."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from litestar.testing import TestClient

from cesta.api.outside import POLICY
from cesta.api.served import Served


@pytest.mark.parametrize("path", ["/", "/health", "/api/nothing", "/api/maps/gone", "/metrics"])
def test_every_answer_has_its_safety_headers(client: TestClient[Any], path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_the_policy_lets_nothing_foreign_or_inline_in() -> None:
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert rules.pop("default-src") == "'none'"
    assert rules.pop("img-src") == "'self' data:"
    assert set(rules.values()) == {"'self'", "'none'"}


def test_a_foreign_host_sees_nothing(client: TestClient[Any]) -> None:
    answer = client.get("/api/workspace", headers={"host": "evil.example"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (421, "foreign_host")
    assert "content-security-policy" in answer.headers


def test_a_foreign_page_writes_nothing(client: TestClient[Any], served: Served) -> None:
    before = served.workspace.generation()
    event = {"customer": "mallory", "event": "visit", "ts": "2026-01-05T10:00:00Z"}
    answer = client.post("/api/events", json={"events": [event]}, headers={"origin": "http://evil.example"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "foreign_origin")
    assert served.workspace.generation() == before


def test_head_answers_like_get_without_the_body(client: TestClient[Any]) -> None:
    head, whole = client.head("/health"), client.get("/health")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == whole.headers["content-length"]


def test_ids_and_query_strings_stay_out_of_log_and_meters(
    client: TestClient[Any], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "cesta.api"):
        client.get("/api/customers/ann?map=secret-map")
    (record,) = [record for record in caplog.records if record.name == "cesta.api"]
    assert record.__dict__["route"].startswith("/api/customers/{customer")
    assert "ann" not in str(record.__dict__["route"])
    assert "secret-map" not in str(record.__dict__)
    assert "secret-map" not in client.get("/metrics").text
    assert "/ann" not in client.get("/metrics").text


def test_who_comes_through_https_once_always_does(client: TestClient[Any]) -> None:
    assert "strict-transport-security" not in client.get("/health").headers
    safe = client.get("/health", headers={"x-forwarded-proto": "https"}).headers
    assert safe["strict-transport-security"].startswith("max-age=")
