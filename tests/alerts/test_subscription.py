"""Whoever wants a digest is known by her document, and by her account under each of her names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cesta.accounts.accounts import Accounts
from cesta.alerts.subscription import reader_called, subscriptions
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace


@pytest.fixture
def shop(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "shop", name="Shop", languages=("cs",))


@pytest.fixture
def put(shop: Workspace) -> Callable[[str, str], None]:
    def put(id_: str, rest: str) -> None:
        (shop.root / "digests").mkdir(exist_ok=True)
        (shop.root / "digests" / f"{id_}.yaml").write_text(f"cesta: digest/1\nid: {id_}\n{rest}\n")

    return put


def test_by_document_and_by_account(shop: Workspace, put: Callable[[str, str], None]) -> None:
    with shop:
        accounts = Accounts(shop.data)
        accounts.begin("jana@shop.example", "Jana Nová", "a long pass phrase 77", 1)
        accounts.close()
        put("jana", "owner: Jana Nová\nlanguage: pl")
        put("quiet", "owner: petr\nto: petr@shop.example\noff: true")
        jana = reader_called(shop, "JANA@shop.example")
        assert (jana.to, jana.language, jana.every) == ("jana@shop.example", "pl", "week")
        assert jana.owns(None, "jana nová")
        assert not jana.owns("petr", None)
        petr = reader_called(shop, "petr")
        assert (petr.to, petr.language, petr.every, petr.reviews) == ("petr@shop.example", "cs", None, False)
        nobody = reader_called(shop, "eve")
        assert (nobody.to, nobody.every, nobody.reviews) == ("", None, True)
        assert reader_called(shop, "eve@shop.example").to == "eve@shop.example"


def test_what_cannot_be_used_is_said(shop: Workspace, put: Callable[[str, str], None]) -> None:
    with shop:
        put("odd", "owner: jana\nto: nowhere")
        put("odder", "owner: jana\nevery: day")
        broken: list[CestaError] = []
        assert subscriptions(shop, broken) == []
        assert [error.code for error in broken] == ["bad_digest"] * 2
        assert "odd.yaml:4" in broken[0].message
