"""What was accepted or set aside, one JSON object a line: all of it, or each as it comes in."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from cesta.api.set_aside import Which, every, items
from cesta.cli.here import Here
from cesta.ingest.as_sent import as_sent
from cesta.model.arrival import Arrival
from cesta.model.instant import show_instant
from cesta.store.accepted import accepted, arrived_after
from cesta.store.workspace import Workspace

LAST = 10
PAUSE = 0.3


def print_lines(folder: Path, set_aside: bool) -> None:
    """Each event, or each thing set aside."""
    with Workspace.open(folder) as workspace:
        Here(workspace).follow_rules()
        lines: Iterator[object] = every(workspace, Which()) if set_aside else map(line_of, accepted(workspace))
        for line in lines:
            print(msgspec.json.encode(line).decode())


def follow_lines(folder: Path, set_aside: bool) -> None:
    """The last ones, and then each as it comes in, until the reader leaves."""
    with Workspace.open(folder) as workspace:
        table = "set_aside" if set_aside else "events"
        newest = workspace.log.read(f"select seq from {table} order by seq desc limit 1 offset {LAST}")
        last = newest[0][0] if newest else 0
        try:
            while True:
                for seq, line in _after(workspace, last, set_aside):
                    print(msgspec.json.encode(line).decode(), flush=True)
                    last = seq
                time.sleep(PAUSE)
        except KeyboardInterrupt:
            return


def _after(workspace: Workspace, last: int, set_aside: bool) -> Iterator[tuple[int, object]]:
    if set_aside:
        for item in items(workspace, Which(), "waiting", LAST * 100, str(last)).items:
            yield int(item.id), item
        return
    for seq, arrival in arrived_after(workspace, last):
        yield seq, line_of(arrival)


def line_of(arrival: Arrival) -> dict[str, object]:
    """What was accepted as it is told one by one; `raw` is null where no client sent a message.

    >>> from cesta.model.event import Event
    >>> line_of(Arrival(Event("web", "1", "ann", "see", 0), "track", "", 0))["ts"]
    '1970-01-01T00:00:00Z'
    """
    event = arrival.event
    sent = as_sent(arrival)
    told: dict[str, object] = {
        "source": event.source,
        "message_id": event.message_id,
        "type": arrival.type,
        "event": event.name,
        "customer": event.customer,
        "ts": show_instant(event.time),
        "properties": sent.properties,
    }
    times = {"original": arrival.original, "sent": arrival.sent, "received": arrival.received if arrival.raw else None}
    told |= {"derived": sent.derived} if sent.derived else {}
    told |= {name: show_instant(time) for name, time in times.items() if time is not None}
    told |= {"ids": arrival.ids} if arrival.ids else {}
    # A message with NaN in it is no strict JSON: then its text is told.
    whole = (msgspec.Raw(arrival.raw.encode()) if sent.strict else arrival.raw) if arrival.raw else None
    return told | {"raw": whole} | ({"assumed_time": True} if event.assumed_time else {})
