"""Generated events stream out of the command line, and into a workspace."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_events_stream_into_a_workspace_with_their_truth_beside_them(cesta: Run, tmp_path: Path) -> None:
    truth = tmp_path / "truth.json"
    made = cesta("samples", "retail", "--events", 1500, "--seed", 3, "--language", "cs", "--truth", truth)
    lines = made.stdout.splitlines()
    assert made.returncode == 0
    assert "events" in made.stderr
    assert json.loads(truth.read_text(encoding="utf-8"))["events"] == len(lines)
    cesta("init", tmp_path / "shop")
    taken = cesta("events", tmp_path / "shop", "-", stdin=made.stdout)
    assert json.loads(taken.stdout) == {"accepted": len(lines), "duplicates": 0, "set_aside": 0}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--plant", "lop"), "bad_plant"),
        (("--noise", "3"), "bad_noise"),
        (("--language", "de"), "bad_language"),
        (("--out", "x.pdf"), "bad_format"),
        (("--events", "3"), "bad_amount"),
        (("--out", "x.csv", "--truth", "./x.csv"), "bad_format"),
    ],
)
def test_what_cannot_be_made_is_told(cesta: Run, words: tuple[str, ...], code: str) -> None:
    told = cesta("samples", "retail", *words)
    assert (told.returncode, told.stdout, told.stderr.split(":")[0]) == (1, "", code)
