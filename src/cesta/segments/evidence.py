"""One customer's events with the names by which their sources know them."""

from __future__ import annotations

import msgspec

from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.mask import unpack
from cesta.store.shards import events_in
from cesta.store.workspace import Workspace


def events_of(workspace: Workspace, customer: str) -> list[Event]:
    """Every event that counts of all her ids, as hers, in the order journeys keep. Raises unknown_customer."""
    people = workspace.people(workspace.log.marks().event)
    ids = sorted({customer, *(one for one, whose in people.joined.items() if whose == customer)})
    found: list[Event] = []
    if people.customer(customer) == customer:
        for shard in workspace.log.shards():
            if shard.counts:
                hidden = None if shard.hidden is None else unpack(shard.hidden, shard.events)
                found += events_in(workspace.shard_folder / shard.name, ids, hidden)
        found += _in_log(workspace, ids)
    if not found:
        raise CestaError("unknown_customer", f'There is no customer "{customer}".', "Ids are exact, capitals included.")
    # Ids that are one customer stand at equal moments in the order of the ids.
    found.sort(key=lambda event: (event.time, event.customer))
    return [_as_hers(event, customer) for event in found]


def _as_hers(event: Event, customer: str) -> Event:
    """The event as this customer's."""
    return event if event.customer == customer else msgspec.structs.replace(event, customer=customer)


def _in_log(workspace: Workspace, ids: list[str]) -> list[Event]:
    rows = workspace.log.read(
        "select source, message_id, customer, name, time, properties, assumed from events"
        " where customer in (select value from json_each(?)) and hidden = 0 and step = 1 order by seq",
        (msgspec.json.encode(ids).decode(),),
    )
    return [Event(s, m, c, n, t, msgspec.json.decode(p), bool(a)) for s, m, c, n, t, p, a in rows]
