"""Customers are found by anything that names them: in files, in what came since, after joins, never after erasing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cesta.ingest.door import accept
from cesta.model.arrival import Arrival
from cesta.model.event import Event, Value
from cesta.profiles import search as searching
from cesta.profiles.search import search
from cesta.samples.retail.small import small
from cesta.store.erasing import erase
from cesta.store.workspace import Workspace


def found(workspace: Workspace, text: str) -> list[tuple[str, str, bool]]:
    return [(match.customer, match.by, match.exact) for match in search(workspace, text).matches]


def say(workspace: Workspace, message_id: str, customer: str, said: dict[str, Value], **ids: str) -> None:
    event = Event("crm", message_id, customer, "identify", 0, said)
    workspace.log.append([Arrival(event, "identify", "{}", 0, ids or {"user_id": customer})])


@pytest.fixture
def shop(tmp_path: Path, shop_maker: Any) -> Any:
    with shop_maker(tmp_path / "shop") as workspace:
        yield workspace


def test_by_all_that_events_say(shop: Workspace) -> None:
    wanted = {"email": "email", "order_id": "order", "phone_number": "phone", "card": "card", "device_id": "device"}
    seen = set()
    for event in small():
        properties: Any = event["props"]
        for name, by in wanted.items():
            if name in properties and name not in seen:
                seen.add(name)
                assert (event["customer"], by, True) in found(shop, str(properties[name]))
                assert event["customer"] in [each[0] for each in found(shop, str(properties[name])[:-1])]
    assert seen == set(wanted)


def test_ids_are_found_by_their_beginning(shop: Workspace) -> None:
    customers = sorted(shop.snapshot().customers)
    assert found(shop, customers[0])[0] == (customers[0], "id", True)
    assert {each[0] for each in found(shop, "c0000")} <= set(customers)
    assert len(search(shop, "c", limit=3).matches) == 3
    assert found(shop, customers[0].upper())[0][0] == customers[0]
    assert found(shop, "") == found(shop, "   ") == found(shop, "no such") == []


def test_what_comes_is_found_at_once_and_after_a_restart(shop: Workspace) -> None:
    assert found(shop, "jana") == []
    accept(shop, [{"customer": "new", "event": "buy", "ts": "2026-05-01", "props": {"email": "Jana@x.example"}}], "t")
    say(shop, "1", "new", {"name": "Jana Nováková", "phone": "+420 777 123 456"})
    assert ("new", "name", False) in found(shop, "jana")
    assert found(shop, "jana@") == [("new", "email", False)]
    assert found(shop, "novak") == [("new", "name", False)]
    assert found(shop, "777 123 456") == [("new", "phone", True)]
    assert list((shop.data / "search").glob("*/terms.arrow"))
    with Workspace.open(shop.root) as again:
        searching.index_of.cache_clear()
        assert found(again, "novakova") == [("new", "name", True)]


def test_by_the_ids_that_were_joined(shop: Workspace) -> None:
    accept(shop, [{"customer": "x-77", "event": "see", "ts": "2026-05-01", "props": {"email": "x@x.example"}}], "t")
    assert found(shop, "x-77") == [("x-77", "id", True)]
    say(shop, "2", "ann", {"first_name": "Ann", "last_name": "Bell"}, user_id="ann", anonymous_id="x-77")
    assert found(shop, "x-77") == [("ann", "id", True)]
    assert found(shop, "x@x") == [("ann", "email", False)]
    assert found(shop, "ann bell") == [("ann", "name", True)]


def test_erased_is_forgotten_also_on_disk(shop: Workspace) -> None:
    accept(shop, [{"customer": "gone", "event": "buy", "ts": "2026-05-01", "props": {"email": "gone@x.example"}}], "t")
    assert found(shop, "gone@x.example")
    erase(shop, ["gone"])
    assert found(shop, "gone@x.example") == found(shop, "gone") == []
    for path in shop.data.rglob("*"):
        assert not path.is_file() or b"gone@x.example" not in path.read_bytes(), path


def test_while_the_index_is_to_be_made_ids_are_searched(shop: Workspace) -> None:
    searching.index_of.cache_clear()
    first = sorted(shop.snapshot().customers)[0]
    told = search(shop, first, wait=False)
    assert (told.complete, [match.customer for match in told.matches]) == (False, [first])
    index = searching.index_of(shop.data)
    assert index.is_due(shop)
    index.renew(shop)
    assert not index.is_due(shop)
    assert search(shop, first, wait=False).complete


def test_many_new_terms_become_a_file(shop: Workspace, monkeypatch: Any) -> None:
    monkeypatch.setattr(searching, "MANY", 2)
    index = searching.index_of(shop.data)
    index.renew(shop)
    for number in range(4):
        say(shop, f"m{number}", f"n{number}", {"email": f"n{number}@many.example"})
        assert found(shop, f"n{number}@many.example") == [(f"n{number}", "email", True)]
        assert index.is_due(shop) == (number % 3 == 2)
        if index.is_due(shop):
            index.renew(shop)
            assert not index.is_due(shop)
    assert len(search(shop, "n", limit=9).matches) >= 4
