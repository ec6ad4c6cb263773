"""A segment while it is edited: what its rule would come to, and putting it on the shelf."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from cesta.model.errors import CestaError, brief
from cesta.model.instant import show_instant
from cesta.model.shape import slug
from cesta.segments.document import KINDS, as_segment
from cesta.segments.listing import seen_by, strange
from cesta.segments.rule import document_of, read_rule
from cesta.segments.sentence import show_rule
from cesta.segments.shelf import FOLDER, Members, load_all, rules_of, rules_with
from cesta.segments.tree import All, Any
from cesta.store.disk import make_folder, write_whole
from cesta.store.documents import parse_document, read_text, written
from cesta.store.workspace import Workspace

SAMPLE = 5
PAGES = frozenset({"new", "live", "changes", "preview", "families"})
"""Ids that would hide a page or an address."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the parts that a rule is joined of, as a text and as a document."""

    text: str
    document: dict[str, object]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a rule names that no event ever said."""

    code: str
    message: str
    hint: str | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a rule would come to now. joined: how its parts are. sample: some of those who meet it."""

    rule: str
    joined: str
    parts: tuple[Part, ...]
    at: str
    size: int
    customers: int
    sample: tuple[str, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A segment to be put on the shelf; one of this id is changed, what else its document says stays."""

    id: str
    name: str
    rule: str
    kind: str = "behavioural"
    description: str | None = None


def preview(workspace: Workspace, text: str, at: int) -> Preview:
    """Raises bad_rule, bad_condition, unknown_segment, bad_segment, segment_cycle."""
    rule, columns, documents = read_rule(text), workspace.snapshot(), load_all(workspace, [])
    rules_with(documents, rule)
    places = Members(documents, columns, workspace.settings.timezone, at).of_rule(rule)
    # Spread over all of them, not the first: ids often begin alike.
    shown = places[np.unique(np.linspace(0, len(places) - 1, min(SAMPLE, len(places))).astype(np.int64))]
    parts = rule.items if isinstance(rule, All | Any) else (rule,)
    return Preview(
        rule=show_rule(rule),
        joined="any" if isinstance(rule, Any) else "all",
        parts=tuple(Part(show_rule(part), document_of(part)) for part in parts),
        at=show_instant(at),
        size=len(places),
        customers=seen_by(columns, at),
        sample=tuple(columns.customers[int(place)] for place in shown),
        remarks=tuple(dict.fromkeys(Remark(*said) for said in strange(rule, columns))),
    )


def save(workspace: Workspace, draft: Draft, lang: str = "en") -> None:
    """Puts a segment on the shelf. Raises bad_value, bad_rule, unknown_segment, segment_cycle and their like."""
    if draft.id in PAGES or any(slug(draft.id, "")):
        what = f"{brief(draft.id)} cannot be the id of a segment."
        raise CestaError("bad_value", what, 'Small letters, digits and "-": needs-a-call.')
    if draft.kind not in KINDS:
        raise CestaError("bad_value", f"{brief(draft.kind)} is no kind of segment.", f"Known: {', '.join(KINDS)}.")
    if not draft.name.strip():
        raise CestaError("bad_value", "A segment needs a name.", None)
    rule = show_rule(read_rule(draft.rule))
    path = workspace.root / FOLDER / f"{draft.id}.yaml"
    text = _changed(path, draft, rule, lang)
    documents = {**load_all(workspace, []), draft.id: as_segment(parse_document(text, path))}
    rules_of(documents, draft.id)
    make_folder(path.parent)
    write_whole(path, text)


def _changed(path: Path, draft: Draft, rule: str, lang: str) -> str:
    """The document's text with what the draft says; comments and names in other languages stay."""
    head = f"cesta: segment/1\nid: {draft.id}\nname: X\nrule: X\n"
    tree = parse_document(read_text(path) if path.exists() else head, path).tree
    tree["rule"], tree["kind"] = rule, draft.kind
    for field, said in (("name", draft.name.strip()), ("description", (draft.description or "").strip())):
        if isinstance(tree.get(field), dict):
            tree[field][lang] = said
        elif said:
            tree[field] = said
    return written(tree)
