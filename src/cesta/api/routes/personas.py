"""Personas: segments with a face, and how many customers stand behind each."""

from __future__ import annotations

from litestar import get
from litestar.params import FromQuery

from cesta.api.served import TheServed
from cesta.maps.personas import PersonaEntry, list_personas


@get("/api/personas", sync_to_thread=True)
def personas(served: TheServed, lang: FromQuery[str] = "en") -> tuple[PersonaEntry, ...]:
    """Every persona with the size of its segment now."""
    return list_personas(served.workspace, lang)


ROUTES = (personas,)
