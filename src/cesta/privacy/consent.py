"""What people allowed, in numbers by purpose; and ids of whom nothing is taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cesta.consent.book import book_of
from cesta.consent.purposes import purposes_now
from cesta.consent.statements import Statement, names_of
from cesta.model.errors import CestaError, unknown
from cesta.model.shape import say
from cesta.privacy.masks import masks_of
from cesta.profiles.consents import Consent, consents_of
from cesta.profiles.profile import known
from cesta.store.erasing import all_ids
from cesta.store.job_runs import now
from cesta.store.workspace import Workspace

SOURCE = "people"
"""Where words come from that somebody wrote down."""
LONGEST = 200


@dataclass(frozen=True, slots=True)
class PurposeView:
    """allowed, refused: ids whose last word on it was yes or no. without_word: what holds for all others."""

    id: str
    name: str
    allowed: int
    refused: int
    without_word: bool


@dataclass(frozen=True, slots=True)
class NotKept:
    """Messages of a source that were not kept for want of a consent, or because nothing is taken of whom they name."""

    source: str
    messages: int


@dataclass(frozen=True, slots=True)
class Masked:
    """A role that sees fields of customers masked. pseudonyms: customers themselves, too."""

    role: str
    pseudonyms: bool


@dataclass(frozen=True, slots=True)
class ConsentView:
    """suppressed: ids of which nothing is taken. masked: roles that do not see everything."""

    purposes: tuple[PurposeView, ...]
    not_kept: tuple[NotKept, ...]
    suppressed: int
    masked: tuple[Masked, ...] = ()


@dataclass(frozen=True, slots=True)
class Suppressed:
    """ids: those of which nothing is taken from now on, or is taken again."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a customer said to somebody. how: in which way she said so, the proof of it."""

    purpose: str
    allowed: bool
    how: str


def consent(workspace: Workspace, lang: str = "en") -> ConsentView:
    """What is known of consents. Raises bad_privacy."""
    words, not_kept, suppressed = book_of(workspace.data).counts()
    purposes = tuple(
        PurposeView(
            each.id,
            say(each.name, lang) or each.id,
            words.get((each.id, True), 0),
            words.get((each.id, False), 0),
            each.without_word,
        )
        for each in purposes_now(workspace.root).every
    )
    masked = tuple(Masked(role, mask.pseudonyms) for role, mask in masks_of(workspace.root).items())
    return ConsentView(purposes, tuple(NotKept(*each) for each in not_kept.items()), suppressed, masked)


def suppress(workspace: Workspace, ids: Iterable[str]) -> Suppressed:
    """From now on nothing that names these customers is taken, by messages or in loads; what is there stays."""
    every = tuple(sorted(all_ids(workspace, ids)))
    book_of(workspace.data).suppress(every, now())
    return Suppressed(every)


def lift(workspace: Workspace, ids: Iterable[str]) -> Suppressed:
    """They are taken again."""
    every = tuple(sorted(all_ids(workspace, ids)))
    book_of(workspace.data).lift(every)
    return Suppressed(every)


def consents_hers(workspace: Workspace, one: str, lang: str = "en") -> tuple[Consent, ...]:
    """To what the customer who has this id agreed. Raises unknown_customer, bad_privacy."""
    her = known(workspace, one)
    return consents_of(workspace, her.ids, her.columns, her.said, lang)


def write_down(workspace: Workspace, one: str, said: Spoken, lang: str = "en") -> tuple[Consent, ...]:
    """Notes what a customer said of a purpose to somebody now.

    Raises unknown_customer, unknown_purpose, bad_value, bad_privacy.
    """
    purposes = [each.id for each in purposes_now(workspace.root).every]
    if said.purpose not in purposes:
        raise unknown("unknown_purpose", "purpose", said.purpose, purposes)
    if not said.how.strip() or len(said.how) > LONGEST:
        raise CestaError("bad_value", "How she said so is missing or too long.", f"Up to {LONGEST} letters: by phone.")
    ids = known(workspace, one).ids
    whose = tuple(dict.fromkeys(name for each in ids for name in names_of(each, {})))
    book_of(workspace.data).note([Statement(whose, said.purpose, said.allowed, now(), SOURCE, said.how.strip())])
    return consents_hers(workspace, one, lang)
