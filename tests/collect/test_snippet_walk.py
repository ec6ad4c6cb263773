"""Our own script on a page of another site: nothing kept before consent, nothing lost after it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from collecting import SAID, TROUBLE, Proxy, Served, Site, same
from playwright.sync_api import Page

KEPT = """async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookie: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
})"""
NOTHING = {"local": [], "session": [], "cookie": "", "databases": 0, "caches": 0}


def head(proxy: Proxy, key: str, more: str = "") -> str:
    return f'<script async src="{proxy.address}/cesta.js" data-key="{key}" {more}></script>'


def until(true: Callable[[], Any], seconds: float = 20) -> None:
    """Waits for what must come."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


def sent(proxy: Proxy) -> int:
    return sum(method == "POST" for method, _, _ in proxy.passed)


def ready(page: Page) -> None:
    page.wait_for_function("window.cesta && !Array.isArray(window.cesta)")


def test_nothing_is_kept_or_sent_before_consent_and_everything_after(
    served: Served, proxy: Proxy, site: Site, page: Page
) -> None:
    key = served.key("snippet")
    early = "<script>window.cesta = window.cesta || []; cesta.push(['track', 'early', {n: 1}])</script>"
    page.goto(site.page("consent", early + head(proxy, key)) + "?utm_source=news&utm_campaign=jaro")
    ready(page)
    page.evaluate("said => cesta.track('bought', said)", SAID)
    page.evaluate("history.pushState({}, '', '/shop/hat'); document.title = 'Hat'")
    page.wait_for_timeout(600)
    assert page.evaluate(KEPT) == NOTHING
    assert sent(proxy) == 0
    proxy.trouble.extend(TROUBLE[:2])
    page.evaluate("cesta.consent(true)")
    until(lambda: sent(proxy))
    page.evaluate("cesta.identify('u1', {plan: 'x'}); cesta.group('g1', {size: 3})")
    lines = served.settled("snippet", 6)
    assert [line["type"] for line in lines] == ["page", "track", "track", "page", "identify", "group"]
    first, early_one, bought, hat, known, group = lines
    assert (first["properties"]["path"], first["properties"]["title"]) == ("/consent.html", "consent")
    assert first["raw"]["context"]["campaign"] == {"source": "news", "name": "jaro"}
    assert (early_one["event"], early_one["properties"]["n"]) == ("early", 1)
    same(bought["properties"], bought["raw"]["properties"])
    assert (hat["properties"]["path"], hat["properties"]["title"]) == ("/shop/hat", "Hat")
    assert hat["properties"]["referrer"].endswith("/consent.html?utm_source=news&utm_campaign=jaro")
    assert (known["ids"]["user_id"], known["properties"]["plan"]) == ("u1", "x")
    assert group["ids"]["group_id"] == "g1"
    assert len({line["ids"]["anonymous_id"] for line in lines}) == 1
    page.evaluate("cesta.consent(false)")
    assert page.evaluate(KEPT) == NOTHING


def test_what_happens_without_a_connection_arrives_later_and_once(
    served: Served, proxy: Proxy, site: Site, page: Page
) -> None:
    key = served.key("offline")
    page.goto(site.page("offline", head(proxy, key, 'data-consent="given" data-pages="manual"')))
    ready(page)
    page.context.set_offline(True)
    page.evaluate("cesta.track('one'); cesta.track('two')")
    page.wait_for_timeout(400)
    assert sent(proxy) == 0
    proxy.trouble.extend(("drop", "lost"))
    page.context.set_offline(False)
    until(lambda: sent(proxy) >= 2)
    lines = served.settled("offline", 2)
    assert [line["event"] for line in lines] == ["one", "two"]
    until(lambda: page.evaluate("Object.keys(localStorage).filter(name => name.includes('queue')).length") == 0)


def test_whoever_leaves_at_once_is_heard_and_only_once(served: Served, proxy: Proxy, site: Site, page: Page) -> None:
    key = served.key("leaving")
    more = head(proxy, key, 'data-consent="given" data-pages="manual"')
    page.goto(site.page("first", more))
    ready(page)
    page.evaluate("cesta.track('left')")
    page.goto("about:blank")
    until(lambda: sent(proxy))
    assert [line["event"] for line in served.settled("leaving", 1)] == ["left"]
    page.goto(site.page("second", more))
    ready(page)
    until(lambda: sent(proxy) >= 2)
    page.evaluate("cesta.track('back')")
    assert [line["event"] for line in served.settled("leaving", 2)] == ["left", "back"]


def test_whoever_asks_not_to_be_followed_is_not(served: Served, proxy: Proxy, site: Site, page: Page) -> None:
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'doNotTrack', {get: () => '1'})")
    page.goto(site.page("alone", head(proxy, served.key("alone"), 'data-consent="given"')))
    ready(page)
    page.evaluate("cesta.consent(true); cesta.track('bought'); cesta.push(['page'])")
    page.wait_for_timeout(600)
    assert page.evaluate(KEPT) == NOTHING
    assert sent(proxy) == 0
