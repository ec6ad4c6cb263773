"""A small shop whose messages say who is who, for tests of undoing, erasing and telling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cesta.ingest.door import take
from cesta.model.arrival import Arrival
from cesta.model.event import Event
from cesta.store.workspace import Workspace

DAY = 86_400_000_000


def message(number: int, ids: Mapping[str, str], name: str = "see", day: int = 0, mail: str = "") -> Arrival:
    """A message that names these ids; with a mail address it says who someone is."""
    who = ids.get("user_id") or ids["anonymous_id"]
    kind = "identify" if mail else "track"
    event = Event(
        "shop", f"m{number}", who, "identify" if mail else name, day * DAY + number, {"email": mail} if mail else {}
    )
    return Arrival(event, kind, "{}", 0, dict(ids))


def hear(workspace: Workspace, messages: Iterable[Arrival]) -> None:
    take(workspace, "shop", list(messages))


def journeys(workspace: Workspace) -> list[tuple[str, list[tuple[str, int]]]]:
    """Every customer's journey."""
    whole = workspace.snapshot().whole
    return [
        (
            str(customer),
            [
                (whole.names[whole.codes[row]], int(whole.times[row]))
                for row in range(whole.offsets[at], whole.offsets[at + 1])
            ],
        )
        for at, customer in enumerate(whole.customers)
    ]
