"""The measures that a map asks to see."""

from __future__ import annotations

from cesta.maps.bind import view
from cesta.store.workspace import Workspace


def test_each_measure_has_the_number_of_its_part_or_none(full: Workspace) -> None:
    found = view(full, "order-clothes", lang="pl")
    choose, pay = found.stages
    assert found.goal is not None
    assert [(m.id, m.name, m.direction, m.number) for m in found.measures] == [
        ("conversion", "Osiąga cel", "up", found.goal.rate),
        ("time-to-order", "time to order po polsku", "up", None),
        ("nps", "nps po polsku", "up", None),
    ]
    assert [(m.id, m.number) for m in choose.measures] == [
        ("stage-conversion", choose.conversion),
        ("time-in-stage", choose.median_seconds),
        ("reach", choose.reached),
    ]
    # nothing follows the last stage, and the third is declared only
    assert [(m.id, m.direction) for m in pay.measures if m.number is None] == [
        ("stage-conversion", "up"), ("abandoned-carts", "down")
    ]  # fmt: skip


def test_a_name_that_nobody_declared_is_left_out(full: Workspace) -> None:
    (full.root / "measures" / "nps.yaml").unlink()
    found = view(full, "order-clothes")
    assert [measure.id for measure in found.measures] == ["conversion", "time-to-order"]
    assert "unknown_measure" in {problem.code for problem in found.problems}
