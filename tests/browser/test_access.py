"""From the first password over an invitation to the record, under the strict policy; nobody is kept out on the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from serving import words

from cesta.store.workspace import Workspace
from conftest import OpenPage, Serve

pytestmark = pytest.mark.browser
GOOD, OTHER = "corn lamp seven rivers", "slow green paper boats"
REFUSED = "Failed to load resource"


def test_from_the_first_password_to_the_record(
    open_page: OpenPage,
    served: Serve,
    shop_maker: Callable[[Path], Workspace],
    tmp_path: Path,
    axe: Callable[[Page], list[str]],
) -> None:
    shop_maker(tmp_path / "shop").close()
    address = served(tmp_path / "shop").address
    owner = open_page(forgiven=REFUSED)
    owner.goto(f"{address}/access")
    expect(owner.get_by_role("heading", name="Nobody needs a password yet")).to_be_visible()
    assert axe(owner) == []
    owner.get_by_label("Your name").fill("Jana Nováková")
    owner.get_by_label("E-mail or short name").fill("jana@shop.example")
    for password in ("jana", GOOD):
        owner.get_by_label("New password").fill(password)
        owner.get_by_role("button", name="Set the password").click()
        if password != GOOD:
            expect(owner.get_by_role("alert")).to_contain_text("too easy to guess")
    owner.get_by_role("button", name="Invite").click()
    owner.get_by_label("E-mail or short name").fill("ann")
    owner.get_by_role("radio", name="agent").check()
    assert axe(owner) == []
    owner.get_by_role("button", name="Make an invitation").click()
    link = owner.locator("main code").first.inner_text()
    assert axe(owner) == []
    invited(open_page, address, link, axe)

    owner.get_by_role("button", name="Done").click()
    owner.get_by_role("button", name="Account: Jana Nováková").click()
    owner.get_by_role("link", name="Who did what").click()
    expect(owner.get_by_role("row").filter(has_text="a wrong password")).to_have_count(1)
    assert axe(owner) == []


def invited(open_page: OpenPage, address: str, link: str, axe: Callable[[Page], list[str]]) -> None:
    """On a phone, in the dark, in Polish: in by the link, a look round, out, and a wrong password at the door."""
    said = words("pl")
    guest = open_page(390, 844, locale="pl-PL", scheme="dark", forgiven=REFUSED)
    guest.goto(f"{address}/maps")
    expect(guest.get_by_role("heading", name=said["access.in.title"])).to_be_visible()
    assert axe(guest) == []
    guest.goto(link)
    guest.locator("input[type=password]").fill(OTHER)
    assert axe(guest) == []
    guest.get_by_role("button", name=said["access.welcome.do"]).click()
    guest.wait_for_url("**/maps")
    expect(guest.get_by_role("link", name=said["shell.nav.maps"])).to_be_visible()
    expect(guest.get_by_role("link", name=said["shell.nav.data"], exact=True)).to_have_count(0)
    guest.goto(f"{address}/access")
    expect(guest.get_by_role("heading", name=said["access.tokens"])).to_be_visible()
    guest.get_by_role("button", name=said["access.menu.of"].replace("{name}", "ann")).click()
    assert axe(guest) == []
    guest.get_by_role("button", name=said["access.menu.out"]).click()
    guest.get_by_label(said["access.in.login"]).fill("ann")
    guest.locator("input[type=password]").fill(GOOD)
    guest.get_by_role("button", name=said["access.in.do"]).click()
    expect(guest.get_by_role("alert")).to_contain_text(said["errors.wrong_password"])
