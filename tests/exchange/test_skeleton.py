"""Maps from little: every id once, no stage no map."""

from __future__ import annotations

import pytest

from cesta.exchange.skeleton import Builder
from cesta.model.errors import CestaError


def test_ids_are_made_once() -> None:
    builder = Builder()
    stage = builder.stage("Pay")
    assert builder.stage("Pay")["id"] == "pay-2"
    assert [builder.touchpoint(stage, "Card")["id"] for _ in range(2)] == ["card", "card-2"]
    assert builder.map("m", "")["title"] == "m"


def test_no_stage_no_map() -> None:
    with pytest.raises(CestaError):
        Builder().map("m", "M")
