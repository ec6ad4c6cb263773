"""The small shop behind a test client, and behind a real server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from cesta.api.house import House
from cesta.api.served import Served
from cesta.store.workspace import Workspace

BASE = "http://127.0.0.1:8000"


@pytest.fixture
def workspace(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> Iterator[Workspace]:
    with shop_maker(tmp_path / "shop") as made:
        yield made


@pytest.fixture
def served(workspace: Workspace) -> Served:
    return Served(workspace)


@pytest.fixture
def client(served: Served) -> Iterator[TestClient[House]]:
    with TestClient(House({"shop": served}), base_url=BASE, raise_server_exceptions=False) as client:
        yield client
