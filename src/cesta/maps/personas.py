"""Personas: a segment with a face."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cesta.maps.library import finder, names
from cesta.maps.view import Persona
from cesta.model.errors import CestaError
from cesta.model.shape import choice, list_of, record, say, slug, text, version, without, word
from cesta.segments.document import SegmentDocument
from cesta.segments.shelf import Members, load_all
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
    fields = _fields(source.data)
    return Persona(persona_id, say(fields.get("name"), language) or persona_id, say(fields.get("quote"), language))


@dataclass(frozen=True, slots=True)
class PersonaEntry:
    """A persona in the reader's language. customers: how many are in its segment now; None where nobody can say, with
    the reason in `problem`."""

    id: str
    name: str
    quote: str | None
    goals: tuple[str, ...]
    needs: tuple[str, ...]
    motives: tuple[str, ...]
    pains: tuple[str, ...]
    channels: tuple[str, ...]
    segment: str | None
    segment_name: str | None
    customers: int | None
    of: int
    evidence: str
    owner: str | None
    notes: str | None
    problem: str | None


def list_personas(workspace: Workspace, language: str) -> tuple[PersonaEntry, ...]:
    """Every persona by id, with how many customers stand behind it today."""
    columns = workspace.snapshot()
    documents = load_all(workspace, [])
    members = Members(documents, columns, workspace.settings.timezone)
    return tuple(
        _entry(workspace, persona_id, language, documents, members, len(columns.customers))
        for persona_id in names(workspace, "persona")
    )


def _entry(
    workspace: Workspace,
    persona_id: str,
    language: str,
    documents: Mapping[str, SegmentDocument],
    members: Members,
    of: int,
) -> PersonaEntry:
    fields: Mapping[str, Any] = {}
    customers, problem = None, None
    try:
        fields = _fields(finder(workspace)("persona", persona_id).data)
        if fields.get("segment"):
            customers = len(members(fields["segment"]))
    except CestaError as error:
        problem = error.message
    segment = fields.get("segment")

    def told(field: str) -> tuple[str, ...]:
        return tuple(say(item, language) or "" for item in fields.get(field) or ())

    return PersonaEntry(
        id=persona_id,
        name=say(fields.get("name"), language) or persona_id,
        quote=say(fields.get("quote"), language),
        goals=told("goals"),
        needs=told("needs"),
        motives=told("motives"),
        pains=told("pains"),
        channels=tuple(fields.get("channels_liked") or ()),
        segment=segment,
        segment_name=say(documents[segment].name, language) if segment and segment in documents else None,
        customers=customers,
        of=of,
        evidence=fields.get("evidence") or "assumed",
        owner=fields.get("owner"),
        notes=say(fields.get("notes"), language),
        problem=problem,
    )


def _fields(data: Any) -> Mapping[str, Any]:
    found = without(data, tuple(PERSONA(data, "")))
    return found if isinstance(found, Mapping) else {}


def draft(id_: str, name: str, segment: str) -> dict[str, object]:
    """A persona to be filled in by people who met such customers; assumed until then."""
    return {"cesta": "persona/1", "id": id_, "evidence": "assumed", "segment": segment, "name": name}
