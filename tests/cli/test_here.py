"""What this process opens itself says no more than it holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cesta.cli.here import Here
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace


def test_it_answers_as_plain_data(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> None:
    with shop_maker(tmp_path / "shop") as workspace:
        here = Here(workspace)
        assert not here.loads()["loads"]
        assert here.overview()["name"] == "The small shop"
        with pytest.raises(CestaError, match="unknown_load"):
            here.unload("till-3")
