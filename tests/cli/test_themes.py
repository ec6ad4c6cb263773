"""`cesta themes`: texts in, their themes out; messages in, their reasons out."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest

from cesta.cli.main import main
from cesta.ingest.door import accept
from cesta.store.workspace import Workspace

LINES = [
    "One till open and a queue across the whole shop.",
    '{"text": "Queue at the till for half an hour.", "time": "2026-01-05", "customer": "ann"}',
    "Long queue, only one till.",
    "I cannot log in to the app.",
    "Login fails, wrong password they say.",
    "The app does not let me log in.",
]
PLAIN = [line for line in LINES if not line.startswith("{")]
SHOWN = {
    "queue": ("long queue at the till", "only one till is open", "too long a queue"),
    "login": ("cannot log in", "the app rejects my password", "login fails"),
}


def said(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    with suppress(SystemExit):
        main(["themes", *words])
    document: dict[str, object] = json.loads(capsys.readouterr().out)
    return document


def event(text: str, who: str, day: str, message_id: str) -> dict[str, object]:
    return {"customer": who, "event": "review", "ts": day, "message_id": message_id, "props": {"text": text}}


def test_themes_come_as_one_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text("\n".join(LINES), encoding="utf-8")
    found = said(capsys, str(file))
    assert (found["texts"], found["read"], found["months"]) == (6, 6, {"2026-01": 1})
    assert found["of"] in ([1, 1, 1, 2, 2, 2], [2, 2, 2, 1, 1, 1])
    assert said(capsys, str(file), "--most", "2")["read"] == 2


def test_messages_find_their_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts, examples = tmp_path / "texts.jsonl", tmp_path / "examples.jsonl"
    shown = [json.dumps({"text": text, "reason": reason}) for reason, own in SHOWN.items() for text in own]
    texts.write_text("\n".join(LINES), encoding="utf-8")
    examples.write_text("\n".join(shown), encoding="utf-8")
    found = said(capsys, str(texts), "--route", str(examples))
    assert isinstance(found["texts"], list)
    assert [one["likely"] for one in found["texts"]] == ["queue"] * 3 + ["login"] * 3
    assert isinstance(found["learned"], dict)
    assert found["learned"]["examples"] == 6


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"text": "never closed', "bad_json"),
        ('{"words": "none"}', "missing_param"),
        ('{"text": 5}', "bad_value"),
        ('{"text": "ok", "time": "soon"}', "bad_value"),
    ],
)
def test_a_line_that_is_wrong_is_named(
    line: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text(f"fine\n{line}\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["themes", str(file)])
    assert capsys.readouterr().err.startswith(f"{code}: ")


def test_the_texts_of_a_workspace_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = [event(text, "ann", "2026-01-05", str(at)) for at, text in enumerate([*PLAIN, "Queue at the till."])]
    nobody = event("Login fails.", "survey:1", "2026-02-09", "n")
    silent = {**nobody, "message_id": "s", "props": {"nps": 2}}
    with Workspace.create(tmp_path / "shop") as workspace:
        accept(workspace, [*written, nobody, silent], "shop")
    found = said(capsys, str(tmp_path / "shop"))
    assert (found["texts"], found["months"]) == (7, {"2026-01": 6, "2026-02": 1})
    assert isinstance(found["themes"], list)
    assert {theme["customers"] for theme in found["themes"]} == {1}
