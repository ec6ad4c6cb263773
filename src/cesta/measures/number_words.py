"""A KPI's number as a person reads it, in her language."""

from __future__ import annotations

DAY = 86_400
UNITS = {
    "en": ("d", "h"),
    "pl": ("dni", "godz."),
    "cs": ("d", "h"),
    "ru": ("дн.", "ч"),
}
"""Of days and of hours."""
SPACE = "\N{NO-BREAK SPACE}"


def told(value: float | None, unit: str | None, currency: str | None = None, lang: str = "en") -> str:
    """
    >>> told(0.4231, "share"), told(1.5, "money", "EUR"), told(7200, "seconds"), told(None, "share")
    ('42.3 %', '1.50 EUR', '2.0 h', '–')
    >>> told(0.4231, "share", lang="cs"), told(7200, "seconds", lang="pl"), told(12345, "people", lang="ru")
    ('42,3 %', '2,0 godz.', '12\\xa0345')
    """
    if value is None:
        return "–"
    days, hours = UNITS.get(lang, UNITS["en"])
    if unit == "share":
        return f"{_figure(value * 100, '.1f', lang)} %"
    if unit == "change":
        return f"{_figure(value * 100, '+.1f', lang)} %"
    if unit == "money":
        return f"{_figure(value, ',.2f', lang)} {currency or ''}".rstrip()
    if unit == "seconds":
        long = value >= 2 * DAY
        return f"{_figure(value / (DAY if long else 3600), '.1f', lang)} {days if long else hours}"
    return _figure(value, ",.0f" if unit in ("people", "events") else ",.1f", lang)


def _figure(value: float, form: str, lang: str) -> str:
    said = f"{value:{form}}"
    return said if lang == "en" else said.replace(",", SPACE).replace(".", ",")
