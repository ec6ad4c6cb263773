"""A hypothesis as people write it: a statement, about whom, by which KPI, what is expected, and since when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from cesta.model.errors import CestaError, brief
from cesta.model.shape import Text, choice, day, record, say, slug, text, version, without, word
from cesta.store.disk import make_folder, write_whole
from cesta.store.documents import Document, parse_document, read_text, written
from cesta.store.kinds import FOLDERS
from cesta.store.workspace import Workspace

Expects = Literal["higher", "lower"]
State = Literal["open", "confirmed", "refuted", "dropped"]
EXPECTS: tuple[Expects, ...] = ("higher", "lower")
STATES: tuple[State, ...] = ("open", "confirmed", "refuted", "dropped")
FOLDER = FOLDERS["hypothesis"]
SHAPE = record(
    {"cesta": version("hypothesis"), "id": slug, "statement": text, "segment": slug, "measure": slug,
     "expects": choice(*EXPECTS)},
    {"against": slug, "since": day, "state": choice(*STATES), "owner": word, "notes": text},
)  # fmt: skip
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """against: another segment; None: everybody else. since: the day it was written down. state: what people decided.

    problem: what is wrong with the document, in words.
    """

    id: str
    statement: Text
    segment: str
    against: str | None
    measure: str
    expects: Expects
    since: str | None
    state: State
    owner: str | None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class HypothesisDraft:
    """A hypothesis to be put on the shelf; one of this id is changed, what else its document says stays."""

    id: str
    statement: str
    segment: str
    measure: str
    expects: str
    against: str | None = None
    state: str = "open"


def as_hypothesis(source: Document) -> Hypothesis:
    """The hypothesis in a document; what is wrong with it is said in `problem`."""
    complaints = tuple(SHAPE(source.data, ""))
    data = without(source.data, complaints)
    fields: Mapping[str, object] = data if isinstance(data, Mapping) else {}
    problem = None
    if complaints:
        problem = f"{source.path.name}:{source.line_of(complaints[0].pointer)}: {complaints[0].message}"

    def told(name: str) -> str | None:
        return None if fields.get(name) is None else str(fields[name])

    return Hypothesis(
        id=source.path.stem,
        statement=cast(Text, fields.get("statement") or source.path.stem),
        segment=told("segment") or "",
        against=told("against"),
        measure=told("measure") or "",
        expects=cast(Expects, told("expects") or "higher"),
        since=told("since"),
        state=cast(State, told("state") or "open"),
        owner=told("owner"),
        problem=problem,
    )


def load_hypotheses(workspace: Workspace) -> tuple[Hypothesis, ...]:
    """Every hypothesis by id."""
    found = []
    for path in sorted((workspace.root / FOLDER).glob("*.yaml")):
        place = path.relative_to(workspace.root)
        try:
            found.append(as_hypothesis(parse_document(read_text(path), place)))
        except CestaError as error:
            found.append(Hypothesis(path.stem, path.stem, "", None, "", "higher", None, "open", None, error.message))
    return tuple(found)


def save(workspace: Workspace, draft: HypothesisDraft, today: dt.date, lang: str = "en") -> None:
    """Puts a hypothesis on the shelf; a new one is written down today, and that day stays. Raises bad_value."""
    if any(slug(draft.id, "")):
        raise CestaError(
            "bad_value", f"{brief(draft.id)} cannot be the id of a hypothesis.", "Small letters and digits."
        )
    statement = draft.statement.strip()
    if not statement or len(statement) > LONGEST:
        raise CestaError("bad_value", "The statement is missing or too long.", f"Up to {LONGEST} letters.")
    path = workspace.root / FOLDER / f"{draft.id}.yaml"
    head = (
        f"cesta: hypothesis/1\nid: {draft.id}\nstatement: X\nsegment: x\nmeasure: x\nexpects: higher\nsince: {today}\n"
    )
    content = _changed(read_text(path) if path.exists() else head, path, draft, statement, lang)
    problem = as_hypothesis(parse_document(content, path)).problem
    if problem is not None:
        raise CestaError("bad_value", problem, f"It expects one of: {', '.join(EXPECTS)}; states: {', '.join(STATES)}.")
    make_folder(path.parent)
    write_whole(path, content)


def _changed(content: str, path: Path, draft: HypothesisDraft, statement: str, lang: str) -> str:
    tree = parse_document(content, path).tree
    if isinstance(tree.get("statement"), dict):
        tree["statement"][lang] = statement
    else:
        tree["statement"] = statement
    for name in ("segment", "measure", "expects", "state"):
        tree[name] = getattr(draft, name)
    if draft.against:
        tree["against"] = draft.against
    else:
        tree.pop("against", None)
    return written(tree)


def said(hypothesis: Hypothesis, lang: str) -> str:
    """The statement in the reader's language."""
    return say(hypothesis.statement, lang) or hypothesis.id
