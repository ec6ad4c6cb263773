"""Who wants a digest: whose KPIs and maps it is of, where it goes, how often, and in which language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cesta.accounts.accounts import Accounts
from cesta.model.errors import CestaError
from cesta.model.shape import Complaint, choice, record, slug, text, truth, version, without, word
from cesta.notify.outgoing import is_address
from cesta.store.documents import Document, read_document
from cesta.store.settings import LANGUAGES
from cesta.store.workspace import Workspace

FOLDER = "digests"


def _address(value: object, pointer: str) -> Iterator[Complaint]:
    if not isinstance(value, str) or not is_address(value):
        yield Complaint("bad_value", f"{value!r} is no e-mail address.", "Such as jana@shop.example.", pointer)


DIGEST = record(
    {"cesta": version("digest"), "id": slug, "owner": word},
    {"to": _address, "every": choice("week", "month"), "language": choice(*LANGUAGES), "reviews": truth, "off": truth,
     "notes": text},
)  # fmt: skip
"""Every field of digests/<id>.yaml: docs/guide/alerts.md."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who owns things. names: all that documents may call her by, in small letters. to: "" if not known.

    every: week or month; None where no digest is wanted. reviews: she is reminded of maps to be looked over.
    """

    owner: str
    names: frozenset[str]
    to: str
    language: str
    every: str | None
    reviews: bool = True

    def owns(self, *owners: str | None) -> bool:
        return any(owner is not None and owner.casefold() in self.names for owner in owners)


def subscriptions(workspace: Workspace, broken: list[CestaError]) -> list[Reader]:
    """Everybody who wants a digest; a document that cannot be used goes to the `broken`."""
    found = []
    for path in sorted((workspace.root / FOLDER).glob("*.yaml")):
        try:
            found.append(_subscribed(workspace, read_document(path)))
        except CestaError as error:
            broken.append(error)
    return found


def reader_called(workspace: Workspace, owner: str) -> Reader:
    """Whoever is called so: as her own document has it, else by her account, else by nothing but the name."""
    known = [one for one in subscriptions(workspace, []) if one.owns(owner)]
    return known[0] if known else _reader(workspace, owner, {})


def _subscribed(workspace: Workspace, source: Document) -> Reader:
    """Raises bad_digest."""
    complaints = tuple(DIGEST(source.data, ""))
    for complaint in complaints:
        where = f"{source.path.name}:{source.line_of(complaint.pointer)}"
        raise CestaError("bad_digest", f"{where}: {complaint.message}", complaint.hint)
    fields = without(source.data, complaints)
    assert isinstance(fields, Mapping)
    return _reader(workspace, str(fields["owner"]), {"every": "week", **fields})


def _reader(workspace: Workspace, owner: str, fields: Mapping[str, object]) -> Reader:
    names, to = {owner.casefold()}, owner if is_address(owner) else ""
    accounts = Accounts(workspace.data)
    try:
        for person in accounts.people.every():
            if owner.casefold() in (person.login.casefold(), person.name.casefold()):
                names |= {person.login.casefold(), person.name.casefold()}
                to = to or (person.login if is_address(person.login) else "")
    finally:
        accounts.close()
    off = bool(fields.get("off"))
    every = fields.get("every")
    return Reader(
        owner,
        frozenset(names),
        str(fields.get("to") or to),
        str(fields.get("language") or workspace.settings.languages[0]),
        every if isinstance(every, str) and not off else None,
        reviews=fields.get("reviews") is not False and not off,
    )
