"""Where clients of each protocol say the same thing: the page, the page before, the browser, the campaign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

from cesta.model.event import Value

URL = ("context.page.url", "$current_url", "url", "page_url", "page_location", "current_url")
REFERRER = ("context.page.referrer", "$referrer", "referrer", "page_referrer", "refr", "context.referrer.url")
AGENT = ("context.userAgent", "$raw_user_agent", "$user_agent", "user_agent", "useragent", "userAgent")
EMAIL = ("email", "$email", "traits.email", "context.traits.email", "e-mail")
CAMPAIGN: Mapping[str, tuple[str, ...]] = {
    "source": ("context.campaign.source", "utm_source", "mkt_source"),
    "medium": ("context.campaign.medium", "utm_medium", "mkt_medium"),
    "campaign": ("context.campaign.name", "utm_campaign", "mkt_campaign", "utm_id"),
}
UTM = {"source": "utm_source", "medium": "utm_medium", "campaign": "utm_campaign"}


def text_at(properties: Mapping[str, Value], names: Sequence[str]) -> str:
    """The first of these properties that holds a text.

    >>> text_at({"$current_url": "https://shop.example/"}, URL)
    'https://shop.example/'
    """
    for name in names:
        # Most names are not there, and every message is asked for all of them.
        if name in properties and isinstance(value := properties[name], str) and value:
            return value
    return ""


@lru_cache(maxsize=8192)
def host_of(address: str) -> str:
    """The host of an address; an app's package for one like android-app://com.google.android.gm.

    >>> host_of("https://WWW.Shop.example:8080/a?b"), host_of("shop.example/a"), host_of("$direct"), host_of("http://[")
    ('www.shop.example', 'shop.example', '', '')
    """
    if address.startswith("$"):
        return ""
    try:
        return urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""


def query_of(address: str) -> dict[str, str]:
    """What the address says after its question mark; of a name that comes twice the first.

    >>> query_of("https://shop.example/?utm_source=a&gclid=x#y")
    {'utm_source': 'a', 'gclid': 'x'}
    """
    try:
        pairs = parse_qsl(urlsplit(address).query, max_num_fields=200)
    except ValueError:
        return {}
    found: dict[str, str] = {}
    for name, value in pairs:
        found.setdefault(name, value)
    return found
