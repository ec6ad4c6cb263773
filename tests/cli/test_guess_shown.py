"""A person sees the first rows with who, what and when above them."""

from __future__ import annotations

from cesta.cli.guess_shown import lines
from cesta.ingest.guess.guess import ColumnSeen, EventGuess, Guess, Role, TableSeen
from cesta.ingest.guess.plan import Hint, Question
from cesta.ingest.guess.preview import EventSeen, JourneySeen


def role(column: str) -> Role:
    return Role("log", (column,), 0.9, "", ())


def test_first_rows_with_their_roles() -> None:
    columns = tuple(ColumnSeen(name, "text", 1.0, 2) for name in ("client", "action", "paid", "note"))
    table = TableSeen("log", ("log.csv",), None, 2, "events", columns, (("ann", "see", "1.2.2024", None),))
    event = EventGuess(None, "log", role("client"), role("action"), role("paid"), None, (), "days only", ("note",))
    asked = Question("date_order", "Day or month first?", "log", ("paid",), ("dmy", "mdy"), "--dates")
    guess = Guess("log", (table,), (event,), "", "log", (Hint("x", "Read as text."),), (Hint("y", "Doubt."),), (asked,))
    assert lines(guess) == [
        "log.csv: 2 rows",
        "  WHO     WHAT    WHEN",
        "  client  action  paid      note",
        "  ann     see     1.2.2024",
        "",
        "  named by action: who client, when paid, 1 details",
        "    time assumed: days only",
        "",
        "The kept mapping mappings/log.yaml fits these files and is used.",
        "",
        "Read as text.",
        "Note: Doubt.",
        "Day or month first? Say --dates dmy or mdy.",
    ]


def test_the_first_journeys_in_the_time_of_their_source() -> None:
    events = (EventSeen("see", "2026-01-01T09:00:00Z", False), EventSeen("buy", "2026-07-01T10:00:00Z", True))
    guess = Guess("log", (), (), "", journeys=(JourneySeen("ann", "Europe/Prague", events, 3),))
    assert lines(guess)[1:] == [
        "The first customers, as they would be read:",
        "  ann: see 2026-01-01 10:00 → buy 2026-07-01 → 3 more",
    ]
