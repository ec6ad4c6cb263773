"""How someone came: by which campaign, which medium, which channel, told by readable rules from one event alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from cesta.ingest.collection import ChannelRule, Collection
from cesta.ingest.said import CAMPAIGN, REFERRER, URL, UTM, host_of, query_of, text_at
from cesta.model.event import Value

ANY = "any"
SHOWN = ("channel", "campaign", "medium")


@dataclass(frozen=True, slots=True)
class Touch:
    """What an event says of how its customer came. click: the kind of a click id; site: what the sender is.

    article: the sender is a page that we paid for.
    """

    source: str
    medium: str
    campaign: str
    click: str
    site: str
    article: bool


def touch_properties(properties: Mapping[str, Value], rules: Collection) -> dict[str, Value]:
    """`channel`, `campaign` and `medium` of an event that brought someone; nothing for one that did not.

    What a client says under one of these names itself stays as it is. A page opened from one of our own domains, or
    from nowhere, brought nobody.
    """
    url, referrer = text_at(properties, URL), text_at(properties, REFERRER)
    said = tuple(text_at(properties, names) for names in CAMPAIGN.values())
    clicks = tuple(name for name in rules.clicks.keys() & properties.keys() if properties[name])
    if not (url or referrer or clicks or any(said)):
        return {}
    touch = touch_of(url, referrer, said, clicks, rules)
    channel = None if touch is None else channel_of(touch, rules)
    if touch is None or channel is None:
        return {}
    medium = touch.medium or (channel if channel in ("search", "social", "referral", "email") else "")
    pairs = zip(SHOWN, (channel, touch.campaign, medium), strict=True)
    return {name: value for name, value in pairs if value and name not in properties}


def touch_of(
    url: str, referrer: str, said: tuple[str, ...], clicks: tuple[str, ...], rules: Collection
) -> Touch | None:
    """What address, sender and marks of a campaign say; None when nobody was brought by this."""
    query = query_of(url) if "?" in url else {}
    source, medium, campaign = (mine or query.get(UTM[name], "") for mine, name in zip(said, CAMPAIGN, strict=True))
    kinds = {rules.clicks[name] for name in (*clicks, *query) if name in rules.clicks}
    click = next((kind for kind in rules.clicks.values() if kind in kinds), "") if kinds else ""
    sender = host_of(referrer)
    outside = bool(sender) and sender != host_of(url.partition("?")[0]) and not _is_own(sender, rules)
    if not (outside or source or medium or campaign or click):
        return None
    site = _site(source.lower(), rules) or (_site(sender, rules) or ANY if outside else "")
    article = outside and rules.articles.fit(sender + urlsplit(referrer).path)
    return Touch(source, medium, campaign, click, site, article)


@lru_cache(maxsize=8192)
def channel_of(touch: Touch, rules: Collection) -> str | None:
    """The channel that the first fitting rule gives."""
    return next((rule.channel for rule in rules.channels if _holds(rule, touch)), None)


def _holds(rule: ChannelRule, touch: Touch) -> bool:
    texts = ((rule.medium, touch.medium), (rule.source, touch.source), (rule.campaign, touch.campaign))
    return (
        all(not wanted or bool(given and wanted.fit(given)) for wanted, given in texts)
        and rule.click in (None, touch.click)
        and (rule.site in (None, touch.site) or (rule.site == ANY and bool(touch.site)))
        and rule.article <= touch.article
    )


@lru_cache(maxsize=8192)
def _is_own(host: str, rules: Collection) -> bool:
    return rules.domains.fit_domain(host)


@lru_cache(maxsize=8192)
def _site(name: str, rules: Collection) -> str:
    """What a site is: search, social …; empty when no rule knows it."""
    return next((kind for kind, known in rules.sites if known.fit_domain(name)), "") if name else ""
