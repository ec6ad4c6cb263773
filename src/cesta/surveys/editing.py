"""A survey while it is edited: whether it can be read, what a page would show of it, and putting it on the shelf."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml.error import YAMLError

from cesta.model.errors import CestaError, brief
from cesta.model.shape import slug
from cesta.store.bin import document_path
from cesta.store.disk import make_folder, write_whole
from cesta.store.documents import Document, parse_document, read_document, read_text, written
from cesta.store.workspace import Workspace
from cesta.surveys.document import as_survey
from cesta.surveys.shelf import FOLDER
from cesta.surveys.told import told

PAGES = frozenset({"new", "check"})
"""Ids that would hide an address."""
HEAD = "cesta: survey/1\n"
Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Checked:
    """shown: what pages would be told; None while the survey cannot be used, and then why."""

    shown: dict[str, Any] | None
    code: str | None = None
    message: str | None = None
    hint: str | None = None


def fields_of(workspace: Workspace, survey_id: str) -> dict[str, Any]:
    """A survey's document as it is, also one that is wrong. Raises unknown_survey, bad_yaml, bad_survey."""
    data = read_document(document_path(workspace, "survey", survey_id)).data
    if not isinstance(data, dict):
        raise CestaError("bad_survey", f"{survey_id}.yaml:1: A survey is a mapping with id, name and questions.")
    return data


def check(fields: Fields) -> Checked:
    """What a draft would come to."""
    try:
        return Checked(told(as_survey(_document("", fields, Path("survey.yaml"))), 0))
    except CestaError as error:
        # A draft has no lines yet that a person could look at.
        return Checked(None, error.code, error.message.partition(": ")[2] or error.message, error.hint)


def save(workspace: Workspace, fields: Fields) -> str:
    """Puts a survey on the shelf, or changes the one of its id; its id. Raises bad_value, bad_survey."""
    id_ = fields.get("id")
    if not isinstance(id_, str) or id_ in PAGES or any(slug(id_, "")):
        raise CestaError("bad_value", f"{brief(id_)} cannot be the id of a survey.", 'As "after-purchase".')
    path = workspace.root / FOLDER / f"{id_}.yaml"
    document = _document(read_text(path) if path.exists() else "", fields, path)
    as_survey(document)
    make_folder(path.parent)
    write_whole(path, document.text)
    return id_


def _document(text: str, fields: Fields, path: Path) -> Document:
    """The text with these fields; comments stay where nothing was changed. Raises bad_survey, bad_yaml."""
    kept = parse_document(text or HEAD, path)
    if not isinstance(kept.data, Mapping):
        kept = parse_document(HEAD, path)
    tree, data = kept.tree, kept.data
    for name in [name for name in data if name not in fields and name != "cesta"]:
        del tree[name]
    for name, value in fields.items():
        if data.get(name) != value:
            tree[name] = value
    try:
        return parse_document(written(tree), path)
    except (RecursionError, YAMLError, UnicodeError) as error:
        raise CestaError("bad_survey", f"{path.name}:1: It cannot be written.", "Is it nested too deeply?") from error
