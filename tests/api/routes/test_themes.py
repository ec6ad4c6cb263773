"""Themes over HTTP: found in the background, a click to their texts, nobody named who may not be seen."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from cesta.api import listening
from cesta.api.gate import now
from cesta.api.house import House
from cesta.api.served import Served
from cesta.ingest.door import accept
from cesta.store.workspace import Workspace

PATIENCE = 30
TEXTS = [
    *("Jedna kasa otwarta i kolejka na pół sklepu.", "Kolejka do kasy na pół godziny.", "Очередь на кассе полчаса."),
    *("Otevřená jedna pokladna a fronta přes celý obchod.", "One till open and a queue across the whole shop."),
    *("Nie mogę zalogować się do aplikacji, hasło niby błędne.", "После обновления не могу войти в приложение."),
    *("Po aktualizaci se nemůžu přihlásit do aplikace.", "Call 601 234 567, I can't log in to the app!"),
    "can't log in since the update",
]


def test_found_beside_and_their_texts_a_click_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "MEANT", 4)
    with Workspace.create(tmp_path / "shop") as workspace:
        events = [
            {"event": "review", "customer": f"w{n}", "ts": f"2026-01-{n + 1:02}", "props": {"text": text}}
            for n, text in enumerate(TEXTS)
        ]
        accept(workspace, events, "web")
        served = Served(workspace)
        with TestClient(House({"shop": served}), base_url="http://127.0.0.1:8000") as client:
            first = client.get("/api/themes").json()
            assert (first["looking"], first["waiting"], first["texts"], first["themes"]) == (True, 10, 10, [])
            found = themes_of(client)
            assert (found["waiting"], found["read"], sum(one["texts"] for one in found["themes"])) == (0, 10, 10)
            for theme in found["themes"]:
                page = client.get("/api/themes/texts", params={"theme": theme["key"]}).json()
                assert page["total"] == theme["texts"]
                assert {item["voice"]["customer"] for item in page["items"]} <= {f"w{n}" for n in range(10)}
            # A viewer sees the same themes, and nobody in them.
            accounts = served.gate.accounts
            for login, role in (("olga", "owner"), ("vera", "viewer")):
                accounts.people.set_password(accounts.people.add(login, login, role, 1).id, "no password has this")
            secret = accounts.sessions.begin(accounts.people.called("vera").id, "", now())
            headers = {"cookie": f"cesta-{accounts.name}={secret}"}
            masked = client.get("/api/themes/texts", params={"q": "cannot log in"}, headers=headers).json()
            assert masked["masked"]
            assert {item["voice"]["customer"] for item in masked["items"]} == {None}
            assert "601" not in str(masked)


def themes_of(client: TestClient[Any]) -> dict[str, Any]:
    end = time.monotonic() + PATIENCE
    while (found := client.get("/api/themes").json())["looking"] and time.monotonic() < end:
        time.sleep(0.05)
    return dict(found)


def test_what_is_not_there_is_told(client: TestClient[Any]) -> None:
    for asked, code in (({"at": "buy-clothes"}, "bad_value"), ({"at": "buy-clothes/nowhere"}, "unknown_touchpoint")):
        assert client.get("/api/themes", params=asked).json()["error"]["code"] == code
