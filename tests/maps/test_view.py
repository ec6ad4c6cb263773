"""The view is values through and through, so that equal questions are equal."""

from __future__ import annotations

import datetime

from cesta.maps.bind import ground, view
from cesta.maps.compose import Picked, compose
from cesta.store.workspace import Workspace


def test_equal_questions_give_equal_views(shop: Workspace) -> None:
    today = datetime.datetime.now(datetime.UTC).date()
    first, second = (compose(ground(shop, "buy"), Picked(), today).view for _ in range(2))
    assert first == second
    assert hash(first.stages[0].reached) == hash(second.stages[0].reached)
    assert view(shop, "buy").stages == first.stages
