"""The measures that a workspace declares."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cesta.measures.document import MeasureDocument, as_measure
from cesta.model.errors import CestaError, brief, unknown
from cesta.store.documents import Document, read_document
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


def wanted_measure(workspace: Workspace | None, given: object) -> MeasureDocument:
    """The measure of this id, or the one that is a document itself. Raises unknown_measure, bad_value, bad_yaml."""
    if isinstance(given, Mapping):
        whole = {"cesta": "measure/1", "id": "measure", "name": "measure", **given}
        return as_measure(Document(Path("measure.yaml"), "", whole, whole))
    if not isinstance(given, str):
        raise CestaError("bad_value", f'"measure" is the id of a measure or its document, not {brief(given)}.', None)
    folder = Path() if workspace is None else workspace.root / "measures"
    known = [] if workspace is None else sorted(path.stem for path in folder.glob("*.yaml"))
    if given not in known:
        raise unknown("unknown_measure", "measure", given, known)
    return as_measure(read_document(folder / f"{given}.yaml"))
