"""What alerts told, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from cesta.alerts.looking import history
from cesta.model.instant import show_instant
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PastAlert:
    """began, ended: times; ended None: it is still so. sent: to whom. failed: what could not be sent, and why."""

    alert: str
    why: str
    value: float
    limit: float | None
    began: str
    ended: str | None
    sent: str
    failed: str


def past(workspace: Workspace, limit: int = 100) -> list[PastAlert]:
    """The newest first."""
    return [
        PastAlert(
            one.alert,
            one.why,
            one.value,
            one.limit,
            show_instant(one.began),
            None if one.ended is None else show_instant(one.ended),
            one.sent,
            one.failed,
        )
        for one in history(workspace, limit=limit)
    ]
