"""The lists behind numbers: every number, every page, exactly."""

from __future__ import annotations

from typing import Any

import pytest

from cesta.maps.behind import BehindItem, behind
from cesta.maps.bind import view
from cesta.maps.view import Number
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace


def numbers(value: Any) -> list[Number]:
    if isinstance(value, Number):
        return [value]
    if isinstance(value, tuple):
        return [number for item in value for number in numbers(item)]
    if hasattr(value, "__dataclass_fields__"):
        return [number for name in value.__dataclass_fields__ for number in numbers(getattr(value, name))]
    return []


@pytest.mark.parametrize("segment", [None, "often"])
def test_every_number_of_the_map_lists_exactly_its_own(shop: Workspace, segment: str | None) -> None:
    found = [number for number in numbers(view(shop, "buy", segment=segment)) if number.behind]
    assert len(found) > 60
    for number in found:
        assert number.behind is not None
        told = behind(shop, "buy", number.behind, segment=segment, limit=1000)
        assert told.total == len(told.items) == number.n, number.behind
        assert told.people == len({item.customer for item in told.items})
        assert told.next is None


def test_pages_together_are_the_whole(shop: Workspace) -> None:
    whole = behind(shop, "buy", "/journeys", limit=1000)
    pages: list[BehindItem] = []
    after: str | None = None
    while True:
        page = behind(shop, "buy", "/journeys", limit=7, after=after)
        pages += page.items
        after = page.next
        if after is None:
            break
    assert tuple(pages) == whole.items
    assert [item.customer for item in pages] == sorted(item.customer for item in pages)


def test_outcomes(shop: Workspace) -> None:
    lost = behind(shop, "buy", "/stages/1/lost", limit=1000)
    assert {item.outcome for item in lost.items} == {"lost"}
    assert all(item.ended for item in lost.items)
    won = behind(shop, "buy", "/goal/reached", limit=1000)
    assert {item.outcome for item in won.items} == {"reached"}


@pytest.mark.parametrize(
    ("pointer", "after", "code"), [("/nothing", None, "bad_pointer"), ("/journeys", "x", "bad_value")]
)
def test_what_is_refused(shop: Workspace, pointer: str, after: str | None, code: str) -> None:
    with pytest.raises(CestaError) as caught:
        behind(shop, "buy", pointer, after=after)
    assert caught.value.code == code
