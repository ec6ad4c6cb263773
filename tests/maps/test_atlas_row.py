"""Each map with the numbers that its own page shows."""

from __future__ import annotations

from cesta.maps.atlas_row import row, views, worst_cell
from cesta.maps.bind import view
from cesta.maps.compose import Picked
from cesta.store.workspace import Workspace


def test_a_row_says_what_the_map_says(shop: Workspace) -> None:
    told, whole = row(shop, "buy", "pl"), view(shop, "buy", lang="pl")
    assert (told.people, told.journeys, told.goal) == (whole.people, whole.journeys, whole.goal)
    assert told.river == tuple(stage.reached.value for stage in whole.stages)
    assert told.worst == worst_cell(whole)
    assert (told.worst is None) == (whole.insight is None)


def test_a_map_that_cannot_be_read_hides_no_other(shop: Workspace) -> None:
    (shop.root / "maps" / "bad.yaml").write_text("{")
    assert [one.id for one in views(shop, Picked())] == ["buy"]
