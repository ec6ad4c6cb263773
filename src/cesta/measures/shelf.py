"""The measures that a workspace declares."""

from __future__ import annotations

from cesta.measures.document import MeasureDocument, as_measure
from cesta.model.errors import CestaError
from cesta.store.documents import read_document
from cesta.store.workspace import Workspace


def load_all(workspace: Workspace, broken: list[CestaError]) -> dict[str, MeasureDocument]:
    """Every measure by the name of its file, ascending; a file that cannot be read goes to the `broken`."""
    found = {}
    for path in sorted((workspace.root / "measures").glob("*.yaml")):
        try:
            found[path.stem] = as_measure(read_document(path))
        except CestaError as error:
            broken.append(error)
    return found
