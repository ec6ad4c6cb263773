"""Names of events as people read them: their words, a tidy label, a short id."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable


def listed(text: str) -> tuple[str, ...]:
    """The words of a list written as one text."""
    return tuple(text.split())


LONGEST_LABEL = 48
BRIEF = 18
LONGEST_ID = 32
SHOUTED = 3
"""Longer words in capitals are made small; shorter ones may be MRI."""
STEPS_OF_ONE = frozenset(
    listed(
        "start started begin begun begins complete completed completes end ended finish finished ok success successful "
        "succeeded done submit submitted attempt"
    )
)
"""Words that tell the beginning and the end of one and the same act."""

_PLAIN = str.maketrans("łđøßı", "ldosi")
_LATIN = dict(
    zip(
        "абвгдезийклмнопрстуфхцчшщъыьэюяєіїґ",
        "a b v g d e z i j k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya ye i yi g".replace("_", "").split(" "),
        strict=True,
    )
) | {"ж": "zh", "ё": "e"}


def plain(text: str) -> str:
    """Small letters without accents.

    >>> plain("Żółć"), plain("Оплачено")
    ('zolc', 'оплачено')
    """
    split = unicodedata.normalize("NFKD", text.lower().translate(_PLAIN))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def words(name: str) -> tuple[str, ...]:
    """The words of a name, however they were put together.

    >>> words("productView"), words("$add_to-cart"), words("HTTPError 404")
    (('product', 'view'), ('add', 'to', 'cart'), ('http', 'error', '404'))
    """
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", name)
    return tuple(re.findall(r"[^\W_]+", plain(parted)))


def label(name: str) -> str:
    """A name as a title; one that is too long ends in three dots.

    >>> label("add_to_cart"), label("CODE OK"), label("  ")
    ('Add to cart', 'Code OK', '…')
    """
    marks = r"[_\s.:|]+|(?<! )/(?! )" if re.search(r"[A-Z\s]", name) else r"[_\s.:/|\-]+"
    text = " ".join(re.sub(marks, " ", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)).split())
    text = "".join(letter for letter in text if letter.isprintable()).strip(" $#@-")
    if not text:
        return "…"
    if text.isupper() and len(text) > SHOUTED:
        text = " ".join(word if len(word) <= SHOUTED else word.lower() for word in text.split())
    text = text[0].upper() + text[1:]
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1].rstrip() + "…"


def shorter(text: str) -> str:
    """The first words of a label, so that it stands under others on a map.

    >>> shorter("Send for Credit Collection"), shorter("Add penalty")
    ('Send for Credit…', 'Add penalty')
    """
    if len(text) <= BRIEF:
        return text
    begin = text[:BRIEF].rsplit(" ", 1)[0] if " " in text[:BRIEF] else text[: BRIEF - 4]
    return begin.rstrip(" ,;/-…") + "…"


def slug(name: str, taken: Iterable[str] = ()) -> str:
    """An id that no other has: small letters, digits and "-".

    >>> slug("Żółty kosz"), slug("Оплата заказа"), slug("注文"), slug("buy", ["buy"])
    ('zolty-kosz', 'oplata-zakaza', 'stop', 'buy-2')
    """
    spelt = "".join(_LATIN.get(letter, letter) for letter in plain(name))
    root = "-".join(re.findall(r"[a-z0-9]+", spelt))[:LONGEST_ID].strip("-") or "stop"
    used, found, number = set(taken), root, 1
    while found in used:
        number += 1
        found = f"{root}-{number}"
    return found
