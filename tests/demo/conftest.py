"""The demo's workspace, made once for all tests here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cesta.samples import complete_journey
from cesta.store.workspace import Workspace


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The demo's workspace as `cesta demo` makes it."""
    workspace = complete_journey.make(tmp_path_factory.mktemp("demo") / "workspace", lambda *_: None)
    yield workspace
    workspace.close()
