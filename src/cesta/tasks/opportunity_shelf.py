"""The opportunities of a workspace: listed with their scores, changed field by field, made into tasks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cesta.model.errors import CestaError, brief, unknown
from cesta.model.shape import say, slug
from cesta.store.disk import make_folder, write_whole
from cesta.store.documents import Document, read_document
from cesta.store.drafted import drafted
from cesta.store.workspace import Workspace
from cesta.tasks.book import NewTask, Task, open_task
from cesta.tasks.opportunity import Gain, Need, Opportunity, as_opportunity
from cesta.tasks.watch import Status, Watch

FOLDER = "opportunities"


@dataclass(frozen=True, slots=True)
class OpportunityRow:
    """An opportunity to show. problem: what its document gets wrong first."""

    id: str
    title: str
    description: str | None
    status: Status
    owner: str | None
    map: str | None
    stage: str | None
    touchpoint: str | None
    measure: str | None
    value: float | None
    customer_value: float | None
    business_value: float | None
    effort: float | None
    importance: float | None
    satisfaction: float | None
    score: float | None
    need: Need | None
    gain: Gain | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class OpportunityDraft:
    """fields: as in the document; null takes a field away, one that is not named stays as it is."""

    id: str
    fields: dict[str, Any]


def list_opportunities(workspace: Workspace, lang: str = "en") -> tuple[OpportunityRow, ...]:
    """The most worth for the least effort first; those without scores at the end."""
    rows = [_listed(path, lang) for path in sorted(_folder(workspace).glob("*.yaml"))]
    return tuple(sorted(rows, key=lambda row: (-(row.value or 0) + (row.effort or 0) / 5, -(row.score or 0), row.id)))


def save_opportunity(workspace: Workspace, draft: OpportunityDraft, lang: str = "en") -> OpportunityRow:
    """Puts one on the shelf, or changes it; comments stay. Raises bad_value, bad_opportunity."""
    if any(slug(draft.id, "")):
        what = f"{brief(draft.id)} cannot be the id of an opportunity."
        raise CestaError("bad_value", what, 'Small letters, digits and "-": sizes-in-cm.')
    path = _folder(workspace) / f"{draft.id}.yaml"
    head = f"cesta: opportunity/1\nid: {draft.id}\ntitle: {draft.id}\n"
    document = drafted(path, head, draft.fields, lang)
    found = as_opportunity(document)
    for complaint in found.complaints:
        where = f"{path.name}:{document.line_of(complaint.pointer)}"
        raise CestaError("bad_opportunity", f"{where}: {complaint.message}", complaint.hint)
    make_folder(path.parent)
    write_whole(path, document.text)
    return _row(found, lang)


def make_task(workspace: Workspace, id_: str, lang: str = "en", by: str = "") -> Task:
    """The task of an opportunity, with its number to watch; the one there is, if there is one. Raises
    unknown_opportunity."""
    path = _folder(workspace) / f"{id_}.yaml"
    known = sorted(each.stem for each in _folder(workspace).glob("*.yaml"))
    if id_ not in known:
        raise unknown("unknown_opportunity", "opportunity", id_, known)
    found = as_opportunity(read_document(path))
    row, target = _row(found, lang), found.fields.get("target")
    watch = None
    if row.measure is not None and isinstance(target, int | float):
        watch = Watch(row.measure, float(target))
    wanted = NewTask(
        row.title, "opportunity", id_, owner=row.owner or "", note=row.description or "", status="planned", watch=watch
    )
    return open_task(workspace, wanted, by)


def _folder(workspace: Workspace) -> Path:
    return workspace.root / FOLDER


def _listed(path: Path, lang: str) -> OpportunityRow:
    """One whose file cannot be read says why, and hides no other."""
    try:
        return _row(as_opportunity(read_document(path)), lang)
    except CestaError as error:
        return replace(_row(as_opportunity(Document(path, "", {}, {})), lang), problem=error.message)


def _row(found: Opportunity, lang: str) -> OpportunityRow:
    def word(name: str) -> str | None:
        value = found.fields.get(name)
        return value if isinstance(value, str) else None

    def told(name: str) -> float | None:
        value = found.fields.get(name)
        return float(value) if isinstance(value, int | float) else None

    described = found.fields.get("description")
    return OpportunityRow(
        found.id,
        say(found.title, lang) or found.id,
        say(described, lang) if isinstance(described, str | dict) else None,
        found.status,
        word("owner"),
        word("map"),
        word("stage"),
        word("touchpoint"),
        word("measure"),
        found.value,
        told("customer_value"),
        told("business_value"),
        found.effort,
        found.importance,
        found.satisfaction,
        found.score,
        found.need,
        found.gain,
        found.complaints[0].message if found.complaints else None,
    )
