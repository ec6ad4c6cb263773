"""Documents deleted, what would miss them, and the bin that they come back from."""

from __future__ import annotations

from dataclasses import dataclass

from litestar import delete, get, post
from litestar.params import FromPath, FromQuery

from cesta.api.served import TheServed
from cesta.maps import binned as documents
from cesta.maps.dependents import Dependent, dependents
from cesta.store.bin import Binned, list_bin


@dataclass(frozen=True, slots=True)
class Bin:
    """Deleted documents, the last one first; loads in the bin are told by /api/loads."""

    documents: tuple[Binned, ...]


@dataclass(frozen=True, slots=True)
class Dependents:
    """What would miss a document, were it deleted."""

    dependents: tuple[Dependent, ...]


@delete("/api/documents/{kind:str}/{document:str}", sync_to_thread=True, status_code=200)
def delete_document(
    served: TheServed, kind: FromPath[str], document: FromPath[str], lang: FromQuery[str] = "en"
) -> Binned:
    """Put a map, segment, persona, measure, touchpoint, question or mapping into the bin for thirty days."""
    return documents.delete(served.workspace, kind, document, lang)


@get("/api/documents/{kind:str}/{document:str}/dependents", sync_to_thread=True)
def document_dependents(
    served: TheServed, kind: FromPath[str], document: FromPath[str], lang: FromQuery[str] = "en"
) -> Dependents:
    """What else speaks of a document."""
    return Dependents(dependents(served.workspace, kind, document, lang))


@get("/api/bin", sync_to_thread=True)
def bin_view(served: TheServed, lang: FromQuery[str] = "en") -> Bin:
    """The documents in the bin."""
    return Bin(list_bin(served.workspace, lang))


@post("/api/bin/{entry:str}/restore", sync_to_thread=True, status_code=200)
def restore_document(served: TheServed, entry: FromPath[str], lang: FromQuery[str] = "en") -> Binned:
    """Bring a document back to where it was; nothing that is there again is overwritten."""
    return documents.restore(served.workspace, entry, lang)


ROUTES = (delete_document, document_dependents, bin_view, restore_document)
