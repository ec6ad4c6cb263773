"""Consents in numbers; a customer is suppressed with all her ids; erasing forgets her words and can keep her out."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.who import journeys

from cesta.accounts.record import Record
from cesta.consent.purposes import FILE
from cesta.ingest.door import LoadHead, accept, begin_seal, take
from cesta.model.arrival import Arrival
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.privacy.consent import PurposeView, Spoken, consent, lift, suppress, write_down
from cesta.privacy.erasing import erase_everywhere
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace

RULES = """\
cesta: privacy/1
purposes:
  - {id: letters, name: {en: Letters, cs: Dopisy}, categories: [Marketing], needed_for: [visit], without_word: refused}
"""


@pytest.fixture
def shop(tmp_path: Path) -> Workspace:
    workspace = Workspace.create(tmp_path / "shop")
    ids = {"user_id": "ann", "anonymous_id": "x1"}
    known = Event("app", "1", "ann", "identify", 1, {"context.consent.marketing": True})
    visit = Event("app", "2", "ann", "visit", 2, {})
    take(workspace, "app", [Arrival(known, "identify", "{}", 1, ids), Arrival(visit, "track", "{}", 2, ids)])
    return workspace


def visits(workspace: Workspace) -> list[str]:
    columns = workspace.columns()
    return [str(customer) for customer in columns.customers]


def test_consents_are_counted_and_honoured(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        (workspace.root / FILE).write_text(RULES)
        ids = {"user_id": "ann"}
        yes = Event("app", "1", "ann", "see", 1, {"context.consent.marketing": True})
        take(workspace, "app", [Arrival(yes, "track", "{}", 1, ids)])
        sent = [{"customer": who, "event": "visit", "ts": "2024-01-01"} for who in ("ann", "bob", "eva")]
        done = accept(workspace, sent, "api")
        assert (done.accepted, done.duplicates, done.set_aside) == (1, 0, 0)
        found = consent(workspace, "cs")
        assert found.purposes == (PurposeView("letters", "Dopisy", 1, 0, False),)
        assert [(one.source, one.messages) for one in found.not_kept] == [("api", 2)]
        assert visits(workspace) == ["ann"]


def test_a_customer_is_suppressed_with_all_her_ids(shop: Workspace) -> None:
    with shop:
        assert suppress(shop, ["x1"]).ids == ("ann", "x1")
        again = [{"customer": who, "event": "visit", "ts": "2024-01-01"} for who in ("ann", "x1", "bob")]
        assert accept(shop, again, "api").accepted == 1
        assert consent(shop).suppressed == 2
        assert lift(shop, ["ann"]).ids == ("ann", "x1")
        assert accept(shop, again, "api").accepted == 2


def test_who_is_erased_and_suppressed_does_not_come_back(shop: Workspace) -> None:
    with shop:
        erase_everywhere(shop, Record(shop.data), ["ann"], suppress=True)
        rows = [Event("web", str(n), who, "visit", n, {}) for n, who in enumerate(("ann", "x1", "bob"))]
        with begin_seal(shop, LoadHead("web-1", "web")) as sealing:
            sealing.add(table_of(rows))
            sealing.finish()
        accept(shop, [{"customer": "ann", "event": "visit", "ts": "2024-01-01"}], "api")
        assert visits(shop) == ["bob"]


def test_of_who_is_erased_no_word_that_somebody_wrote_down_is_left(shop: Workspace) -> None:
    with shop:
        (shop.root / FILE).write_text(RULES)
        met = Event("app", "3", "ann", "identify", 3, {"email": "ann@mail.example"})
        take(shop, "app", [Arrival(met, "identify", "{}", 3, {"user_id": "ann", "email": "ann@mail.example"})])
        write_down(shop, "ann", Spoken("letters", True, "by phone, +420 601 234 567"))
        assert consent(shop).purposes[0].allowed >= 3
        erase_everywhere(shop, Record(shop.data), ["ann"])
        assert consent(shop).purposes[0].allowed == 0


def test_an_address_that_is_only_told_keeps_her_out_too(shop: Workspace) -> None:
    with shop:
        suppress(shop, ["email:ann@mail.example"])
        told = Event("app", "3", "new", "identify", 3, {"email": "Ann@mail.example"})
        assert take(shop, "app", [Arrival(told, "identify", "{}", 3, {"user_id": "new"})]).accepted == 0


def test_loads_honour_what_they_say_themselves(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        (workspace.root / FILE).write_text(RULES)
        said = {"ann": True, "bob": False}
        rows = [Event("web", f"{who}-1", who, "visit", 1, {}) for who in ("ann", "bob", "eva")]
        rows += [Event("web", f"{who}-2", who, "see", 2, {"context.consent.marketing": said[who]}) for who in said]
        with begin_seal(workspace, LoadHead("web-1", "web")) as sealing:
            sealing.add(table_of(rows[:3]))
            sealing.add(table_of(rows[3:]))
            assert sealing.finish().not_kept == 2
        assert {who: len(steps) for who, steps in journeys(workspace)} == {"ann": 2, "bob": 1}
        found = consent(workspace)
        assert found.purposes == (PurposeView("letters", "Letters", 1, 1, False),)
        assert [(one.source, one.messages) for one in found.not_kept] == [("web", 2)]


def test_nobody_is_suppressed_where_nobody_was_erased(shop: Workspace) -> None:
    with shop:
        with pytest.raises(CestaError, match="unknown_customer"):
            erase_everywhere(shop, Record(shop.data), ["ann", "nobody"], suppress=True)
        assert consent(shop).suppressed == 0
