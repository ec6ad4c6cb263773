"""Surveys on the command line: the list, and what one came to; the same whether a server holds the workspace."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from litestar.testing import TestClient

from cesta.api.house import House
from cesta.api.served import Served
from cesta.cli.here import Here
from cesta.cli.surveys import list_lines, result_lines
from cesta.cli.there import There
from cesta.ingest.door import accept
from cesta.store.workspace import Workspace

SURVEY = """cesta: survey/1
id: visit
name: Your visit
status: open
questions:
  - {id: nps, ask: nps, text: Would you?}
  - {id: how, ask: one, text: How?, choices: [{id: a, text: By tram}, {id: b, text: By car}]}
"""


@pytest.fixture
def here(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> Here:
    workspace = shop_maker(tmp_path / "shop")
    (workspace.root / "surveys").mkdir(exist_ok=True)
    (workspace.root / "surveys" / "visit.yaml").write_text(SURVEY, encoding="utf-8")
    (workspace.root / "surveys" / "bad.yaml").write_text("cesta: survey/1\n", encoding="utf-8")
    said = [{"ask": "nps", "question": "nps", "nps": n % 11, "response": str(n)} for n in range(33)]
    said += [{"ask": "one", "question": "how", "choice": "a", "response": "0"}]
    events = [
        {"customer": f"c{one['response']}", "event": "survey_answered", "ts": "2026-03-02T10:00:00Z",
         "props": {"survey": "visit", **one}}
        for one in said
    ]  # fmt: skip
    accept(workspace, events, "web")
    return Here(workspace)


def test_the_list_and_one(here: Here) -> None:
    text = "\n".join(list_lines(here.surveys("en")))
    assert "visit" in text
    assert "NPS -45" in text
    assert "bad.yaml" in text
    chosen = {"date_from": "2026-03-01", "date_to": None, "segment": None, "lang": "en"}
    lines = "\n".join(result_lines(here.survey_results("visit", **chosen)))  # type: ignore[arg-type]
    assert lines.startswith("Your visit (open)\n  33 of 33 (100%) answered")
    assert "careful: nobody_counted (33)" in lines
    assert "100%  By tram" in lines
    assert list_lines({"surveys": [], "broken": []}) == ["No survey."]
    here.workspace.close()


def test_a_server_is_asked_the_same(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = {"date_from": "2026-03-01", "date_to": "2026-03-31", "segment": "app-shoppers", "lang": "pl"}
    with TestClient(House({"shop": Served(here.workspace)}), base_url="http://127.0.0.1:8000") as client:
        there = There("")
        monkeypatch.setattr(There, "_fetch", lambda _, path, *__: client.get(path).content)
        assert there.surveys("pl") == json.loads(json.dumps(here.surveys("pl")))
        asked = there.survey_results("visit", **chosen)
        assert asked == json.loads(json.dumps(here.survey_results("visit", **chosen)))
    here.workspace.close()
