"""Who was erased is forgotten by who is who, too: no claim, no decision, no byte; everybody else's stay."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
from tests.store.who import hear, journeys, message

from cesta.ingest.load import load
from cesta.ingest.mapping import parse_mapping
from cesta.store.erasing import erase
from cesta.store.identity import FILE
from cesta.store.identity_acts import apart, share, together, undo
from cesta.store.identity_decisions import read_decisions
from cesta.store.identity_told import ids_of, merges
from cesta.store.workspace import Workspace

MAPPING = """
id: shops
files: {till: till.csv}
events:
  - {event: receipt, from: till, customer: card, customer_is: card, time: day, time_is: recorded,
     ids: {email: mail, phone: phone}}
"""
TILL = "card,day,mail,phone\nc-4711,2026-01-03,zoe4711@mail.example,601234567\nc-8,2026-01-03,bob@mail.example,\n"
HERS = ("zoe-4711", "c-4711", "zoe4711", "601234567", "device-0815", "tablet-0815")


def traces(root: Path) -> dict[str, list[str]]:
    found = {}
    for path in filter(Path.is_file, root.rglob("*")):
        text = path.read_bytes().decode("latin-1")
        text += repr(pq.read_table(path).to_pydict()) if path.suffix == ".parquet" else ""
        if there := [word for word in HERS if word in text]:
            found[path.relative_to(root).as_posix()] = there
    return found


def test_nothing_of_her_is_left(tmp_path: Path) -> None:
    (tmp_path / "till.csv").write_text(TILL)
    with Workspace.create(tmp_path / "shop") as workspace:
        (workspace.root / FILE).write_text("cesta: identity/1\ncountry: PL\n")
        load(workspace, parse_mapping(MAPPING), tmp_path)
        hers = {"user_id": "zoe-4711", "anonymous_id": "device-0815"}
        hear(
            workspace,
            [message(1, hers, mail="Zoe4711@mail.example"), message(2, hers | {"anonymous_id": "tablet-0815"})],
        )
        hear(workspace, [message(3, {"user_id": "bob", "anonymous_id": "laptop"}, mail="bob@mail.example")])
        hear(
            workspace,
            [message(4, {"user_id": "bob", "anonymous_id": "tablet-0815"}), message(5, {"anonymous_id": "tv"})],
        )
        undo(workspace, merges(workspace, named="laptop").merges[0].id, "ann")
        apart(workspace, ["zoe-4711", "bob"], "ann")
        together(workspace, ["zoe-4711", "device-0815"], "ann")
        share(workspace, ["tv"], "ann")
        assert len(ids_of(workspace, "zoe-4711")) == 6
        assert set(HERS) <= {word for words in traces(workspace.root).values() for word in words} | {"601234567"}
        erased = erase(workspace, ["device-0815"])
        assert {"zoe-4711", "card:c-4711", "email:zoe4711@mail.example"} <= set(erased.ids)
        assert traces(workspace.root) == {}
        assert workspace.log.read("select ids from load_claims") == [('[["card","c-8"],["email","bob@mail.example"]]',)]
        assert [each.kind for each in read_decisions(workspace.log)] == ["undo", "shared"]
        assert dict(journeys(workspace)).keys() == {"bob", "email:bob@mail.example", "tv"}
        assert [each.key for each in ids_of(workspace, "bob")] == []
