"""The documents that say what arrives and how it is read, each looked at with everything that it may say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from cesta.consent.purposes import FILE as PRIVACY
from cesta.consent.purposes import purposes_now
from cesta.ingest.collection import FILE as COLLECTION
from cesta.ingest.collection import collection_of
from cesta.ingest.contacts import FILE as CONTACTS
from cesta.ingest.contacts import contacts_of
from cesta.ingest.jobs.document import FOLDER as JOBS
from cesta.ingest.jobs.document import find_jobs
from cesta.ingest.mapping import read_mapping
from cesta.ingest.shop import FILE as SHOP
from cesta.ingest.shop import shop_of
from cesta.ingest.tracking import FILE as TRACKING
from cesta.ingest.tracking import read_plan
from cesta.model.errors import CestaError

ALONE: tuple[tuple[str, Callable[[Path], object]], ...] = (
    (COLLECTION, collection_of),
    (CONTACTS, contacts_of),
    (PRIVACY, purposes_now),
    (SHOP, shop_of),
    (TRACKING, read_plan),
)
MAPPINGS = "mappings"


def mistakes(root: Path) -> Iterator[tuple[str, CestaError]]:
    """Each document of the workspace in `root` with a mistake, by its place there, and what it is."""
    for name, read in ALONE:
        if (error := _mistake(read, root)) is not None:
            yield name, error
    for name, error in sorted(find_jobs(root)[1].items()):
        yield f"{JOBS}/{name}", error
    for path in sorted((root / MAPPINGS).glob("*.yaml")):
        if (error := _mistake(read_mapping, path)) is not None:
            yield f"{MAPPINGS}/{path.name}", error


def _mistake(read: Callable[[Path], object], where: Path) -> CestaError | None:
    try:
        read(where)
    except CestaError as error:
        return error
    return None
