"""The mail server over HTTP: named, tried, forgotten; its password is told to nobody."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient
from tests.post_office import open_office

from cesta.api.served import Served
from cesta.notify.outgoing import outgoing_of


def test_named_tried_and_forgotten(client: TestClient[Any], served: Served) -> None:
    assert not client.get("/api/mail").json()["ready"]
    tried = client.post("/api/mail/try", json={"to": "jana@shop.example"})
    assert (tried.status_code, tried.json()["error"]["code"]) == (400, "no_mail")
    with open_office() as office:
        wanted = {"host": "127.0.0.1", "port": office.port, "security": "none", "sender": "shop@shop.example"}
        secret = {"login": "", "password": "a secret"}
        set_to = client.post("/api/mail", json={**wanted, **secret}).json()
        assert (set_to["ready"], set_to["has_password"]) == (True, True)
        assert "a secret" not in str(client.get("/api/mail").json())
        # Without a password the one there is stays.
        client.post("/api/mail", json=wanted)
        kept = outgoing_of(served.workspace.data)
        assert kept is not None
        assert kept.password == "a secret"
        assert client.post("/api/mail/try", json={"to": "jana@shop.example"}).status_code == 200
        assert office.one()[0] == "jana@shop.example"
        refused = client.post("/api/mail/try", json={"to": "jana"})
        assert (refused.status_code, refused.json()["error"]["code"]) == (400, "bad_address")
    away = client.post("/api/mail/try", json={"to": "jana@shop.example"})
    assert (away.status_code, away.json()["error"]["code"]) == (502, "no_mail_server")
    assert client.post("/api/mail", json={**wanted, "security": "ssl3"}).json()["error"]["code"] == "unknown_security"
    assert not client.post("/api/mail/off").json()["ready"]
    assert outgoing_of(served.workspace.data) is None
