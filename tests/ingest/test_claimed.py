"""Rows name addresses, numbers and cards: receipts and calls become part of a journey, as long as their load counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.who import hear, journeys, message

from cesta.ingest.door import restore, unload
from cesta.ingest.load import load
from cesta.ingest.mapping import parse_mapping
from cesta.model.errors import CestaError
from cesta.store.erasing import erase
from cesta.store.identity import FILE
from cesta.store.identity_acts import undo
from cesta.store.identity_told import ids_of, merges_of
from cesta.store.workspace import Workspace

MAPPING = """
id: shops
files: {till: till.csv, calls: calls.csv, orders: orders.csv}
events:
  - {event: order, from: orders, customer: login, time: day, time_is: recorded, ids: {email: mail, phone: phone}}
  - {event: call, from: calls, customer: number, customer_is: phone, time: day, time_is: recorded}
  - {event: receipt, from: till, customer: card, customer_is: card, time: day, time_is: recorded, ids: {email: mail}}
"""
FILES = {
    "orders.csv": "login,day,mail,phone\nann,2026-01-02,Ann@mail.example,601 234 567\nbob,2026-01-02,b@mail.test,0\n",
    "calls.csv": "number,day\n+48 601-234-567,2026-01-05\n+48 700 000 000,2026-01-05\n",
    "till.csv": "card,day,mail\nc1,2026-01-03,ann@MAIL.example\nc1,2026-01-04,\nc2,2026-01-04,\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def names(workspace: Workspace) -> dict[str, list[str]]:
    return {who: [name for name, _ in steps] for who, steps in journeys(workspace)}


APART = {
    "ann": ["order"], "bob": ["order"], "card:c1": ["receipt"] * 2, "card:c2": ["receipt"],
    "phone:+48601234567": ["call"], "phone:+48700000000": ["call"],
}  # fmt: skip
JOINED = {"ann": ["order", "receipt", "receipt", "call"], **{who: APART[who] for who in APART if who[-1] in "b20"}}


def test_web_to_shop_to_phone(folder: Path) -> None:
    with Workspace.create(folder / "shop") as workspace:
        (workspace.root / FILE).write_text("cesta: identity/1\ncountry: PL\n")
        loaded = load(workspace, parse_mapping(MAPPING), folder)
        assert names(workspace) == JOINED
        assert [each.key for each in ids_of(workspace, "601234567")] == [
            "ann", "email:ann@mail.example", "card:c1", "phone:+48601234567",
        ]  # fmt: skip
        hear(workspace, [message(1, {"user_id": "ann", "anonymous_id": "x1"}), message(2, {"anonymous_id": "x1"})])
        assert names(workspace)["ann"] == ["see", "see", *JOINED["ann"]]
        unload(workspace, loaded.load_id)
        assert names(workspace) == {"ann": ["see", "see"]}
        restore(workspace, loaded.load_id)
        assert names(workspace)["ann"] == ["see", "see", *JOINED["ann"]]


def test_undone_and_erased(folder: Path) -> None:
    with Workspace.create(folder / "shop") as workspace:
        (workspace.root / FILE).write_text("cesta: identity/1\ncountry: PL\n")
        load(workspace, parse_mapping(MAPPING), folder)
        for merge in merges_of(workspace, "ann"):
            assert merge.how == "load"
            undo(workspace, merge.id, "eva")
        assert names(workspace) == APART
        erase(workspace, ["card:c1"])
        assert names(workspace) == {who: steps for who, steps in APART.items() if who != "card:c1"}
        claims = workspace.log.read("select customer, ids from load_claims order by seq")
        assert not [row for row in claims if "c1" in str(row)]


WRONG = {
    "customer_is: phone": ("customer_is: E-Mail", "customer_is|cannot name a kind"),
    "ids: {email: mail, phone: phone}": ("ids: {a b: mail}", "cannot name a kind"),
    "ids: {email: mail}": ("ids: {'7': mail}", "cannot name a kind"),
}


@pytest.mark.parametrize("said", WRONG)
def test_kinds_that_are_none(said: str) -> None:
    with pytest.raises(CestaError, match=WRONG[said][1]) as told:
        parse_mapping(MAPPING.replace(said, WRONG[said][0]))
    assert told.value.code == "bad_mapping"
