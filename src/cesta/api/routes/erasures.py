"""Customers erased for good."""

from __future__ import annotations

from dataclasses import dataclass

from litestar import post
from litestar.params import JSONBody

from cesta.api.served import TheServed
from cesta.privacy.erasing import ErasureReport, erase_everywhere


@dataclass(frozen=True, slots=True)
class Erasure:
    """The customers to be erased: an id of each is enough, all that are joined with it go, too.

    suppress: from then on nothing that names them is taken.
    """

    ids: list[str]
    suppress: bool = False


@post("/api/erasures", sync_to_thread=True, status_code=200)
def erase_customers(served: TheServed, data: JSONBody[Erasure]) -> ErasureReport:
    """Erase customers for good: every event of theirs leaves all answers at once, then every file of the workspace.

    Then backups and exports that Cesta made, where they were put, the record of who saw what, and waiting uploads. The
    answer says what was removed from where, which documents and commits name them, and what was not searched.
    """
    return erase_everywhere(served.workspace, served.gate.accounts.record, data.ids, suppress=data.suppress)


ROUTES = (erase_customers,)
