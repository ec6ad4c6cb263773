"""What a load brought, as it is told to whoever asked for it."""

from __future__ import annotations

from dataclasses import dataclass

from cesta.ingest.files.staged import Note


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load brought. `already`: it had been loaded before, nothing was added; the numbers are those of then.

    local_times: times without a zone, read in the source's; unclear_times: those of them that the clock showed twice or
    skipped. duplicates: rows whose event was known already; changed: those that say a known id otherwise and wait for a
    decision. replaced: the loads of the same files whose place it took. notes: what was noticed about the files.
    not_kept: rows that their customers do not allow to be kept.
    """

    events: int
    customers: int
    set_aside: int
    load_id: str
    already: bool
    duplicates: int = 0
    local_times: int = 0
    unclear_times: int = 0
    changed: int = 0
    replaced: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    not_kept: int = 0
