"""Compiling ahead: every kernel file with loops takes part."""

from __future__ import annotations

from pathlib import Path

import cesta.kernels
from cesta.kernels.warm import main, warmers


def test_every_file_with_compiled_loops_is_warmed() -> None:
    folder = Path(cesta.kernels.__path__[0])
    compiled = {path.stem for path in folder.glob("*.py") if "\n@compiled" in path.read_text()}
    assert compiled <= {name for name, _ in warmers()}


def test_warming_says_what_it_does() -> None:
    told: list[str] = []
    assert main(told.append) == len(told) == len(warmers())
