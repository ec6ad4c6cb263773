"""Parting purchases into small, usual and large ones, where nothing else tells one from another."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from cesta.maps.propose.kinds import Kind
from cesta.maps.propose.words import listed, words
from cesta.model.condition import And, Compare, Tree
from cesta.model.shape import LANGUAGES
from cesta.store.columns import Columns

AMOUNTS = frozenset(listed("amount value total revenue sum price spend spent wartosc kwota castka hodnota сумма valor"))
SAYS: Mapping[str, tuple[str, str, str]] = {
    "en": ("under {low}", "{low} to {high}", "{high} and more"),
    "pl": ("poniżej {low}", "od {low} do {high}", "{high} i więcej"),
    "cs": ("do {low}", "{low} až {high}", "{high} a více"),
    "ru": ("до {low}", "от {low} до {high}", "{high} и больше"),
}


def bands(kind: Kind, columns: Columns, rows: NDArray[np.int64]) -> list[Kind] | None:
    """Three kinds by the amount of each event, parted at round numbers near the thirds; None without an amount."""
    for name in sorted(columns.props):
        if AMOUNTS & set(words(name)):
            values = _numbers(columns, name, rows)
            if values is not None:
                low, high = (_round(float(np.quantile(values, part))) for part in (1 / 3, 2 / 3))
                if 0 < low < high and (values < low).any() and (values >= high).any():
                    return _three(kind, name, low, high)
    return None


def _numbers(columns: Columns, name: str, rows: NDArray[np.int64]) -> NDArray[np.float64] | None:
    """The amounts, if nearly all of these events have one."""
    column = columns.props[name]
    if any(isinstance(value, str | bool) for value in column.values):
        return None
    codes = column.codes[rows]
    values = np.array(column.values, dtype=np.float64)[codes[codes >= 0]]
    return values if len(values) >= 0.9 * len(rows) and len(np.unique(values)) > 10 else None


def _round(value: float) -> float:
    """To one figure, or 15 and 25 times a power of ten.

    >>> _round(143.0), _round(0.234), _round(27.0)
    (150, 0.25, 25)
    """
    if value <= 0:
        return 0
    power = 10.0 ** math.floor(math.log10(value))
    best = min((step * power for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)), key=lambda one: abs(one - value))
    return int(best) if best >= 1 and best == int(best) else round(best, 12)


def _three(kind: Kind, name: str, low: float, high: float) -> list[Kind]:
    wheres: tuple[Tree, ...] = (
        Compare(name, "<", low),
        And((Compare(name, ">=", low), Compare(name, "<", high))),
        Compare(name, ">=", high),
    )
    return [
        Kind(kind.events, kind.label, kind.meaning, kind.stage, where=where, said=_said(place, low, high), in_row=True)
        for place, where in enumerate(wheres)
    ]


def _said(place: int, low: float, high: float) -> dict[str, str]:
    return {language: SAYS[language][place].format(low=f"{low:g}", high=f"{high:g}") for language in LANGUAGES}
