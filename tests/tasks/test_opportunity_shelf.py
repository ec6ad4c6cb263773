"""Opportunities are put on the shelf, moved on it, and made into one task each."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace
from cesta.tasks.opportunity_shelf import OpportunityDraft, list_opportunities, make_task, save_opportunity
from cesta.tasks.watch import Watch


def test_from_a_note_to_a_task(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as shop:
        assert list_opportunities(shop) == ()
        fields = {"title": {"en": "Sizes in cm"}, "customer_value": 0.9, "business_value": 0.5, "effort": 1}
        save_opportunity(shop, OpportunityDraft("sizes", fields))
        save_opportunity(shop, OpportunityDraft("chat", {"title": "Chat", "business_value": 0.9, "effort": 5}))
        assert [row.id for row in list_opportunities(shop)] == ["sizes", "chat"]
        path = shop.root / "opportunities" / "sizes.yaml"
        path.write_text(path.read_text() + "# from the workshop\n")
        watched = {"title": "Rozmiary w cm", "measure": "conversion", "target": 0.4, "owner": "jana", "effort": 2.5}
        row = save_opportunity(shop, OpportunityDraft("sizes", watched), lang="pl")
        assert (row.title, row.effort, row.value) == ("Rozmiary w cm", 2.5, 0.7)
        assert "# from the workshop" in path.read_text()
        task = make_task(shop, "sizes", by="jana")
        assert (task.title, task.owner, task.watch) == ("Sizes in cm", "jana", Watch("conversion", 0.4))
        assert make_task(shop, "sizes").id == task.id
        for draft, code in (
            (OpportunityDraft("Sizes!", {}), "bad_value"),
            (OpportunityDraft("sizes", {"effort": 7}), "bad_opportunity"),
        ):
            with pytest.raises(CestaError) as error:
                save_opportunity(shop, draft)
            assert error.value.code == code
        with pytest.raises(CestaError, match='no opportunity "size"'):
            make_task(shop, "size")


def test_one_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as shop:
        save_opportunity(shop, OpportunityDraft("sizes", {"title": "Sizes in cm"}))
        (shop.root / "opportunities" / "torn.yaml").write_text("title: [", encoding="utf-8")
        sizes, torn = list_opportunities(shop)
        assert (sizes.title, sizes.problem) == ("Sizes in cm", None)
        assert (torn.title, "torn.yaml:1" in (torn.problem or "")) == ("torn", True)
