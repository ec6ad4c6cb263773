"""A pipe gets JSON, a person gets words; progress tells each piece of work once."""

from __future__ import annotations

import json

import pytest

from cesta.cli.output import Progress, show, table


def test_a_pipe_gets_json(capsys: pytest.CaptureFixture[str]) -> None:
    show({"n": 3}, ["three"])
    assert json.loads(capsys.readouterr().out) == {"n": 3}


def test_a_person_gets_words(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    show({"n": 3}, ["three"])
    assert capsys.readouterr().out == "three\n"
    show({"n": 3}, ["three"], json=True)
    assert json.loads(capsys.readouterr().out) == {"n": 3}


def test_numbers_stand_to_the_right() -> None:
    assert table(("event", "n"), [("visit", "1,200"), ("buy", "3")]) == ["event      n", "visit  1,200", "buy        3"]
    assert table(("event",), []) == ["event"]


def test_progress_goes_to_stderr_once_a_piece(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress()
    for done in range(100):
        progress("reading", done, 100)
    progress("writing", 1, 1)
    told = capsys.readouterr()
    assert told.out == ""
    assert [line.split("  ", 1)[1].strip().split(" ")[0] for line in told.err.splitlines()] == ["s", "s"] or (
        "reading" in told.err and "writing" in told.err and told.err.count("\n") == 2
    )
