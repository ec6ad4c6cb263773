"""Moments: the worst loss, the longest wait, the busiest way back, the trouble most meet; none of too few."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from cesta.maps.beside import Beside
from cesta.maps.compose import Picked, compose, lay
from cesta.maps.propose.draft import Draft
from cesta.maps.propose.moments import Moment, moments
from cesta.maps.propose.writing import document_of
from cesta.store.columns import Columns

LINES = (
    "9 x: home 0m, add to cart 2m, payment 3m, payment_error 4m, home 30m, payment 40m, purchase 41m",
    "9 x: home 0m, add to cart 2m, payment 3m",
    "9 x: home 0m",
    "1 x: home 90d",
)


def of(draft: Draft, columns: Columns, min_n: int) -> dict[str, Moment]:
    ground = lay(document_of(draft), columns, Beside({}), min_n=min_n)
    found = moments(compose(ground, Picked(), datetime.date(2026, 1, 1)).view, {"payment-error"})
    return {moment.kind: moment for moment in found}


def test_what_is_worth_looking_at(world: Callable[..., Columns], drawn: Callable[[Columns], Draft]) -> None:
    columns = world(*LINES)
    found = of(drawn(columns), columns, 5)
    assert (found["loss"].stage, found["loss"].number.n) in (("buy", 9), ("look", 9))
    assert (found["loop"].stage, found["loop"].other, found["loop"].number.n) == ("buy", "look", 9)
    assert (found["trouble"].touchpoint, found["trouble"].number.n) == ("payment-error", 9)
    assert found["trouble"].also is not None
    assert found["trouble"].also.value == 1
    assert found["wait"].number.unit == "seconds"


def test_none_of_too_few(world: Callable[..., Columns], drawn: Callable[[Columns], Draft]) -> None:
    columns = world(*LINES)
    assert not of(drawn(columns), columns, 1000)
