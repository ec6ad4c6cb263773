"""KPIs of a map are the numbers of its screen, in every period; a touchpoint's, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.maps.bind import view
from cesta.maps.questions import ask
from cesta.store.workspace import Workspace


@pytest.mark.parametrize(("first", "last"), [("2026-01-01", "2026-03-31"), ("2026-02-01", "2026-02-14")])
def test_like_on_the_screen(shop_root: Path, first: str, last: str) -> None:
    with Workspace.open(shop_root) as workspace:
        seen = view(workspace, "buy-clothes", date_from=first, date_to=last)

        def asked(**part: str) -> tuple[object, object]:
            measure = {"type": "conversion", "map": "buy-clothes", **part}
            params = {"measure": measure, "date_from": first, "date_to": last}
            found = ask(workspace, {"analysis": "measure", "params": params})["result"]
            assert isinstance(found, dict)
            return found["n"], found["of"]

        assert seen.goal is not None
        assert asked() == (seen.goal.rate.n, seen.goal.rate.of)
        for stage in seen.stages:
            if stage.conversion is not None:
                assert asked(stage=stage.id) == (stage.conversion.n, stage.conversion.of)
            for stop in stage.touchpoints:
                assert asked(touchpoint=stop.id) == (stop.goal_rate.n, stop.goal_rate.of)
