"""To what a customer agreed: her last word on each purpose with its proof, or what her events and traits say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cesta.consent.book import book_of
from cesta.consent.purposes import Purposes, purposes_now
from cesta.consent.statements import last_said, names_of
from cesta.ingest.contacts import ContactRules, contacts_of
from cesta.model.instant import show_instant
from cesta.model.shape import say
from cesta.profiles.said import Said
from cesta.profiles.switches import rows_named, value_at
from cesta.store.columns import Columns
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Consent:
    """The last word on a purpose. time: when it was given; null: she said nothing, and what then holds is told.

    source, proof: by which message, event or trait, or how she said it to whoever wrote it down. kept: it stands in the
    book of consents, where people may change it.
    """

    purpose: str
    name: str
    given: bool
    time: str | None
    source: str
    proof: str
    kept: bool


def consents_of(
    workspace: Workspace, ids: Sequence[str], columns: Columns, traits: Mapping[str, Said], lang: str
) -> tuple[Consent, ...]:
    """Of one customer, by purpose: those of privacy.yaml, else what events and traits say. Raises bad_privacy."""
    purposes = purposes_now(workspace.root)
    if purposes.every:
        return tuple(_in_book(workspace.data, purposes, ids, lang))
    return consents(contacts_of(workspace.root), columns, traits)


def consents(rules: ContactRules, columns: Columns, traits: Mapping[str, Said]) -> tuple[Consent, ...]:
    """What events and traits say last about each purpose, by purpose."""
    found: dict[str, tuple[int, Consent]] = {}
    for time, consent in (*_by_events(rules, columns), *_by_traits(rules, traits)):
        if consent.purpose not in found or found[consent.purpose][0] <= time:
            found[consent.purpose] = time, consent
    return tuple(consent for _, (_, consent) in sorted(found.items()))


def _in_book(data: Path, purposes: Purposes, ids: Sequence[str], lang: str) -> Iterator[Consent]:
    names = [name for one in ids for name in names_of(one, {})]
    words = book_of(data).words(names)
    for each in purposes.every:
        word = last_said(words, names, each.id)
        called = say(each.name, lang) or each.id
        if word is None:
            yield Consent(each.id, called, each.without_word, None, "", "", True)
        else:
            yield Consent(each.id, called, word.allowed, show_instant(word.time), word.source, word.message, True)


def _by_events(rules: ContactRules, columns: Columns) -> Iterator[tuple[int, Consent]]:
    for given, names in ((True, rules.given_by), (False, rules.withdrawn_by)):
        for row in rows_named(columns, names).tolist():
            name, time = columns.names[columns.codes[row]], int(columns.times[row])
            purpose = str(value_at(columns, rules.about, row) or "all")
            yield time, Consent(purpose, purpose, given, show_instant(time), "", name, False)


def _by_traits(rules: ContactRules, traits: Mapping[str, Said]) -> Iterator[tuple[int, Consent]]:
    for name, trait in traits.items():
        plain = name.lower()
        if isinstance(trait.value, bool) and any(part in plain for part in rules.traits):
            for part in rules.traits:
                plain = plain.replace(part, "")
            purpose, time = plain.strip("_. -") or "all", show_instant(trait.time)
            yield trait.time, Consent(purpose, purpose, trait.value, time, trait.source, trait.message_id, False)
