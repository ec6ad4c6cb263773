"""Personas: a segment with a face."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from cesta.maps.view import Persona
from cesta.model.errors import unknown
from cesta.model.shape import Complaint, choice, list_of, record, say, slug, text, word
from cesta.store.documents import read_document
from cesta.store.workspace import Workspace


def _version(value: object, pointer: str) -> Iterator[Complaint]:
    if value != "persona/1":
        yield Complaint("bad_value", f'This is "{value}", not "persona/1".', "Write cesta: persona/1.", pointer)


PERSONA = record(
    {"cesta": _version, "id": slug, "name": text},
    {
        "picture": word,
        "quote": text,
        "goals": list_of(text),
        "needs": list_of(text),
        "motives": list_of(text),
        "pains": list_of(text),
        "channels_liked": list_of(slug),
        "segment": slug,
        "evidence": choice("measured", "reported", "inferred", "assumed"),
        "owner": word,
        "notes": text,
    },
)


def known_personas(root: Path) -> tuple[str, ...]:
    """The ids there are."""
    return tuple(sorted(path.stem for path in (root / "personas").glob("*.yaml")))


def persona(workspace: Workspace, persona_id: str, language: str) -> Persona:
    """The persona in the reader's language. Raises unknown_persona, bad_yaml."""
    known = known_personas(workspace.root)
    if persona_id not in known:
        raise unknown("unknown_persona", "persona", persona_id, known)
    data = read_document(workspace.root / "personas" / f"{persona_id}.yaml").data
    fields = data if isinstance(data, Mapping) else {}
    return Persona(persona_id, say(fields.get("name"), language) or persona_id, say(fields.get("quote"), language))
