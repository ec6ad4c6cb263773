"""What tests of exports share: the retail map on the small shop, taken down once in each language."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

import cesta.samples.retail as retail
from cesta.exchange.sheet import Sheet, take_down
from cesta.maps.compose import Picked
from cesta.store.workspace import Workspace

Taken = Callable[..., Sheet]
MAP = "buy-clothes"


@pytest.fixture(scope="session")
def workspace(shop_maker: Callable[[Path], Workspace], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The small shop with the retail sample's own map, segments and personas; read it, do not change it."""
    root = tmp_path_factory.mktemp("exchange") / "shop"
    with shop_maker(root) as opened:
        for kind in ("maps", "segments", "personas"):
            shutil.copytree(Path(retail.__file__).parent / kind, root / kind, dirs_exist_ok=True)
        yield opened


@pytest.fixture(scope="session")
def taken(workspace: Workspace) -> Taken:
    """The sheet in a language, with numbers or without."""

    @cache
    def take(language: str = "en", numbers: bool = True) -> Sheet:
        return take_down(workspace, MAP, Picked(language=language), numbers=numbers)

    return take
