"""The page about consent and keeping: what is due is removed after asking twice, and a customer kept out and let in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cesta.consent.purposes import FILE
from cesta.store.workspace import Workspace
from conftest import OpenPage, Serve

pytestmark = pytest.mark.browser
Axe = Callable[[Page], list[str]]
RULES = """\
cesta: privacy/1
purposes: [{id: letters, name: Letters, without_word: refused}]
retention: [{name: Visits, events: visit, keep: 1d}]
"""


@pytest.fixture
def folder(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> Path:
    shop_maker(tmp_path / "shop").close()
    return tmp_path / "shop"


def test_what_is_due_goes_and_who_is_kept_out(folder: Path, served: Serve, open_page: OpenPage, axe: Axe) -> None:
    page = open_page(390, 844, scheme="dark")
    page.goto(f"{served(folder).address}/data/privacy")
    expect(page.get_by_role("heading", name="Everything is taken and kept")).to_be_visible()
    assert axe(page) == []
    (folder / FILE).write_text(RULES, encoding="utf-8")
    page.reload()
    expect(page.get_by_role("row", name="Letters 0 0 counts as no")).to_be_visible()
    page.get_by_role("button", name="Remove now").click()
    expect(page.get_by_text("there is no way back")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Remove now").click()
    expect(page.get_by_role("status").filter(has_text="removed")).to_be_visible()
    expect(page.get_by_role("row", name="Visits 1d 0")).to_be_visible()
    page.get_by_label("Any id of the customer").fill("ann")
    page.get_by_role("button", name="Take nothing more").click()
    expect(page.get_by_text("1 id is kept out.")).to_be_visible()
    page.get_by_role("button", name="Take again").click()
    expect(page.get_by_text("Taken again: ann")).to_be_visible()
