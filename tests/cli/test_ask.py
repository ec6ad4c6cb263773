"""Questions in, answers out, a line each; an error in one does not stop the others."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from cesta.cli import ask as verb
from cesta.model.errors import CestaError

Run = Callable[..., subprocess.CompletedProcess[str]]
OWN = {
    "analysis": "funnel",
    "params": {"steps": ["visit", "buy"]},
    "events": [{"customer": "ann", "event": "visit", "ts": "2024-03-20T09:00:00Z"}],
}


def test_a_line_for_each_line_in_order(cesta: Run) -> None:
    lines = [json.dumps(OWN), '{"analysis": "funel"}', "no json", json.dumps(OWN)]
    told = cesta("ask", "-", stdin="\n".join(lines))
    answers = [json.loads(line) for line in told.stdout.splitlines()]
    assert [answer.get("error", {}).get("code") for answer in answers] == [None, "unknown_analysis", "bad_json", None]
    assert answers[0]["result"]["counts"] == [1, 0]
    assert told.returncode == 1


def test_one_document_may_span_lines(cesta: Run, tmp_path: Path) -> None:
    file = tmp_path / "question.json"
    file.write_text(json.dumps(OWN, indent=2), encoding="utf-8")
    told = cesta("ask", file)
    assert told.returncode == 0
    assert json.loads(told.stdout)["customers"] == 1
    assert told.stdout.count("\n") == 1


def test_a_missing_file_is_told(cesta: Run, tmp_path: Path) -> None:
    told = cesta("ask", tmp_path / "gone.json")
    assert (told.returncode, told.stderr.split(":")[0]) == (1, "no_file")


def test_marks_returns_and_foreign_bytes_do_not_stop_the_others(cesta: Run, tmp_path: Path) -> None:
    file = tmp_path / "dotazy 1.jsonl"
    own = json.dumps(OWN).encode()
    file.write_bytes(b"\xef\xbb\xbf" + own + b"\r\n\r\n\xff\xfe\r\n" + b'{"a":' * 50_000 + b"\r\n" + own)
    told = cesta("ask", file, LC_ALL="C", PYTHONUTF8="0")
    answers = [json.loads(line) for line in told.stdout.splitlines()]
    assert [answer.get("error", {}).get("code") for answer in answers] == [None, "bad_json", "bad_json", None]
    assert (told.returncode, told.stderr) == (1, "")


def test_an_empty_file_is_told_and_an_empty_pipe_is_none(cesta: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_text("\n")
    told = cesta("ask", tmp_path / "empty.json")
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith("bad_json: ")
    assert "empty.json" in told.stderr
    piped = cesta("ask", "-", stdin="")
    assert (piped.returncode, piped.stdout, piped.stderr) == (0, "", "")


def test_a_question_is_saved_listed_and_asked_by_name(cesta: Run, root: Path) -> None:
    question = {"analysis": "funnel", "params": {"steps": ["visit", "purchase"]}}
    saved = cesta("ask", root, "-", "--save", "who-buys", "--title", "Who buys?", stdin=json.dumps(question))
    assert saved.returncode == 0
    lines = [json.dumps({"question": "who-buys"}), json.dumps({"question": "who-bys"})]
    asked = cesta("ask", root, "-", stdin="\n".join(lines))
    first, second = [json.loads(line) for line in asked.stdout.splitlines()]
    assert (first["result"], asked.returncode) == (json.loads(saved.stdout)["result"], 1)
    assert second["error"]["hint"] == 'Did you mean "who-buys"? Known: who-buys.'
    listed = json.loads(cesta("ask", root, "--list").stdout)
    assert [(entry["id"], entry["title"], entry["problems"]) for entry in listed] == [("who-buys", "Who buys?", [])]


def test_what_is_missing_is_told_and_a_persons_list_is_a_table(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cesta.cli.output.for_a_person", lambda json=False: not json)
    verb.ask(str(root), listed=True)
    assert capsys.readouterr().out == "No question is saved yet.\n"
    (root / "questions").mkdir()
    text = "cesta: question/1\nid: a\ntitle: A\nanalysis: funnel\nparams: {steps: [visit], window: 0d}\n"
    (root / "questions" / "a.yaml").write_text(text, encoding="utf-8")
    verb.ask(workspace=root, listed=True)
    assert "questions/a.yaml:5: error bad_window" in capsys.readouterr().out
    with pytest.raises(typer.Exit):
        verb.ask(str(root), saved="a")
    for place, file, saved in ((None, None, "a"), ("none", "-", None), (str(root), None, None), (None, None, None)):
        with pytest.raises(CestaError):
            verb.ask(place, file, saved=saved)
