"""The rows under the river: in the document's order, empty ones left out, guesses marked."""

from __future__ import annotations

from collections.abc import Callable

from cesta.exchange.picture.lanes import lanes_of
from cesta.exchange.sheet import Sheet


def test_rows_say_what_the_map_says(taken: Callable[..., Sheet]) -> None:
    sheet = taken("cs")
    lanes = {lane.id: lane for lane in lanes_of(sheet)}
    assert list(lanes) == ["thinks", "barriers", "fixes", "kpis"]
    said = [each.text for cell in lanes["barriers"].cells for each in cell]
    assert sorted(said) == sorted(barrier.text for stop in sheet.stops for barrier in stop.barriers)
    assert all(each.guess for cell in lanes["thinks"].cells for each in cell)
    assert "kpis" not in {lane.id for lane in lanes_of(taken("cs", numbers=False))}
