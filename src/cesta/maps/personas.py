"""Personas: a segment with a face."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cesta.maps.library import finder
from cesta.maps.view import Persona
from cesta.model.shape import choice, list_of, record, say, slug, text, version, without, word
from cesta.store.workspace import Workspace

PERSONA = record(
    {"cesta": version("persona"), "id": slug, "name": text},
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


def persona(workspace: Workspace, persona_id: str, language: str) -> Persona:
    """The persona in the reader's language, without what cannot be read. Raises unknown_persona, bad_yaml."""
    source = finder(workspace)("persona", persona_id)
    found: Any = without(source.data, tuple(PERSONA(source.data, "")))
    fields = found if isinstance(found, Mapping) else {}
    return Persona(persona_id, say(fields.get("name"), language) or persona_id, say(fields.get("quote"), language))


def draft(id_: str, name: str, segment: str) -> dict[str, object]:
    """A persona to be filled in by people who met such customers; assumed until then."""
    return {"cesta": "persona/1", "id": id_, "evidence": "assumed", "segment": segment, "name": name}
