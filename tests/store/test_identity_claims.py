"""Claims are read of the log once, each once a day; without a place to write, in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.who import hear, message

from cesta.store.identity_claims import FOLDER, Claims, forget_claims
from cesta.store.workspace import Workspace


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "shop") as workspace:
        both = {"user_id": "ann", "anonymous_id": "x1"}
        hear(workspace, [message(n, both, day=n // 3) for n in range(6)])
        hear(workspace, [message(7, {"anonymous_id": "x2"}), message(8, {"user_id": "bob"}, mail="Bob@mail.example")])
        yield workspace


def test_equal_claims_once_a_day_and_single_ids_not_at_all(shop: Workspace) -> None:
    claims = Claims(shop.log, shop.data)
    found = list(claims.between(0, 8))
    assert [(each.id, each.message) for each in found] == [("m1", "m0"), ("m4", "m3"), ("m8", "m8")]
    assert found[2].ids == (("email", "Bob@mail.example"), ("user_id", "bob"))
    assert list(claims.between(4, 8)) == found[2:]
    assert list(Claims(shop.log, shop.data).between(0, 8)) == found


def test_a_message_that_is_gone_or_no_step_any_more_claims_nothing(shop: Workspace) -> None:
    claims = Claims(shop.log, shop.data)
    assert len(list(claims.between(0, 8))) == 3
    with shop.log.transaction() as sql:
        sql.execute("delete from events where message_id = 'm0'")
    assert [each.message for each in claims.between(0, 8)] == ["m1", "m3", "m8"]
    with shop.log.transaction() as sql:
        sql.execute("update events set step = 0 where message_id in ('m3', 'm4', 'm5')")
    assert [each.message for each in claims.between(0, 8)] == ["m1", "m8"]


def test_in_memory_where_nothing_can_be_written(shop: Workspace) -> None:
    found = list(Claims(shop.log, shop.data).between(0, 8))
    for path in (shop.data / FOLDER).iterdir():
        path.unlink()
    (shop.data / FOLDER).rmdir()
    (shop.data / FOLDER).write_text("no folder")
    assert list(Claims(shop.log, shop.data).between(0, 8)) == found


def test_claims_of_loads_that_count(shop: Workspace) -> None:
    ids = '[["email","a@mail.example"],["phone","+48601234567"]]'
    with shop.log.transaction() as sql:
        for load, binned in (("a", None), ("b", 1)):
            sql.execute(
                "insert into loads (load_id, source, events, customers, set_aside, sealed, name, binned)"
                " values (?, 'till', 0, 0, 0, 0, 'till.csv', ?)",
                (load, binned),
            )
            sql.execute(
                "insert into load_claims (load_id, place, time, customer, ids) values (?, 3, 5, ?, ?)",
                (load, "email:a@mail.example", ids),
            )
    claims = Claims(shop.log, shop.data)
    ((place, found),) = claims.of_loads()
    assert (place, found.time, found.message) == (3, 5, "till.csv")
    with shop.log.transaction() as sql:
        forget_claims(sql, {"email:b@mail.example"})
    assert len(list(claims.of_loads())) == 1
    with shop.log.transaction() as sql:
        forget_claims(sql, {"phone:+48601234567"})
    ((_, left),) = claims.of_loads()
    assert left.ids == (("email", "a@mail.example"),)
    with shop.log.transaction() as sql:
        forget_claims(sql, {"email:a@mail.example"})
    assert not list(claims.of_loads())
