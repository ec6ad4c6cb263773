"""A real browser whose owner asked not to be followed, on a page with a client that does not care."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from chromium import find
from collecting import SAID, Proxy, Served, Site
from playwright.sync_api import Browser, Page


@pytest.fixture
def shy(tmp_path: Path, browser: Browser) -> Iterator[Page]:
    """A visitor who ticked "Do Not Track" in the settings of the browser."""
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(json.dumps({"enable_do_not_track": True}))
    context = browser.browser_type.launch_persistent_context(tmp_path, **find().launch_arguments())  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def unfollowed(served: Served, source: str) -> int:
    sources = httpx.get(f"{served.address}/api/sources", trust_env=False).json()["sources"]
    return next((int(each["unfollowed"]) for each in sources if each["source"] == source), 0)


@pytest.mark.parametrize("name", ["segment", "rudder", "posthog"])
def test_nothing_of_theirs_is_kept(served: Served, proxy: Proxy, site: Site, shy: Page, name: str) -> None:
    source = f"shy-{name}"
    key = served.key(source)
    shy.goto(site.page(name, f'<script src="/{name}.js"></script>', '<button id="buy">Buy now</button>'))
    assert shy.evaluate("navigator.doNotTrack") == "1"
    shy.evaluate("given => run(given)", {"address": proxy.address, "key": key, "said": SAID})
    for _ in range(200):
        if unfollowed(served, source) >= 3:
            break
        shy.wait_for_timeout(50)
    assert unfollowed(served, source) >= 3
    assert {status for method, _, status in proxy.passed if method == "POST"} == {200}
    assert served.shown(source) == []
