"""Personal data inside a text: e-mails, phones, numbers of cards, accounts and people; each becomes •••."""

from __future__ import annotations

import re

MASK = "•••"
_DATE = r"\b(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d)\b"
_MAIL = r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+"
_IBAN = r"\b[A-Za-z]{2}\d{2}(?:[ \u00a0-]?[A-Za-z0-9]{4}){2,7}(?:[ \u00a0-]?[A-Za-z0-9]{1,3})?\b"
_NUMBER = r"(?<!\w)[+(]{0,2}\d(?:[ \u00a0()./-]{0,2}\d){5,}(?!\w)"
_KNOWN = re.compile(f"(?P<date>{_DATE})|(?P<mail>{_MAIL})|(?P<iban>{_IBAN})|(?P<number>{_NUMBER})")
_FEWEST, _FEWEST_AFTER_PLUS = 9, 7
"""Digits of a phone; shorter numbers are prices, sizes and amounts."""
_FEWEST_OF_IBAN = 10


def masked(text: str) -> str:
    """The text without them. Dates stay; a long number of an order or a parcel goes, too.

    >>> masked("Zadzwońcie: +48 601 234 567 albo jan.nowak@firma.pl, kupione 12.03.2026 za 1299 zł")
    'Zadzwońcie: ••• albo •••, kupione 12.03.2026 za 1299 zł'
    """
    return _KNOWN.sub(_put, text)


def _put(found: re.Match[str]) -> str:
    said = found[0]
    digits = sum(map(str.isdigit, said))
    match found.lastgroup:
        case "date":
            return said
        case "mail":
            return MASK
        case "iban":
            # Words of four letters in a row look like one but for the digits.
            return MASK if digits >= _FEWEST_OF_IBAN else said
        case _:
            return MASK if digits >= (_FEWEST_AFTER_PLUS if "+" in said else _FEWEST) else said
