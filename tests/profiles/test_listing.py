"""The list of customers: page after page everybody once, each as she is by herself."""

from __future__ import annotations

import pytest

from cesta.model.errors import CestaError
from cesta.profiles.listing import CustomerLine, customers, line_of, page
from cesta.store.workspace import Workspace


def test_page_after_page_everybody_once_and_as_by_herself(shop: Workspace) -> None:
    told: list[CustomerLine] = []
    after = None
    while True:
        found = page(shop, after=after, limit=17)
        told += found.customers
        assert found.total == len(shop.snapshot().customers)
        after = found.next
        if after is None:
            break
    assert [one.id for one in told] == list(shop.snapshot().customers)
    assert told == [line_of(shop, one.id) for one in told]
    assert sum(one.events for one in told) == len(shop.columns().times)


def test_those_a_text_names_and_one(shop: Workspace) -> None:
    her = shop.snapshot().customers[3]

    def asked(search: str | None, one: str | None = None) -> list[str]:
        return [line.id for line in customers(shop, search=search, one=one, after=None, limit=2).customers]

    assert asked(her) == asked(None, her) == [her]
    assert asked("no such") == []
    assert asked(None) == list(shop.snapshot().customers[:2])
    with pytest.raises(CestaError):
        asked(None, "no such")


def test_a_page_has_its_limits(shop: Workspace) -> None:
    for limit in (0, 1001):
        with pytest.raises(CestaError):
            page(shop, limit=limit)
    assert page(shop, after="zzzz").customers == ()
