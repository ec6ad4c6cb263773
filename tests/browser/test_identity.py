"""Who is who: merges with reasons, one looked at and undone, a device taken for shared, rules looked at before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.store.who import hear, message

from cesta.store.identity_told import ids_of
from cesta.store.workspace import Workspace
from conftest import OpenPage, Serve

pytestmark = pytest.mark.browser
Axe = Callable[[Page], list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Workspace.create(tmp_path / "shop") as workspace:
        hear(workspace, [message(n, {"user_id": f"u{n // 2}", "anonymous_id": f"x{n}"}, day=20_000) for n in range(4)])
        hear(workspace, [message(9, {"user_id": "u1", "anonymous_id": "x1"}, day=20_001)])
    return tmp_path / "shop"


def test_undone_shared_and_ruled(folder: Path, served: Serve, open_page: OpenPage, axe: Axe) -> None:
    page = open_page(390, 844, scheme="dark")
    page.goto(f"{served(folder).address}/data/identity")
    merges = page.get_by_role("region", name="Merges")
    expect(merges.get_by_role("row")).to_have_count(5)
    assert axe(page) == []
    page.get_by_label("An id of a customer").fill("x3")
    page.get_by_role("button", name="Show", exact=True).press("Enter")
    expect(merges.get_by_role("row")).to_have_count(3)
    page.reload()
    expect(merges.get_by_role("row")).to_have_count(3)
    page.get_by_role("button", name="Show all merges").press("Enter")
    expect(merges.get_by_role("row")).to_have_count(5)
    page.get_by_role("button", name="Undo the merge of user id u1 + browser x3").press("Enter")
    expect(merges.get_by_role("status")).to_contain_text("Merges that go: 1")
    page.get_by_role("button", name="Undo this merge").press("Enter")
    expect(merges.get_by_role("row")).to_have_count(4)
    expect(page.get_by_role("region", name="What people decided")).to_contain_text(
        "the merge of user id u1 + browser x3 is undone"
    )
    page.get_by_role("button", name="Take for shared: browser x1").press("Enter")
    expect(page.get_by_text("No device and no mailbox is claimed by several people.")).to_be_visible()
    rules = page.get_by_role("region", name="Rules")
    rules.get_by_label("identity.yaml").fill("cesta: identity/1\nlimits:\n  anonymous_id: 0\n")
    rules.get_by_role("button", name="Look what would change").press("Enter")
    expect(rules.get_by_text("Merges that go: 2")).to_be_visible()
    assert axe(page) == []
    rules.get_by_role("button", name="Keep these rules").press("Enter")
    expect(page.get_by_text("Nobody has been joined yet")).to_be_visible()
    with Workspace.open(folder) as workspace:
        assert ids_of(workspace, "u0") == []
