"""The form of the world's rules: every number that the walk of a customer is drawn from."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Rules(NamedTuple):
    """What the walk is drawn from. S segments, D days, W: is she going to buy (0, 1).

    Chances of several ways are cumulative.
    """

    accept: Floats  # S x D: how likely a day is taken
    gap_days: Floats  # S: mean gap between days that are tried
    in_store: Floats  # S
    on_app: Floats  # S
    devices: Floats  # S x 3
    source: Floats  # S x 6
    category: Floats  # S x 6
    buys: Floats  # S
    search: Floats  # W
    more_views: Floats  # W x S
    more_visits: Floats  # S
    size_guide: Floats  # S
    discounted: Floats  # S
    confirms: Floats  # S
    returns: Floats  # S
    joins: Floats  # S
    opens: Floats  # S
    again: Floats  # 6: back to the size guide, by category
    special: float
    calls: Floats  # 2: by kind of order
    goes_on: Floats  # 2: by kind of order
    checked: float
    check_hours: float
    fails: Floats  # 3: by device
    retries: float
    offered: float
    takes_chat: float
    chat_gain: float
    late: float
    leaves: float
    mood: Floats  # 2 x 5: by lateness
    writes: Floats  # 5: by mood
    price: Ints  # product
    online_hours: Floats  # 24
    store_hours: Floats  # 24
    campaign_of_day: Ints  # D
    campaign_days: Ints  # campaigns
    text_variants: int


def packed(rules: Rules) -> Rules:
    """The same rules as one record, which compiled code takes by a single address: faster to compile and run."""
    values = {name: np.asarray(value) for name, value in rules._asdict().items()}
    record = np.zeros(1, [(name, value.dtype, value.shape) for name, value in values.items()])
    for name, value in values.items():
        record[name][0] = value
    single: Rules = record.view(np.recarray)[0]
    return single
