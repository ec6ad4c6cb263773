"""A fresh workspace in Warsaw."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cesta.store.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "shop", timezone="Europe/Warsaw") as workspace:
        yield workspace
