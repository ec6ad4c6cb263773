"""A folder is opened here unless a server holds it."""

from __future__ import annotations

from pathlib import Path

from cesta.cli.here import Here
from cesta.cli.reach import reach


def test_an_unserved_folder_is_opened_here(root: Path) -> None:
    with reach(root) as reached:
        assert isinstance(reached, Here)
        assert reached.overview()["name"] == "The small shop"
