"""Money: what a basket is worth, what came in, what a customer has brought so far, and growth."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from cesta.measures.figure import Figure, Floats, Places, growth, mean, mean_per, total
from cesta.measures.formulas.wanted import Figures, Wanted
from cesta.measures.happened import Amounts, Happened, Look, Mask, once


def average(look: Look, wanted: Wanted) -> Figures:
    """The mean amount `of` the numerator; with `per`, amounts of one value of that property are one thing: an order."""
    bought, amounts = _bought(look, wanted)
    orders = None if wanted.per is None else look.texts(bought, wanted.per)

    def figure(begin: int, end: int) -> Figure:
        inside = np.flatnonzero(bought.between(begin, end) & amounts.known)
        units = bought.units[inside]
        things = np.ones(len(inside)) if orders is None else _first_of_each(units, orders[inside])
        who = once(units)
        return _in(amounts, mean_per(who, _sums(units, amounts.of[inside], who), _sums(units, things, who)))

    return figure


def revenue(look: Look, wanted: Wanted) -> Figures:
    """The sum of the amounts `of` the numerator."""
    bought, amounts = _bought(look, wanted)

    def figure(begin: int, end: int) -> Figure:
        who, sums = _each(bought, amounts, bought.between(begin, end))
        return _in(amounts, total(who, sums * wanted.margin, look.seen_before(end)))

    return figure


def clv(look: Look, wanted: Wanted) -> Figures:
    """What each customer who did the numerator has brought by the period's end: the mean, times the margin."""
    bought, amounts = _bought(look, wanted)

    def figure(_begin: int, end: int) -> Figure:
        who, sums = _each(bought, amounts, bought.times < end)
        return _in(amounts, mean(who, sums * wanted.margin))

    return figure


def grown(look: Look, wanted: Wanted) -> Figures:
    """By how much the customers who did the numerator, or the amounts `of` it, are more than in the period before."""
    bought, amounts = _bought(look, wanted) if wanted.of else (look.happened(wanted.numerator), None)

    def summed(begin: int, end: int) -> tuple[Places, float, float]:
        if amounts is None:
            who = bought.who(begin, end)
            return who, float(len(who)), float(len(who))
        who, sums = _each(bought, amounts, bought.between(begin, end))
        return who, float(sums.sum()), float((sums**2).sum())

    def figure(begin: int, end: int) -> Figure:
        found = growth(summed(begin, end), summed(2 * begin - end, begin)[1:])
        return found if amounts is None else _in(amounts, found)

    return figure


def _bought(look: Look, wanted: Wanted) -> tuple[Happened, Amounts]:
    bought = look.happened(wanted.numerator)
    return bought, look.amounts(bought, wanted.of or "amount", wanted.currency)


def _each(bought: Happened, amounts: Amounts, inside: Mask) -> tuple[Places, Floats]:
    kept = np.flatnonzero(inside & amounts.known)
    units = bought.units[kept]
    who = once(units)
    return who, _sums(units, amounts.of[kept], who)


def _sums(units: Places, values: Floats, who: Places) -> Floats:
    return np.bincount(np.searchsorted(who, units), values, minlength=len(who)).astype(np.float64)


def _first_of_each(units: Places, orders: Places) -> Floats:
    """1 for the first event of each order of a unit, and for each without one; 0 for the rest."""
    pairs = np.stack((units, np.where(orders < 0, -1 - np.arange(len(orders)), orders)))
    first = np.zeros(len(units))
    first[np.unique(pairs, axis=1, return_index=True)[1]] = 1.0
    return first


def _in(amounts: Amounts, figure: Figure) -> Figure:
    return replace(figure, currency=amounts.currency, left_out=amounts.left_out)
