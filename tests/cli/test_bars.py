"""On a pipe nothing is drawn."""

from __future__ import annotations

import pytest

from cesta.cli.bars import bars


def test_silence_on_a_pipe(capfd: pytest.CaptureFixture[str]) -> None:
    with bars() as progress:
        progress("reading", 1, 2)
    assert capfd.readouterr() == ("", "")
