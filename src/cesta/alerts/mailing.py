"""Sends digests and reminders of reviews whose time has come, each once; shows a digest without sending it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from cesta.alerts.digest import digest, period_before
from cesta.alerts.digest_words import reminder, words_of
from cesta.alerts.mailed import Kind, Mailed
from cesta.alerts.subscription import Reader, reader_called, subscriptions
from cesta.maps.reviews import late_reviews
from cesta.model.calendar import zone_named
from cesta.model.errors import CestaError
from cesta.model.instant import to_datetime
from cesta.notify.outgoing import outgoing_of
from cesta.notify.places import tell
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class DigestShown:
    """A digest as it would be sent now. to: "" while no address is known. every: None where nobody asked for it."""

    owner: str
    to: str
    every: str | None
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Posted:
    """A letter that was due. problem: why it did not go."""

    kind: Kind
    about: str
    to: str
    problem: str


def shown(workspace: Workspace, owner: str, now: int) -> DigestShown:
    """The digest of whoever is called so."""
    reader = reader_called(workspace, owner)
    subject, text = _written(workspace, reader, now)
    return DigestShown(reader.owner, reader.to, reader.every, subject, text)


def post(workspace: Workspace, now: int) -> list[Posted]:
    """Sends what is due and was not sent; nothing while no mail server is named."""
    if outgoing_of(workspace.data) is None:
        return []
    mailed = Mailed(workspace.data)
    try:
        return [*_digests(workspace, mailed, now), *_reminders(workspace, mailed, now)]
    finally:
        mailed.close()


def _digests(workspace: Workspace, mailed: Mailed, now: int) -> Iterator[Posted]:
    broken: list[CestaError] = []
    for reader in subscriptions(workspace, broken):
        if reader.every is None or not reader.to:
            continue
        period = period_before(workspace, now, reader.every)
        letter = Posted("digest", f"{reader.owner} {period.first.isoformat()} {period.every}", reader.to, "")
        if mailed.begin(letter.kind, letter.about, letter.to, now):
            yield _sent(workspace, mailed, letter, partial(_written, workspace, reader, now))
    yield from (Posted("digest", "", "", str(error)) for error in broken)


def _written(workspace: Workspace, reader: Reader, now: int) -> tuple[str, str]:
    return words_of(digest(workspace, reader, now), workspace.settings.name)


def _reminders(workspace: Workspace, mailed: Mailed, now: int) -> Iterator[Posted]:
    today = to_datetime(now).astimezone(zone_named(workspace.settings.timezone)).date()
    for late in late_reviews(workspace, today):
        reader = None if late.owner is None else reader_called(workspace, late.owner)
        if reader is None or not reader.to or not reader.reviews:
            continue
        letter = Posted("review", f"{late.map} {late.due.isoformat()}", reader.to, "")
        if mailed.begin(letter.kind, letter.about, letter.to, now):
            yield _sent(workspace, mailed, letter, partial(reminder, late, reader.language, workspace.settings.name))


def _sent(workspace: Workspace, mailed: Mailed, letter: Posted, write: Callable[[], tuple[str, str]]) -> Posted:
    try:
        tell(workspace.data, letter.to, *write())
    except CestaError as error:
        mailed.failed(letter.kind, letter.about, letter.to, error.message)
        return replace(letter, problem=error.message)
    return letter
