"""Tells stored messages by the rules of today: channels, campaigns, bots and tests follow collection.yaml."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

import msgspec

from cesta.ingest.as_sent import as_sent
from cesta.ingest.campaigns import SHOWN
from cesta.ingest.collection import FILE, Collection, collection_now, read_checked
from cesta.ingest.marks import marked
from cesta.model.arrival import Arrival
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.drained import drain
from cesta.store.kept_out import KEPT_OUT
from cesta.store.told import Anew, Said, begin, settle, steps, tell, told_by
from cesta.store.workspace import Workspace

MARKS = (*SHOWN, KEPT_OUT)
"""What rules tell; a message that says one of them itself keeps what it says."""
OF_NO_MESSAGE = ("accounts",)


def name_of_rules(root: Path) -> str:
    """A short text that changes with the own rules; "" where there are none. Raises bad_yaml, bad_collection."""
    path = root / FILE
    if not path.is_file():
        return ""
    said = {name: value for name, value in read_checked(path).data.items() if name not in OF_NO_MESSAGE}
    return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()


def is_due(workspace: Workspace) -> bool:
    """Whether the rules are other ones than messages were told by. While they have a mistake, nothing changes."""
    try:
        return told_by(workspace.log) != (name_of_rules(workspace.root), True)
    except CestaError:
        return False


def retell(workspace: Workspace) -> int:
    """Tells all steps that clients sent by the rules as they are now; how many say something else.

    All of it is in place when it returns, and no answer sees a part of it before. Raises bad_yaml, bad_collection.
    """
    log, name, rules = workspace.log, name_of_rules(workspace.root), collection_now(workspace.root)
    interrupted = told_by(log) == (name, False)
    begin(log, name)
    changed = 0
    for page in steps(log):
        anew = [new for said in page if (new := _anew(said, rules)) is not None]
        changed += tell(log, anew) if anew else 0
    if changed or interrupted:
        # Laid before anybody asks: a long log takes its time.
        drain(log, workspace.data, log.marks().event)
    settle(log, name, bool(changed) or interrupted)
    return changed


def _anew(said: Said, rules: Collection) -> Anew | None:
    """What this step says by these rules; None where that is what it says already."""
    properties = msgspec.json.decode(said.properties)
    event = Event(said.source, "", said.customer, said.name, said.time, properties)
    if not properties.keys().isdisjoint(MARKS):
        own = as_sent(Arrival(event, said.type, said.raw, 0)).properties
        kept = {name: value for name, value in properties.items() if name not in MARKS or name in own}
        if isinstance(said_so := own.get(KEPT_OUT), str):
            kept[KEPT_OUT] = said_so
        event = Event(said.source, "", said.customer, said.name, said.time, kept)
    now = marked(Arrival(event, said.type, said.raw, 0), rules)
    if now.event.properties == properties and now.is_step == bool(said.step):
        return None
    return Anew(said.seq, said.properties, msgspec.json.encode(now.event.properties).decode(), now.is_step)


def main(root: str) -> None:
    """For a process of its own that takes no time from others."""
    os.nice(19)
    with Workspace.open(Path(root)) as workspace:
        retell(workspace)


if __name__ == "__main__":
    main(sys.argv[1])
