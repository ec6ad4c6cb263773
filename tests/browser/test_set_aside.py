"""What was set aside on the page: seen by reason, mended by a rule and by hand, dismissed and brought back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cesta.ingest.door import accept
from cesta.store.workspace import Workspace
from conftest import OpenPage, Serve

BATCHES = 60


@pytest.fixture
def folder(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> Path:
    """The small shop, and what a till sent wrong."""
    with shop_maker(tmp_path / "shop") as workspace:
        sent: list[dict[str, object]] = [
            {"customer": f"c{n}", "event": "visit", "ts": "31.02.2026" if n % 10 else "soon", "message_id": f"t{n}"}
            for n in range(BATCHES)
        ]
        sent += [{"customer": "", "event": "visit", "ts": "2026-01-10", "message_id": f"n{n}"} for n in range(3)]
        accept(workspace, [*sent, "{no json"], "till", file="till.ndjson", rows=range(1, len(sent) + 2))
    return tmp_path / "shop"


def test_mended_dismissed_and_empty_at_last(folder: Path, served: Serve, open_page: OpenPage) -> None:
    page = open_page(forgiven="400")
    page.goto(f"{served(folder).address}/data/set-aside")
    expect(page.get_by_text("64 rows wait")).to_be_visible()
    time = page.get_by_role("region", name="The time cannot be read")
    expect(time).to_contain_text("60 rows")
    expect(time).to_contain_text("till.ndjson, row 1")

    time.get_by_role("button", name="“31.02.2026” × 54").click()
    time.get_by_label("The new value").fill("later")
    expect(time.get_by_text("Mends 0 of 54")).to_be_visible()
    expect(time.get_by_role("button", name="Mend, and keep the rule")).to_be_disabled()
    time.get_by_label("The new value").fill("2026-01-28")
    expect(time.get_by_text("Mends 54 of 54")).to_be_visible()
    time.get_by_role("button", name="Mend, and keep the rule").click()
    expect(page.get_by_role("status").first).to_contain_text("54 rows are events now. The rule is kept for till")
    expect(page.get_by_text("10 rows wait")).to_be_visible()
    expect(page.get_by_role("heading", name="Rules at work")).to_be_visible()

    nobody = page.get_by_role("region", name="Nothing says who the customer is")
    nobody.get_by_role("button", name="Show the rows").click()
    nobody.get_by_role("button", name="Edit till.ndjson, row 61").click()
    form = nobody.get_by_role("form", name="Edit till.ndjson, row 61")
    form.get_by_label("time").fill("soon")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert")).to_contain_text("This still cannot be understood")
    form.get_by_label("time").fill("2026-01-10")
    form.get_by_label("customer").fill("eve")
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_text("9 rows wait")).to_be_visible()

    for name in ("The time cannot be read", "Nothing says who the customer is", "The line is not JSON"):
        page.get_by_role("button", name=f"Dismiss: {name}").click()
        expect(page.get_by_role("region", name=name)).to_have_count(0)
    expect(page.get_by_role("heading", name="Nothing is set aside")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("1 row waits", exact=True)).to_be_visible()
    page.get_by_role("link", name="8 rows dismissed").click()
    page.get_by_role("button", name="Bring all back").click()
    expect(page.get_by_text("0 rows dismissed")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_an_accessibility_checker_finds_nothing(
    width: int, scheme: str, folder: Path, served: Serve, open_page: OpenPage, axe: Callable[[Page], list[str]]
) -> None:
    page = open_page(width, scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{served(folder).address}/data/set-aside")
    page.get_by_role("button", name="Mend: The time cannot be read").click()
    expect(page.get_by_label("The new value")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Show the rows: The time cannot be read").click()
    page.get_by_role("button", name="Edit till.ndjson, row 11").click()
    expect(page.get_by_role("button", name="Show 10 more")).to_be_visible()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
