"""Which channel, campaign and medium follow from what a page says; pairs that a marketer can judge."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.campaigns import touch_properties
from cesta.ingest.collection import FILE, built_in, collection_of
from cesta.model.event import Value

SHOP = "https://shop.example/"
PAIRS: list[tuple[str, str, dict[str, Value]]] = [
    (
        "?utm_source=google&utm_medium=cpc&utm_campaign=spring",
        "",
        {"channel": "paid search", "campaign": "spring", "medium": "cpc"},
    ),
    (
        "?utm_source=facebook&utm_medium=cpc&utm_campaign=x",
        "https://l.facebook.com/",
        {"channel": "paid social", "campaign": "x", "medium": "cpc"},
    ),
    (
        "?utm_source=newsletter&utm_medium=Email&utm_campaign=may",
        "",
        {"channel": "email", "campaign": "may", "medium": "Email"},
    ),
    (
        "?utm_medium=advertorial&utm_source=magazine.example",
        "",
        {"channel": "sponsored article", "medium": "advertorial"},
    ),
    ("?utm_campaign=leaflet", "", {"channel": "other campaign", "campaign": "leaflet"}),
    ("?gclid=abc", "https://www.google.com/", {"channel": "paid search"}),
    ("?msclkid=abc", "", {"channel": "paid search"}),
    ("?yclid=1", "https://yandex.ru/", {"channel": "paid search"}),
    ("?ttclid=1", "", {"channel": "paid social"}),
    ("?fbclid=1", "", {"channel": "social", "medium": "social"}),
    (
        "?fbclid=1&utm_medium=paid_social&utm_campaign=s",
        "",
        {"channel": "paid social", "campaign": "s", "medium": "paid_social"},
    ),
    ("?mc_eid=9", "", {"channel": "email", "medium": "email"}),
    ("", "https://www.google.cz/", {"channel": "search", "medium": "search"}),
    ("", "https://search.seznam.cz/?q=boty", {"channel": "search", "medium": "search"}),
    ("", "https://t.co/x", {"channel": "social", "medium": "social"}),
    ("", "https://www.youtube.com/watch", {"channel": "video"}),
    ("", "https://mail.google.com/", {"channel": "email", "medium": "email"}),
    ("", "https://chatgpt.com/", {"channel": "chat assistant"}),
    ("", "https://blog.example/post", {"channel": "referral", "medium": "referral"}),
    ("cart", SHOP, {}),
    ("", "https://pay.partner.example/", {}),
    ("", "https://magazine.example/our-story-2026", {"channel": "sponsored article"}),
    ("", "", {}),
    ("", "$direct", {}),
    ("?q=1", "http://[broken", {}),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rules")
    (folder / FILE).write_text(
        'cesta: collection/1\ndomains: [shop.example, pay.partner.example]\narticles: ["magazine.example/our-story*"]\n'
    )
    return folder


@pytest.mark.parametrize(("address", "referrer", "told"), PAIRS, ids=[f"{a} {r}" for a, r, _ in PAIRS])
def test_a_visit_tells_how_it_came(root: Path, address: str, referrer: str, told: dict[str, Value]) -> None:
    rules = collection_of(root)
    segment = {"context.page.url": SHOP + address, "context.page.referrer": referrer}
    posthog = {"$current_url": SHOP + address, "$referrer": referrer}
    assert touch_properties(segment, rules) == touch_properties(posthog, rules) == told


def test_marks_that_a_client_took_from_the_address_are_as_good() -> None:
    by_segment = {"context.campaign.source": "google", "context.campaign.medium": "cpc", "context.campaign.name": "a"}
    by_posthog = {"utm_source": "google", "utm_medium": "cpc", "utm_campaign": "a", "gclid": "x"}
    told = {"channel": "paid search", "campaign": "a", "medium": "cpc"}
    assert touch_properties(by_segment, built_in()) == touch_properties(by_posthog, built_in()) == told


def test_what_the_client_says_itself_stays() -> None:
    given = {"url": SHOP + "?utm_medium=cpc&utm_campaign=a", "channel": "web", "campaign": "mine"}
    assert touch_properties(given, built_in()) == {"medium": "cpc"}


@given(st.dictionaries(st.sampled_from(["url", "referrer", "utm_source", "utm_medium", "gclid"]), st.text()))
def test_no_event_is_too_strange(said: dict[str, Value]) -> None:
    found = touch_properties(said, built_in())
    assert not found or found["channel"]
