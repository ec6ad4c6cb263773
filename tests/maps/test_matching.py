"""A rule's preview counts what the question language counts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cesta.maps.matching import matched
from cesta.maps.questions import ask
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace


@pytest.mark.parametrize("rule", [{"event": "add_to_cart"}, {"any": [{"event": "visit"}, {"event": "purchase"}]}])
def test_people_are_those_of_a_funnel_of_one_step(shop_root: Path, rule: dict[str, Any]) -> None:
    with Workspace.open(shop_root) as shop:
        found = matched(shop, rule)
        answer: dict[str, Any] = ask(shop, {"analysis": "funnel", "params": {"steps": [rule]}})
        assert answer["result"]["counts"] == [found.people]
        assert 0 < found.people <= found.people_total
        assert found.people <= found.events <= found.events_total


def test_a_name_that_never_came_is_told_and_a_rule_of_nothing_refused(shop_root: Path) -> None:
    with Workspace.open(shop_root) as shop:
        found = matched(shop, {"event": "purchse"})
        assert (found.events, found.unseen, found.meant) == (0, ("purchse",), ("purchase",))
        with pytest.raises(CestaError):
            matched(shop, {})
