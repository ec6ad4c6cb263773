"""Every mistake is answered in one shape, with the right status, and a fault of ours tells nothing of the inside."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from litestar.testing import TestClient

from cesta.api import served as served_module
from cesta.api.errors import STATUS, status_of
from cesta.model.errors import CestaError
from cesta.store import batch


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("GET", "/api/nothing", None, 404, "unknown_address"),
        ("GET", "/api/maps/buy-shoes", None, 404, "unknown_map"),
        ("GET", "/api/maps/buy-shoes/document", None, 404, "unknown_map"),
        ("GET", "/api/customers/nobody", None, 404, "unknown_customer"),
        ("GET", "/assets/gone.js", None, 404, "unknown_address"),
        ("PUT", "/api/ask", b"{}", 405, "not_allowed_here"),
        ("POST", "/api/workspace", b"{}", 405, "not_allowed_here"),
        ("POST", "/api/ask", b"{", 400, "bad_json"),
        ("POST", "/api/ask", b"[1]", 400, "bad_json"),
        ("POST", "/api/ask", b"\xff", 400, "bad_json"),
        ("POST", "/api/ask", b'{"analysis": "funel"}', 400, "unknown_analysis"),
        ("POST", "/api/events", b"{", 400, "bad_json"),
        ("POST", "/api/events", b'{"a":' * 100_000, 400, "bad_json"),
        ("POST", "/api/ask", b'{"a":' * 100_000, 400, "bad_json"),
        ("POST", "/api/loads", b'{"mapping": "x", "folder": "y"}', 400, "bad_value"),
        ("POST", "/api/loads/guess", b'{"files": ["%s"]}' % (b"a" * 5000), 400, "no_file"),
        ("POST", "/api/events", b'{"events": 3}', 400, "bad_value"),
        ("GET", "/api/maps/buy-clothes/behind", None, 400, "missing_param"),
        ("GET", "/api/maps/buy-clothes/behind?pointer=/people&limit=many", None, 400, "bad_value"),
        ("GET", "/api/maps/buy-clothes/behind?pointer=/people&limit=0", None, 400, "bad_value"),
        ("GET", "/api/maps/buy-clothes/behind?pointer=/nowhere", None, 400, "bad_pointer"),
        ("GET", "/api/maps/buy-clothes?segment=nobody", None, 400, "unknown_segment"),
        ("GET", "/api/maps/buy-clothes?from=yesterday", None, 400, "bad_time"),
    ],
)
def test_mistakes_are_told_in_one_shape(
    client: TestClient[Any], method: str, path: str, body: bytes | None, status: int, code: str
) -> None:
    answer = client.request(method, path, content=body, headers={"content-type": "application/json"})
    assert answer.headers["content-type"] == "application/json"
    document = answer.json()
    assert set(document) == {"error"}
    assert set(document["error"]) == {"code", "message", "hint"}
    assert (answer.status_code, document["error"]["code"]) == (status, code)
    assert document["error"]["message"].strip()


def test_a_fault_of_ours_shows_an_id_and_nothing_else(
    client: TestClient[Any], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the secret of customer 4711")

    monkeypatch.setattr(served_module, "overview", broken)
    with caplog.at_level(logging.ERROR, "cesta.api"):
        answer = client.get("/api/workspace")
    assert answer.status_code == 500
    error = answer.json()["error"]
    assert error["code"] == "internal"
    assert "4711" not in answer.text
    (record,) = caplog.records
    assert record.__dict__["fault"] in error["message"]


def test_codes_that_are_not_listed_are_the_askers_mistake() -> None:
    assert status_of(CestaError("bad_step", "There is no step 4.")) == 400
    assert all(400 <= status < 600 for status in STATUS.values())


def test_who_comes_when_too_much_waits_is_asked_to_come_again(
    client: TestClient[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "MOST_BYTES", -1)
    answer = client.post("/api/events", json={"events": [{"customer": "ann", "event": "see", "ts": "2026-01-05"}]})
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")
    assert answer.json()["error"]["code"] == "busy"
