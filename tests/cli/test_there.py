"""Errors of a server are told as if they were ours."""

from __future__ import annotations

import pytest

from cesta.cli.there import There, told_by
from cesta.model.errors import CestaError


def test_a_servers_error_is_told_again() -> None:
    assert (
        str(told_by(b'{"error": {"code": "bad_step", "message": "No.", "hint": "1 to 3."}}')) == "bad_step: No. 1 to 3."
    )
    assert told_by(b"<html>").code == "no_answer"


def test_nobody_answers() -> None:
    with pytest.raises(CestaError, match="no_answer"):
        There("http://127.0.0.1:9").overview()
