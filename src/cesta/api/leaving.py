"""Somebody leaves: what she owns goes to somebody else first, then she has no access any more."""

from __future__ import annotations

from pathlib import Path

from cesta.accounts.accounts import Accounts
from cesta.accounts.people import Person
from cesta.maps.owned import Owned, hand_over, owned_by
from cesta.model.errors import CestaError


def belongings(root: Path, person: Person, lang: str = "en") -> tuple[Owned, ...]:
    """The documents that name her as owner, by her login or her name."""
    return owned_by(root, (person.login, person.name), lang)


def leave(root: Path, accounts: Accounts, person: Person, to: Person | None, now: int) -> tuple[Owned, ...]:
    """What was handed over. Raises last_owner, still_owns when nobody takes it, bad_value."""
    accounts.people.check_others_own(person)
    owned = belongings(root, person)
    if owned and to is None:
        named = ", ".join(f"{each.kind} {each.id}" for each in owned[:10])
        raise CestaError("still_owns", f"{person.name} owns {len(owned)} documents: {named}.", "Say who takes them.")
    if to is not None and to.id == person.id:
        raise CestaError("bad_value", "Nobody hands over to herself.", "Name somebody else.")
    accounts.people.remove(person, now)
    return () if to is None else hand_over(root, (person.login, person.name), to.login)
