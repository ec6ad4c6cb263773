"""Through which channel a touchpoint goes: as its events say, else as its name does."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from cesta.maps.propose.kinds import Kind
from cesta.maps.propose.words import words
from cesta.store.columns import Columns

PROPERTIES = ("channel", "kanal", "kanał", "kanál", "канал", "canal", "platform", "device", "device_type")
SAID = {
    "web": "web website site www desktop browser online page url internet witryna сайт веб",
    "app": "app ios android mobile application aplikacja aplikace приложение",
    "store": "store shop pos branch instore offline till sklep prodejna obchod магазин loja filiale",
    "phone": "phone call calls callcenter telephone telefon hotline звонок телефон",
    "email": "email newsletter mailing письмо",
    "mail": "mail post letter booklet leaflet campaign list dopis",
    "chat": "chat livechat messenger whatsapp czat чат",
    "social": "social facebook instagram tiktok twitter linkedin youtube vk",
}
USUAL = {
    "web": "home page catalog search filter product recommendation reviews compare wishlist add-to-cart cart checkout "
    "login account shipping promo price remove-from-cart checkout-bug payment-error error ad",
    "email": "email-open email-click newsletter",
    "mail": "campaign",
    "app": "push install onboarding",
    "store": "store-visit try-on pickup",
    "chat": "chat",
    "phone": "call",
}
_OF_WORD = {word: channel for channel, told in SAID.items() for word in told.split()}
_OF_MEANING = {meaning: channel for channel, told in USUAL.items() for meaning in told.split()}


def channel_of(kind: Kind, rows: NDArray[np.int64], columns: Columns, known: Collection[str]) -> str | None:
    """The channel of most of these events, if the workspace knows it."""
    for found in (_measured(rows, columns, known), _named(kind), _usual(kind)):
        if found in known:
            return found
    return None


def _measured(rows: NDArray[np.int64], columns: Columns, known: Collection[str]) -> str | None:
    for name in PROPERTIES:
        column = columns.props.get(name)
        if column is None or not len(rows):
            continue
        counts = np.bincount(column.codes[rows] + 1, minlength=len(column.values) + 1)[1:]
        sums: dict[str, int] = {}
        for code in np.flatnonzero(counts).tolist():
            said = str(column.values[code])
            told = said if said in known else next((_OF_WORD[word] for word in words(said) if word in _OF_WORD), None)
            if told is not None:
                sums[told] = sums.get(told, 0) + int(counts[code])
        best = max(sums, key=lambda one: (sums[one], one), default=None)
        if best is not None and sums[best] * 2 >= len(rows):
            return best
    return None


def _named(kind: Kind) -> str | None:
    told = [word for name in (*kind.events[:1], kind.label) for word in words(name)]
    return next((_OF_WORD[word] for word in told if word in _OF_WORD), None)


def _usual(kind: Kind) -> str | None:
    return _OF_MEANING.get(kind.meaning.id) if kind.meaning else None
