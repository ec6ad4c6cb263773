"""Who is no customer: a machine that says so of itself, and someone who tries things out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from cesta.ingest.collection import Collection
from cesta.ingest.said import AGENT, EMAIL, URL, host_of, text_at
from cesta.model.event import Value

BROWSER_TYPE = "$browser_type"
HEADLESS = re.compile(r"HeadlessChrome|PhantomJS|SlimerJS|Puppeteer|Playwright|Selenium|WebDriver|Cypress", re.I)
NAMED = re.compile(
    # CUBOT makes phones.
    r"[\w.-]*(?<!cu)bot\b[\w.-]*|[\w.-]*(?:crawler|spider|scraper)[\w.-]*|Mediapartners-Google|AdsBot|Google-Read-Aloud"
    r"|facebookexternalhit|meta-externalagent|BingPreview|Slurp|ia_archiver|Baiduspider|Bytespider|WhatsApp/|Embedly"
    r"|Lighthouse|PageSpeed|GTmetrix|Pingdom|UptimeRobot|StatusCake|Site24x7|Datadog\w*|HTTrack|Scrapy|GPTBot|ChatGPT-User",
    re.I,
)
TOOLS = re.compile(
    r"^(?:curl|wget|python-requests|python-httpx|python-urllib|aiohttp|go-http-client|java|libwww-perl|axios|node-fetch"
    r"|postmanruntime|insomnia|httpie|ruby|php)\b", re.I,
)  # fmt: skip


def bot_of(properties: Mapping[str, Value], rules: Collection) -> str | None:
    """What machine this is, by what its browser calls itself; None for people.

    >>> from cesta.ingest.collection import built_in
    >>> bot_of({"context.userAgent": "Mozilla/5.0 (compatible; Googlebot/2.1)"}, built_in())
    'Googlebot'
    """
    if properties.get(BROWSER_TYPE) == "bot":
        return "bot"
    agent = text_at(properties, AGENT)
    return _machine(agent, rules) if agent else None


def trial_of(properties: Mapping[str, Value], customer: str, rules: Collection) -> str | None:
    """By what this is a test: a flag, an address, a customer, a host; None for what is meant.

    >>> from cesta.ingest.collection import built_in
    >>> trial_of({"email": "ann+test@shop.example"}, "17", built_in()), trial_of({"is_test": True}, "17", built_in())
    ('email', 'flag')
    """
    if any(properties.get(flag) is True for flag in rules.flags):
        return "flag"
    email = text_at(properties, EMAIL) or (customer if "@" in customer else "")
    if email and rules.emails.fit(email):
        return "email"
    if rules.customers.fit(customer):
        return "customer"
    url = text_at(properties, URL)
    return "host" if url and rules.hosts.fit(host_of(url)) else None


@lru_cache(maxsize=8192)
def _machine(agent: str, rules: Collection) -> str | None:
    if found := HEADLESS.search(agent):
        return f"headless: {found[0]}"
    if found := NAMED.search(agent):
        return found[0].strip("./-")
    if found := TOOLS.search(agent):
        return f"tool: {found[0]}"
    return "own rule" if rules.agents.fit(agent) else None
