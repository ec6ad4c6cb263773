"""A KPI while it is edited: putting it on the shelf, and the usual ones that are not there yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cesta.measures.document import as_measure
from cesta.measures.proposals import proposals
from cesta.model.errors import CestaError, brief
from cesta.model.shape import slug
from cesta.store.disk import make_folder, write_whole
from cesta.store.drafted import drafted
from cesta.store.workspace import Workspace

FOLDER = "measures"


@dataclass(frozen=True, slots=True)
class KpiDraft:
    """fields: as in the document; null takes a field away, one that is not named stays as it is."""

    id: str
    fields: dict[str, Any]


def save(workspace: Workspace, draft: KpiDraft, lang: str = "en") -> None:
    """Puts a KPI on the shelf, or changes the one of its id; comments stay. Raises bad_value, bad_measure."""
    if any(slug(draft.id, "")):
        what = f"{brief(draft.id)} cannot be the id of a KPI."
        raise CestaError("bad_value", what, 'Small letters, digits and "-": average-basket.')
    path = workspace.root / FOLDER / f"{draft.id}.yaml"
    head = f"cesta: measure/1\nid: {draft.id}\nname: {draft.id}\ntype: count\n"
    document = drafted(path, head, draft.fields, lang)
    as_measure(document).wanted()
    make_folder(path.parent)
    write_whole(path, document.text)


def missing(workspace: Workspace) -> tuple[Mapping[str, Any], ...]:
    """The usual KPIs that these events allow for and that no document describes yet."""
    there = {path.stem for path in (workspace.root / FOLDER).glob("*.yaml")}
    return tuple(one for one in proposals(workspace.snapshot()) if one["id"] not in there)


def add_missing(workspace: Workspace) -> tuple[str, ...]:
    """Puts those on the shelf; their ids."""
    added = missing(workspace)
    for one in added:
        save(workspace, KpiDraft(str(one["id"]), dict(one)))
    return tuple(str(one["id"]) for one in added)
