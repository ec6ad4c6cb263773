"""Machines say so of themselves; phones and people are never taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.bots import bot_of, trial_of
from cesta.ingest.collection import built_in
from cesta.model.event import Value

CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) {} Safari/537.36"
MACHINES = [
    ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "Googlebot"),
    ("Mozilla/5.0 (compatible; SeznamBot/4.0; +https://o-seznam.cz/)", "SeznamBot"),
    ("Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)", "YandexBot"),
    ("Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (compatible; Bytespider; spider@example.com)", "Bytespider"),
    ("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", "facebookexternalhit"),
    (CHROME.format("HeadlessChrome/131.0.0.0"), "headless: HeadlessChrome"),
    (CHROME.format("Chrome/131 Chrome-Lighthouse"), "Lighthouse"),
    ("curl/8.5.0", "tool: curl"),
    ("python-requests/2.32", "tool: python-requests"),
]
PEOPLE = [
    CHROME.format("Chrome/131.0.0.0"),
    "Mozilla/5.0 (Linux; Android 9; CUBOT_X19_S) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Safari/604.1",
    "okhttp/4.12.0",
    "Dalvik/2.1.0 (Linux; U; Android 13)",
    "",
]


@pytest.mark.parametrize(("agent", "name"), MACHINES)
def test_machines_are_named(agent: str, name: str) -> None:
    assert bot_of({"context.userAgent": agent}, built_in()) == name
    assert bot_of({"$raw_user_agent": agent}, built_in()) == name


@pytest.mark.parametrize("agent", PEOPLE)
def test_people_are_people(agent: str) -> None:
    assert bot_of({"context.userAgent": agent}, built_in()) is None


@pytest.mark.parametrize(
    ("properties", "customer", "kind"),
    [
        ({"email": "test@shop.example"}, "17", "email"),
        ({"email": "Jana@Example.com"}, "17", "email"),
        ({}, "jana+test@shop.example", "email"),
        ({"is_test": True}, "17", "flag"),
        ({"is_test": False, "email": "jana@contest.example"}, "17", None),
        ({"test": "A/B"}, "tester", None),
        ({"email": "protest@shop.example"}, "17", None),
    ],
)
def test_tests_are_told_by_what_they_say(properties: dict[str, Value], customer: str, kind: str | None) -> None:
    assert trial_of(properties, customer, built_in()) == kind


@given(st.text())
def test_no_agent_is_too_strange(agent: str) -> None:
    bot_of({"user_agent": agent}, built_in())
