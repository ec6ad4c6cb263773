"""The first customers' journeys as a mapping would read them: whether who, what and when are right, at a glance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa

from cesta.ingest.files.staged import Staged
from cesta.ingest.guess.kept import matching
from cesta.ingest.mapping import parse_mapping
from cesta.ingest.row_judge import Manner
from cesta.ingest.rows import events_of
from cesta.ingest.tables import Tables
from cesta.model.errors import CestaError

JOURNEYS = 3
EVENTS = 8
ALL_OF = 100_000
"""So many rows are read whole; of more, the first of each file that tells of events."""
FIRST = 20_000


@dataclass(frozen=True, slots=True)
class EventSeen:
    """One event of a customer. `time`: UTC; `assumed`: not recorded so."""

    event: str
    time: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class JourneySeen:
    """A customer's first events in order; `more`: how many follow among the rows that were read.

    `zone`: where the times were read, and where people see them as they wrote them.
    """

    customer: str
    zone: str
    events: tuple[EventSeen, ...]
    more: int


class _First(Staged):
    """The first rows of a table."""

    def query(self) -> str:
        return f"select * from ({Staged.query(self)}) limit {FIRST}"


def preview(staged: Sequence[Staged], telling: set[str], text: str, timezone: str) -> tuple[JourneySeen, ...]:
    """Up to three customers as this mapping reads them, those first who did several things.

    `telling`: the files that tell of events. None where the mapping cannot read these files: loading says why.
    """
    if sum(one.rows for one in staged) > ALL_OF:
        staged = [_first(one) if one.file.name in telling else one for one in staged]
    try:
        mapping = parse_mapping(text)
        found = {name: matching(staged, pattern) for name, pattern in mapping.files.items()}
        manner = Manner((), ZoneInfo(mapping.timezone or timezone), mapping.repairs)
        batches = []
        with Tables("mapping", found, mapping.tables) as tables:
            for event in mapping.events:
                told = Manner(event.time_formats, manner.zone, manner.rules)
                batches += [
                    batch.table.select(["customer", "event", "time", "assumed_time"])
                    for batch in events_of(tables, mapping.id, event, told)
                ]
    except CestaError:
        return ()
    return journeys(pa.concat_tables(batches), manner.zone.key) if batches else ()


def journeys(events: pa.Table, zone: str) -> tuple[JourneySeen, ...]:
    """The journeys shown of these events, which stand in the order of the mapping and of its rows."""
    coded = events["customer"].combine_chunks().dictionary_encode()
    codes = coded.indices.to_numpy()
    # Codes are given in the order in which customers come.
    counts = np.bincount(codes, minlength=len(coded.dictionary))
    chosen = np.argsort(counts < 2, kind="stable")[:JOURNEYS]
    return tuple(_journey(str(coded.dictionary[code]), zone, events.filter(pa.array(codes == code))) for code in chosen)


def _journey(customer: str, zone: str, events: pa.Table) -> JourneySeen:
    times = events["time"].cast(pa.int64()).to_numpy()
    order = np.argsort(times, kind="stable")
    shown: list[Mapping[str, object]] = events.take(pa.array(order[:EVENTS])).to_pylist()
    return JourneySeen(
        customer=customer,
        zone=zone,
        events=tuple(
            EventSeen(str(row["event"]), _written(int(time)), bool(row["assumed_time"]))
            for row, time in zip(shown, times[order], strict=False)
        ),
        more=max(0, len(times) - EVENTS),
    )


def _written(moment: int) -> str:
    return datetime.fromtimestamp(moment / 1e6, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _first(staged: Staged) -> Staged:
    return _First(**{field.name: getattr(staged, field.name) for field in fields(Staged)})
