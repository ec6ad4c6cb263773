"""Events that were kept long enough go: the rules of privacy.yaml applied to everything that is stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import tzinfo

import numpy as np

from cesta.journeys.where import mask
from cesta.model.calendar import zone_named
from cesta.model.shape import say
from cesta.privacy.policy import Keeping, policy_of
from cesta.store.columns import Snapshot, per_customer
from cesta.store.mask import Mask
from cesta.store.removing import RemovedEvents, remove
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Due:
    """How many events that count a rule would remove now. keep: as it was written."""

    name: str
    keep: str
    events: int


@dataclass(frozen=True, slots=True)
class Retention:
    """What each rule would remove by itself; an event that two rules fit counts in both."""

    rules: tuple[Due, ...]


def look(workspace: Workspace, now: int, lang: str = "en") -> Retention:
    """What is due by each rule; nothing is removed. now: microseconds since 1970. Raises bad_privacy."""
    rules = policy_of(workspace.root).retention
    zone = zone_named(workspace.settings.timezone)
    due = []
    for rule in rules:
        columns = workspace.snapshot()
        events = int(per_customer(columns, _which([rule], now, zone)(columns)).sum())
        due.append(Due(say(rule.name, lang) or "", rule.shown, events))
    return Retention(tuple(due))


def expire(workspace: Workspace, now: int) -> RemovedEvents:
    """Removes what is due. now: microseconds since 1970. Raises bad_privacy, disk_full."""
    rules = policy_of(workspace.root).retention
    if not rules:
        return RemovedEvents(0, 0, 0)
    before = max(now - rule.keep for rule in rules)
    return remove(workspace, _which(rules, now, zone_named(workspace.settings.timezone)), before)


def _which(rules: Sequence[Keeping], now: int, zone: tzinfo) -> Callable[[Snapshot], Mask]:
    def which(columns: Snapshot) -> Mask:
        leaving = np.zeros(len(columns.codes), np.bool_)
        for rule in rules:
            old = columns.times < now - rule.keep
            if old.any():
                # A property that is a number here and a text there fits where it fits.
                leaving |= old & mask(columns, rule.events, zone=zone, strict=False)
        return leaving

    return which
