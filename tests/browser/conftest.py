"""A real server, a real browser; a page that asks another origin for anything, or logs an error, fails its test."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent))
from chromium import find

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
CESTA = [sys.executable, "-m", "cesta.cli.main"]


def started(*words: object) -> Iterator[str]:
    """Start a verb that serves; the last line it prints is where."""
    env = {**os.environ, "CESTA_LOG_LEVEL": "warning"}
    process = subprocess.Popen([*CESTA, *map(str, words)], stdout=subprocess.PIPE, text=True, env=env)
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    assert address.startswith("http://127.0.0.1:"), "the server did not start; its errors are above"
    yield address
    process.terminate()
    assert process.wait(timeout=30) == 0
    process.stdout.close()


@pytest.fixture(scope="session")
def demo_folder() -> Path:
    """The demo's workspace, kept between runs: making it again adds nothing."""
    return ROOT / ".cache" / "tests" / "complete-journey"


@pytest.fixture(scope="session")
def demo_map(demo_folder: Path) -> Iterator[str]:
    """The address of the demo's map, as `cesta demo` prints it."""
    yield from started("demo", demo_folder, "--port", "0")


@pytest.fixture(scope="session")
def demo(demo_map: str) -> str:
    """The address of the server of the demo."""
    return demo_map.split("/maps/")[0]


@pytest.fixture(scope="session")
def shop(shop_root: Path) -> Iterator[str]:
    """The address of the server of the small shop."""
    yield from started("serve", shop_root, "--port", "0")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that was found to render here."""
    with sync_playwright() as play:
        launched = play.chromium.launch(**find().launch_arguments())  # type: ignore[arg-type]
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own; a request to another origin or an error in the console fails the test."""
    wrong: list[str] = []

    def watch(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            wrong.append(f"asked {request.url}")

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            wrong.append(f"console: {message.text}")

    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB", reduced_motion="reduce")
    opened = context.new_page()
    opened.on("request", watch)
    opened.on("console", hear)
    opened.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    yield opened
    context.close()
    assert not wrong


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """What an accessibility checker finds wrong on a page: rule, how bad, where."""

    def check(page: Page) -> list[str]:
        # Evaluated, not inserted as a script: the page's own policy forbids inline scripts.
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found: dict[str, Any] = page.evaluate("axe.run()")
        return [
            f"{rule['id']} ({rule['impact']}): {node['target']} {node['failureSummary']}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]

    return check
