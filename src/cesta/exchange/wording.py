"""Words, numbers and lengths of time of an exported map, as people of each language write them."""

from __future__ import annotations

from pathlib import Path

from cesta.maps.phrases import phrases
from cesta.maps.view import Number

WORDS = Path(__file__).with_name("words.txt")
NARROW, HARD = "\u202f", "\u00a0"
UNITS = (("day", 86400.0), ("hour", 3600.0), ("minute", 60.0), ("second", 1.0))


def tell(key: str, language: str, *values: object) -> str:
    """The words for a key; the end of the key itself where we have none (a channel or a status of one's own).

    >>> tell("few", "en", 7), tell("channel.kiosk", "pl")
    ('n = 7, too few', 'kiosk')
    """
    said = phrases(WORDS, language).get(key)
    return (said if said is not None else key.rpartition(".")[2]).format(*values)


def count(value: float, language: str) -> str:
    """A whole number, grouped.

    >>> count(12480, "en"), count(1250, "pl"), count(12480, "cs")
    ('12,480', '1250', '12\\xa0480')
    """
    if language == "en":
        return f"{value:,.0f}"
    plain = f"{value:.0f}"
    if language == "pl" and len(plain.lstrip("-")) < 5:
        return plain
    return f"{value:,.0f}".replace(",", HARD)


def decimal(value: float, language: str, digits: int = 1) -> str:
    """A number with so many decimals; below zero with a true minus."""
    said = f"{value:.{digits}f}".replace("-", "−")
    return said if language == "en" else said.replace(".", ",")


def share(value: float, language: str) -> str:
    """A share in per cent.

    >>> share(0.1815, "en"), share(0.1815, "cs")
    ('18.2%', '18,2\\xa0%')
    """
    return decimal(value * 100 + 1e-9, language) + ("%" if language in ("en", "pl") else f"{HARD}%")


def length(seconds: float, language: str) -> str:
    """A length of time in its largest fitting unit; up to two days in hours.

    >>> length(192, "en"), length(0, "ru"), length(200000, "pl")
    ('3.2 min', 'сразу', '2,3 dni')
    """
    if seconds < 0.5:
        return tell("at_once", language)
    unit, size = (
        UNITS[0] if seconds >= 48 * 3600 else next(each for each in UNITS[1:] if seconds >= each[1] or each[1] == 1)
    )
    value = seconds / size
    return f"{decimal(value, language, 1 if value < 9.95 else 0)} {tell(f'unit.{unit}', language)}"


def plain(number: Number, language: str) -> str:
    """The value in its unit, without how sure it is."""
    if number.value is None:
        return "–"
    if number.unit == "share":
        return share(number.value, language)
    if number.unit == "seconds":
        return length(number.value, language)
    if number.unit == "score":
        return signed(number.value, language)
    return count(number.value, language)


def signed(value: float, language: str) -> str:
    """A mood: with its sign."""
    return ("+" if value > 0 else "") + decimal(value, language)


def shown(number: Number, language: str) -> str:
    """The value, or that there are too few to say one."""
    if number.too_few:
        base = number.of if number.of is not None else number.n
        return tell("few", language, count(base, language)) if base else "–"
    return ("≈ " if number.evidence == "inferred" else "") + plain(number, language)


def between(number: Number, language: str) -> str:
    """The interval around it; empty where there is none."""
    if number.too_few or number.value is None or number.low is None or number.high is None:
        return ""
    if number.unit == "share":
        return f"{decimal(number.low * 100, language)}…{decimal(number.high * 100, language)}"
    if number.unit == "seconds":
        return f"{length(number.low, language)}…{length(number.high, language)}"
    return f"{count(number.low, language)}…{count(number.high, language)}"
