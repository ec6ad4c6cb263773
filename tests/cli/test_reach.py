"""Errors of a server are told as if they were ours; without a workspace only self-contained questions are answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.cli.reach import Alone, There, reach, told_by
from cesta.model.errors import CestaError


def test_a_servers_error_is_told_again() -> None:
    assert (
        str(told_by(b'{"error": {"code": "bad_step", "message": "No.", "hint": "1 to 3."}}')) == "bad_step: No. 1 to 3."
    )
    assert told_by(b"<html>").code == "no_answer"


def test_nobody_answers() -> None:
    with pytest.raises(CestaError, match="no_answer"):
        There("http://127.0.0.1:9").overview()


def test_alone_there_must_be_events() -> None:
    with pytest.raises(CestaError):
        Alone().ask({"analysis": "funnel", "params": {"steps": ["visit"]}})


def test_an_unserved_folder_is_opened_here(root: Path) -> None:
    with reach(root) as reached:
        assert reached.overview()["name"] == "The small shop"
