"""Segment's, RudderStack's and PostHog's own scripts in a real browser, on a page of another site."""

from __future__ import annotations

from typing import Any

import pytest
from collecting import SAID, TROUBLE, Proxy, Served, Site, same
from playwright.sync_api import Page

FOUR = ["group u1", "identify u1", "page", "track u1"]


def kinds(lines: list[dict[str, Any]]) -> list[str]:
    """Kinds of messages and whose they are; a page may come before its visitor said who they are."""
    return sorted(line["type"] if line["type"] == "page" else f"{line['type']} {line['customer']}" for line in lines)


def run(page: Page, site: Site, proxy: Proxy, key: str, name: str) -> None:
    page.goto(site.page(name, f'<script src="/{name}.js"></script>', '<button id="buy">Buy now</button>'))
    page.evaluate("given => run(given)", {"address": proxy.address, "key": key, "said": SAID})


@pytest.mark.parametrize("name", ["segment", "rudder"])
def test_after_all_trouble_everything_is_there_once(
    served: Served, proxy: Proxy, site: Site, page: Page, name: str
) -> None:
    source = f"browser-{name}"
    key = served.key(source)
    proxy.trouble.extend(TROUBLE)
    run(page, site, proxy, key, name)
    lines = served.settled(source, 4)
    assert proxy.met == list(TROUBLE)
    assert kinds(lines) == FOUR
    for line in lines:
        raw = line["raw"]
        said = raw["properties"] if line["type"] in ("page", "track") else raw.get("traits") or raw["context"]["traits"]
        same(line["properties"], said)
        assert line["raw"]["context"]["page"]["path"] == f"/{name}.html"


def test_posthog_is_told_what_to_record_and_everything_is_there_once(
    served: Served, proxy: Proxy, site: Site, page: Page
) -> None:
    key = served.key("browser-posthog")
    # It throws away what was answered with 429; our server answers 503 there when it is busy.
    trouble = [each for each in TROUBLE if each != "429"]
    proxy.trouble.extend(trouble)
    run(page, site, proxy, key, "posthog")
    page.click("#buy")
    wanted = {"$pageview", "$identify", "bought", "left", "$autocapture", "$$heatmap", "$snapshot"}
    lines: list[dict[str, Any]] = []
    for _ in range(30):
        page.wait_for_timeout(1000)
        if len(proxy.met) < len(trouble):
            continue
        lines = served.shown("browser-posthog")
        if wanted <= {line["event"] for line in lines}:
            break
    assert proxy.met == trouble
    assert wanted <= {line["event"] for line in lines}
    assert len({line["message_id"] for line in lines}) == len(lines)
    assert {line["type"] for line in lines} == {"page", "identify", "track", "heatmap", "snapshot"}
    (bought,) = (line for line in lines if line["event"] == "bought")
    same(bought["properties"], bought["raw"]["properties"])
    (clicked,) = (line for line in lines if line["event"] == "$autocapture")
    assert clicked["properties"]["$el_text"] == "Buy now"
    (known,) = (line for line in lines if line["type"] == "identify")
    assert known["ids"]["user_id"] == "u1"
    assert known["ids"]["anonymous_id"] != "u1"
    assert known["raw"]["$set"] == SAID
    # As the page is left, the rest comes in a form, as base64.
    page.goto("about:blank")
    (left,) = (line for line in served.settled("browser-posthog", len(lines) + 1) if line["event"] == "$pageleave")
    assert left["properties"]["$prev_pageview_pathname"] == "/posthog.html"
