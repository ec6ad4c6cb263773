"""Numbers that remember whom they counted."""

from __future__ import annotations

import numpy as np
import pytest

from cesta.maps.book import Book, plain
from cesta.model.errors import CestaError

POOL = np.array([True, True, True, False, True])
SOME = np.array([True, False, True, True, False])


def book(min_n: int = 0) -> Book:
    return Book(POOL, np.array([0, 0, 1, 1, 2]), min_n)


def test_a_count_counts_the_pool_only() -> None:
    made = book()
    number = made.count("/a", SOME, 4)
    assert (number.value, number.n, number.of, number.behind) == (2, 2, 4, "/a")
    assert number.low is not None
    assert number.high is not None
    assert 0 < number.low < 2 < number.high < 4
    counted = made.journeys_behind("/a")
    assert counted is not None
    assert counted.tolist() == [0, 2]


def test_people_are_counted_once() -> None:
    made = book()
    assert made.people("/p", POOL).value == 3
    assert made.people_behind("/p").tolist() == [0, 1, 2]
    assert made.journeys_behind("/p") is None
    with pytest.raises(CestaError, match="/nothing"):
        made.people_behind("/nothing")


def test_too_few_says_so_instead_of_a_value() -> None:
    made = book(min_n=5)
    share = made.share("/s", SOME, POOL)
    assert (share.value, share.too_few, share.n, share.of, share.low) == (None, True, 2, 4, None)
    assert made.quantile("/q", np.array([1.0]), SOME, 0.5).too_few
    few = made.difference(share, share)
    assert (few.value, few.too_few) == (None, True)


def test_shares_and_their_difference() -> None:
    made = book()
    share, none = made.share("/s", SOME, POOL), made.share("/n", ~POOL, POOL)
    assert (share.value, none.value) == (0.5, 0.0)
    gap = made.difference(share, none)
    assert (gap.value, gap.n, gap.of) == (0.5, 4, 8)
    assert made.share("/e", SOME, ~POOL).value is None


def test_plain_numbers_have_nobody_behind() -> None:
    assert plain(3, "moves").behind is None
    assert plain(3, "events", 9).of == 9
