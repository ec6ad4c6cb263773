"""The small shop, open, for whoever only reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cesta.store.workspace import Workspace


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory, shop_maker: Callable[[Path], Workspace]) -> Iterator[Workspace]:
    with shop_maker(tmp_path_factory.mktemp("profiles") / "shop") as workspace:
        yield workspace
