"""The small shop is the same on every machine, a piece of the generated world, and tells a story worth drawing."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

from cesta.ingest.door import accept
from cesta.model.instant import parse_instant
from cesta.samples.retail import walk
from cesta.samples.retail.customers import customer_id
from cesta.samples.retail.events import Walker, World
from cesta.samples.retail.small import CUSTOMERS, END, FIRST, small
from cesta.samples.retail.tables import table
from cesta.store.workspace import Workspace

DIGEST = "fba61f72b107c4b1"


def test_it_never_changes_by_accident() -> None:
    text = json.dumps(small(), sort_keys=True)
    assert hashlib.sha256(text.encode()).hexdigest()[:16] == DIGEST


def test_the_whole_world_says_the_same_in_its_other_form() -> None:
    first, end = parse_instant(FIRST), parse_instant(END)
    lives = table(Walker(World()).block(0, 2 * CUSTOMERS))
    moments = lives["ts"].cast("int64").to_pylist()
    meant = {
        row["message_id"]: {name: said for name, said in row.items() if said is not None} | {"ts": moment}
        for row, moment in zip(lives.to_pylist(), moments, strict=True)
        if row["customer"] < customer_id(CUSTOMERS) and first <= moment < end
    }
    told = [dict(event) for event in small()]
    props = [event.pop("props") for event in told]
    assert {
        str(event["message_id"]): event | said | {"ts": parse_instant(event["ts"])}
        for event, said in zip(told, props, strict=True)
        if isinstance(said, dict)
    } == meant


def test_the_door_takes_all_of_it(tmp_path: Path) -> None:
    everything = small()
    with Workspace.create(tmp_path / "shop") as workspace:
        taken = accept(workspace, everything, "small-shop")
        assert (taken.accepted, taken.duplicates, taken.set_aside) == (len(everything), 0, 0)
        columns = workspace.columns()
    assert len(columns.customers) == len({event["customer"] for event in everything})
    by_hand = Counter(str(event["event"]) for event in everything)
    assert {name: int((columns.codes == code).sum()) for code, name in enumerate(columns.names)} == by_hand
    assert set(by_hand) == set(walk.KINDS)


def test_events_come_in_order_of_time_and_one_readers_changes_are_not_seen_by_the_next() -> None:
    times = [parse_instant(event["ts"]) for event in small()]
    assert times == sorted(times)
    small()[0].clear()
    assert small()[0]
