"""Whoever speaks with a customer writes down what she allows, with its proof; so does whoever expects something."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cesta.consent.purposes import FILE
from cesta.samples.retail.small import small
from cesta.store.workspace import Workspace
from conftest import OpenPage, Serve

pytestmark = pytest.mark.browser
Axe = Callable[[Page], list[str]]
HER = str(small()[0]["customer"])
RULES = "cesta: privacy/1\npurposes: [{id: letters, name: Letters, without_word: refused}]\n"
MEASURE = """\
cesta: measure/1
id: buyers
name: Visitors who buy
type: conversion
numerator: {event: purchase}
denominator: {event: visit}
"""


def test_her_word_and_a_hypothesis(
    tmp_path: Path, shop_maker: Callable[[Path], Workspace], served: Serve, open_page: OpenPage, axe: Axe
) -> None:
    folder = tmp_path / "shop"
    shop_maker(folder).close()
    (folder / FILE).write_text(RULES, encoding="utf-8")
    (folder / "measures").mkdir(exist_ok=True)
    (folder / "measures" / "buyers.yaml").write_text(MEASURE, encoding="utf-8")
    page, address = open_page(390, 844, scheme="dark"), served(folder).address
    page.goto(f"{address}/people/{HER}")
    consents = page.locator("#consents")
    expect(consents.get_by_text("said nothing")).to_be_visible()
    consents.get_by_role("button", name="Letters: she says yes now").click()
    consents.get_by_label("How did she say so?").fill("by phone")
    assert axe(page) == []
    consents.get_by_role("button", name="Write down: yes").click()
    expect(consents.get_by_text("“by phone”, written down by hand")).to_be_visible()
    page.goto(f"{address}/hypotheses")
    expect(page.get_by_role("heading", name="No hypotheses yet")).to_be_visible()
    page.get_by_role("button", name="New hypothesis").click()
    page.get_by_label("What do you expect?").fill("Who waits for deals buys less")
    page.get_by_label("It is").select_option("lower")
    assert axe(page) == []
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_role("heading", name="Who waits for deals buys less")).to_be_visible()
    expect(page.get_by_text("Until it was written")).to_be_visible()
    assert axe(page) == []
