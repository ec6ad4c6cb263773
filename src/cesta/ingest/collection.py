"""What arrives, as a document: own domains and accounts, what a channel is, who is a bot or a test; collection.yaml."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from cesta.model.errors import CestaError
from cesta.model.shape import choice, list_of, record, table_of, truth, version, word
from cesta.store.documents import Document, read_document

FILE = "collection.yaml"
BUILT_IN = Path(__file__).with_name(FILE)
NETWORKS = (
    "facebook",
    "instagram",
    "threads",
    "x",
    "linkedin",
    "youtube",
    "tiktok",
    "pinterest",
    "vk",
    "telegram",
    "other",
)
_WORDS = list_of(word)
_ACCOUNT = record({"network": choice(*NETWORKS), "account": word}, {"title": word})
_CHANNEL = record(
    {"channel": word},
    {"medium": _WORDS, "source": _WORDS, "campaign": _WORDS, "click": word, "site": word, "article": truth},
)
SHAPE = record(
    {"cesta": version("collection")},
    {
        "domains": _WORDS,
        "accounts": list_of(_ACCOUNT),
        "articles": _WORDS,
        "channels": list_of(_CHANNEL),
        "clicks": table_of(_WORDS),
        "sites": table_of(_WORDS),
        "bots": record({}, {"count": truth, "agents": _WORDS}),
        "tests": record(
            {}, {"count": truth, "emails": _WORDS, "customers": _WORDS, "hosts": _WORDS, "flags": _WORDS}
        ),
    },
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Account:
    """An account of ours on a social network."""

    network: str
    account: str
    title: str = ""


class Patterns:
    """Texts of which one fits: letters of either size, * for any of them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(texts)
        parts = (".*".join(map(re.escape, text.split("*"))) for text in self.texts)
        self._fits = re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE | re.DOTALL)

    def __bool__(self) -> bool:
        return bool(self.texts)

    def fit(self, text: str) -> bool:
        """Whether one of them is this text.

        >>> Patterns(["*@shop.example"]).fit("Jana@Shop.example"), Patterns([]).fit("")
        (True, False)
        """
        return bool(self.texts) and self._fits.fullmatch(text) is not None

    def fit_domain(self, host: str) -> bool:
        """Whether one of them is this host or a domain above it.

        >>> Patterns(["google.*", "ya.ru"]).fit_domain("www.google.co.uk"), Patterns(["ya.ru"]).fit_domain("maya.ru")
        (True, False)
        """
        parts = host.split(".")
        return any(self.fit(".".join(parts[place:])) for place in range(len(parts)))


@dataclass(frozen=True, slots=True)
class ChannelRule:
    """Gives the channel when everything that it says holds; what it leaves empty is not asked."""

    channel: str
    medium: Patterns
    source: Patterns
    campaign: Patterns
    click: str | None
    site: str | None
    article: bool


@dataclass(frozen=True, slots=True, eq=False)
class Collection:
    """The rules of one workspace: its own before those that every workspace begins with."""

    domains: Patterns
    accounts: tuple[Account, ...]
    articles: Patterns
    channels: tuple[ChannelRule, ...]
    clicks: Mapping[str, str]
    sites: tuple[tuple[str, Patterns], ...]
    count_bots: bool
    count_tests: bool
    agents: Patterns
    emails: Patterns
    customers: Patterns
    hosts: Patterns
    flags: tuple[str, ...]


def collection_of(root: Path) -> Collection:
    """The rules of this workspace. Raises bad_yaml, bad_collection with the line."""
    path = root / FILE
    return _merged(read_checked(path)) if path.is_file() else built_in()


def collection_now(root: Path) -> Collection:
    """`collection_of` for whoever takes events and cannot wait: read once for each state of the document.

    While it has a mistake, the rules are those that every workspace begins with.
    """
    try:
        state = os.stat(f"{root}/{FILE}")  # noqa: PTH116
        return _as_of(root / FILE, state.st_mtime_ns, state.st_size)
    except FileNotFoundError:
        return built_in()


def read_checked(path: Path) -> Document:
    """The document, without a mistake. Raises bad_yaml, bad_collection."""
    document = read_document(path)
    for complaint in SHAPE(document.data, ""):
        where = f"{path.name}:{document.line_of(complaint.pointer)}"
        raise CestaError("bad_collection", f"{where}: {complaint.message}", complaint.hint)
    return document


@lru_cache(maxsize=1)
def built_in() -> Collection:
    """What every workspace begins with."""
    return _merged(None)


@lru_cache(maxsize=1)
def _brought() -> Mapping[str, Any]:
    """What the built-in document says: reading it takes longer than anything that is asked of it."""
    data: Mapping[str, Any] = read_checked(BUILT_IN).data
    return data


@lru_cache(maxsize=16)
def _as_of(path: Path, *_: int) -> Collection:
    try:
        return _merged(read_checked(path))
    except CestaError:
        return built_in()


def _merged(own: Document | None) -> Collection:
    layers: list[Mapping[str, Any]] = [own.data] if own is not None else []
    layers.append(_brought())

    def every(*names: str) -> list[Any]:
        found: list[Any] = []
        for layer in layers:
            value: Any = layer
            for name in names:
                value = (value or {}).get(name)
            found += value or []
        return found

    def counts(name: str) -> bool:
        return bool(next(layer[name]["count"] for layer in layers if "count" in (layer.get(name) or {})))

    return Collection(
        domains=Patterns(every("domains")),
        accounts=tuple(Account(**account) for account in every("accounts")),
        articles=Patterns(every("articles")),
        channels=tuple(map(_channel, every("channels"))),
        clicks={text: kind for layer in reversed(layers) for kind, texts in _table(layer, "clicks") for text in texts},
        sites=tuple((kind, Patterns(texts)) for layer in layers for kind, texts in _table(layer, "sites")),
        count_bots=counts("bots"),
        count_tests=counts("tests"),
        agents=Patterns(every("bots", "agents")),
        emails=Patterns(every("tests", "emails")),
        customers=Patterns(every("tests", "customers")),
        hosts=Patterns(every("tests", "hosts")),
        flags=tuple(every("tests", "flags")),
    )


def _table(layer: Mapping[str, Any], name: str) -> Sequence[tuple[str, list[str]]]:
    return tuple((layer.get(name) or {}).items())


def _channel(given: Mapping[str, Any]) -> ChannelRule:
    medium, source, campaign = (Patterns(given.get(name) or ()) for name in ("medium", "source", "campaign"))
    return ChannelRule(
        given["channel"], medium, source, campaign, given.get("click"), given.get("site"), bool(given.get("article"))
    )
