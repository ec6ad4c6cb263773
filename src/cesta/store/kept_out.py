"""Bots and tests that were kept out of all numbers: how many, of which kind, and how they are counted after all."""

from __future__ import annotations

from dataclasses import dataclass

from cesta.model.arrival import STEPS
from cesta.store.log import Log

KEPT_OUT = "kept_out"
"""The property that says of what kind a message is that is no customer's: `bot: Googlebot`, `test: email`."""
IS_STEP = f"type in ({', '.join(repr(kind) for kind in sorted(STEPS))})"
KIND = f"json_extract(properties, '$.{KEPT_OUT}')"
SAYS_SO = f"properties like '%\"{KEPT_OUT}\":%'"


@dataclass(frozen=True, slots=True)
class KeptOut:
    """So many steps of a source that are a bot's or a test's, and of which kind. counted: they count nonetheless."""

    source: str
    kind: str
    events: int
    counted: bool


def kept_out(log: Log, since: int = 0) -> list[KeptOut]:
    """The steps that are a bot's or a test's, the most frequent first; of those numbered from `since` on."""
    rows = log.read(
        f"select source, {KIND}, step, count(*) from events where seq >= ? and hidden = 0 and {IS_STEP}"
        f" and {SAYS_SO} and {KIND} is not null group by 1, 2, 3 order by 4 desc, 1, 2",
        (since,),
    )
    return [KeptOut(source, kind, events, bool(step)) for source, kind, step, events in rows]


def count_them(log: Log, bots: bool, tests: bool) -> int:
    """From now on bots and tests that came already count, or do not; how many events that changes."""
    changed = 0
    with log.transaction() as sql:
        for kind, counts in (("bot", bots), ("test", tests)):
            changed += sql.execute(
                f"update events set step = ? where step <> ? and {IS_STEP} and {SAYS_SO} and {KIND} like ?",
                (int(counts), int(counts), f"{kind}: %"),
            ).rowcount
        if changed:
            sql.execute("update meta set changes = changes + 1")
    return changed
