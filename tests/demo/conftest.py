"""The demo's workspace and its raw files, made once for all tests here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cesta.samples import complete_journey
from cesta.store.workspace import Workspace


@pytest.fixture(scope="session")
def raw_files() -> Path:
    """The folder of the demo's raw Parquet files."""
    return complete_journey.find_data()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The demo's workspace as `cesta demo` makes it."""
    workspace = complete_journey.make(tmp_path_factory.mktemp("demo") / "workspace", lambda *_: None)
    yield workspace
    workspace.close()
