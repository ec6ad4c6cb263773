"""One served workspace for all clients, and for each test a way there of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from cesta.store.workspace import Workspace

sys.path.insert(0, str(Path(__file__).resolve().parent / "shared"))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "browser"))
from chromium import find
from collecting import CESTA, Proxy, Served, Site

BUNDLE = Path(__file__).with_name("pages") / "bundle.mjs"


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("collect") / "site"
    Workspace.create(root, name="Site").close()
    env = {**os.environ, "CESTA_LOG_LEVEL": "error", "CESTA_RECORD": "autocapture, heatmaps, replay"}
    words = [*CESTA, "serve", str(root), "--port", "0"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=env)
    assert process.stdout is not None
    address = process.stdout.readline().strip().split("/maps/")[0]
    assert address.startswith("http://"), "the server did not start; its errors are above"
    yield Served(root, address)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=30) == 0
    process.stdout.close()


@pytest.fixture
def proxy(served: Served) -> Iterator[Proxy]:
    """A way to the server, with no trouble yet."""
    made = Proxy(served.address)
    yield made
    made.shutdown()
    made.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that was found to render here, guarding sites from each other as it always does."""
    with sync_playwright() as play:
        launched = play.chromium.launch(**find().launch_arguments())  # type: ignore[arg-type]
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A visitor who was never there before."""
    context = browser.new_context(locale="cs-CZ")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of somebody else, with the clients' scripts."""
    folder = tmp_path_factory.mktemp("pages")
    subprocess.run(["node", str(BUNDLE), str(folder)], check=True)
    made = Site(folder)
    yield made
    made.shutdown()
    made.server_close()
