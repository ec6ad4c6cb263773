"""The world's rules in numbers: habits, season and plants turned into what the walk draws from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cesta.samples.retail import calendar, plants
from cesta.samples.retail import segments as who
from cesta.samples.retail.rulebook import Rules
from cesta.samples.retail.texts import VARIANTS
from cesta.samples.retail.walk import PHONE, PRODUCTS_EACH

Floats = NDArray[np.float64]
SEARCHES = ((0.005, 0.995), (0.30, 0.62), (0.40, 0.55))
"""Who uses the search, looking around or going to buy, at noise 0, 1 and 2."""
FEWER_VIEWS = (0.35, 0.12, 0.04)
"""How much sooner those who are going to buy stop looking, at noise 0, 1 and 2."""
RETRIES, CONFIRMS = (0.97, 0.6, 0.5), (0.84, 0.80, 0.80)
"""Who tries again when a payment fails, and who buys at the summary without a chat, at noise 0, 1 and 2."""
MEAN_PRICE = {"coats": 129, "dresses": 59, "shirts": 35, "trousers": 49, "shoes": 85, "accessories": 19}


def rules(noise: int, planted: Sequence[str]) -> Rules:
    """What the walk draws from, at this noise and with these plants."""
    apart = who.APART[noise]
    force = plants.strengths(planted, noise)
    monthly = who.spreads(lambda segment: segment.monthly, apart)
    accept = np.stack([calendar.accepted(row) for row in monthly])
    fails = np.full(len(who.DEVICES), plants.FAILS)
    fails[PHONE] += force["phone_payment"]["extra_failure"]
    again = np.full(len(who.CATEGORIES), plants.AGAIN)
    again[who.CATEGORIES.index("trousers")] += force["loop"]["extra_again"]
    on = plants.GOES_ON[noise]
    return Rules(
        accept=accept,
        gap_days=who.amounts(lambda segment: segment.gap_days, min(apart, 1.2)) * accept.mean(axis=1),
        in_store=who.chances(lambda segment: segment.in_store, apart),
        on_app=who.chances(lambda segment: segment.on_app, apart),
        devices=who.spreads(lambda segment: segment.device, apart).cumsum(axis=1),
        source=who.spreads(lambda segment: segment.source, apart).cumsum(axis=1),
        category=who.spreads(lambda segment: segment.category, apart).cumsum(axis=1),
        buys=who.chances(lambda segment: segment.buys, min(apart, 1.0)),
        search=np.array(SEARCHES[noise]),
        more_views=_more_views(noise, apart),
        more_visits=who.chances(lambda segment: segment.more_visits, apart),
        size_guide=who.chances(lambda segment: segment.size_guide, apart),
        discounted=who.chances(lambda segment: segment.discounted, apart),
        confirms=np.full(len(who.SEGMENTS), CONFIRMS[noise]),
        returns=who.chances(lambda segment: segment.returns, apart),
        joins=who.chances(lambda segment: segment.joins, apart),
        opens=who.chances(lambda segment: segment.opens, apart),
        again=again,
        special=plants.SPECIAL[noise],
        calls=np.array(plants.CALLS),
        goes_on=np.array([on, on - force["confounded_call"]["special_gap"]]),
        checked=0.5,
        check_hours=force["slow_step"]["mean_hours"],
        fails=fails,
        retries=RETRIES[noise],
        offered=plants.OFFERED,
        takes_chat=plants.TAKES_CHAT,
        chat_gain=force["helpful_chat"]["gain"],
        late=plants.LATE,
        leaves=force["late_delivery"]["leave"],
        mood=np.array([plants.MOOD, plants.mood_when_late(force["late_delivery"]["spoiled"])]).cumsum(axis=1),
        writes=np.array(plants.WRITES),
        price=_prices(),
        online_hours=_cumulative(calendar.ONLINE_HOURS),
        store_hours=_cumulative(calendar.STORE_HOURS),
        campaign_of_day=np.array(calendar.campaign_of_day(), np.int64),
        campaign_days=np.array(calendar.campaign_days(), np.int64),
        text_variants=VARIANTS,
    )


def _more_views(noise: int, apart: float) -> Floats:
    """The chance of yet another look, for those who look around and those who are going to buy."""
    usual = np.minimum(who.chances(lambda segment: segment.more_views, apart), 0.88)
    return np.stack([usual, np.maximum(usual - FEWER_VIEWS[noise], 0.02)])


def _prices() -> NDArray[np.int64]:
    """Cents, for each product: from half to nearly twice what its category costs on the whole."""
    factors = 0.5 + 0.15 * np.arange(PRODUCTS_EACH)
    euros = np.array([MEAN_PRICE[name] for name in who.CATEGORIES])[:, None] * factors
    return np.asarray(euros.round() * 100 - 10, np.int64).ravel()


def _cumulative(weights: Sequence[float]) -> Floats:
    return np.asarray(np.cumsum(weights) / np.sum(weights))
