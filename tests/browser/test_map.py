"""The demo's map opens, its numbers are those that `cesta ask` gives, and a checker finds nothing against it."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def ask(folder: Path, question: dict[str, object]) -> dict[str, object]:
    command = [sys.executable, "-m", "cesta.cli.main", "ask", "-", "--workspace", str(folder)]
    told = subprocess.run(command, input=json.dumps(question), capture_output=True, text=True, check=True)
    answer: dict[str, object] = json.loads(told.stdout)
    return answer


def test_the_map_shows_what_ask_answers(page: Page, demo_map: str, demo_folder: Path) -> None:
    asked = ask(demo_folder, {"analysis": "stage_touchpoints", "params": {"map": "use-an-offer"}})
    with urllib.request.urlopen(demo_map.replace("/maps/", "/api/maps/"), timeout=60) as answer:
        view = json.loads(answer.read())
    assert str(view["stages"][0]["reached"]["value"]) in json.dumps(asked["result"])
    page.goto(demo_map)
    expect(page.get_by_role("heading", level=1)).to_contain_text("I use an offer")
    expect(page.get_by_text(f"{view['journeys']['n']:,}").first).to_be_visible()


def test_nothing_stands_in_anyones_way(page: Page, demo_map: str, axe: Callable[[Page], list[str]]) -> None:
    page.goto(demo_map)
    expect(page.get_by_role("heading", level=1)).to_contain_text("I use an offer")
    assert axe(page) == []
