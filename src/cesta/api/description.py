"""The description of the interface: the app's routes and the addresses of the front door."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import OpenAPI

from cesta.api.collect import COLLECT_ROUTES
from cesta.api.collect.described import KEYS, described, refusals, shapes


@dataclass
class Whole(OpenAPI):
    """The document of the app, with the front door's addresses among its own."""

    def to_schema(self) -> dict[str, Any]:
        """The document."""
        document = super().to_schema()
        document["paths"] |= described(COLLECT_ROUTES)
        parts = document["components"]
        parts["schemas"] |= shapes()
        parts["responses"] = refusals()
        parts["securitySchemes"] = dict(KEYS)
        return document


class Description(OpenAPIConfig):
    """Makes that document of what the framework finds."""

    def to_openapi_schema(self) -> OpenAPI:
        """The document before its paths are known."""
        found = super().to_openapi_schema()
        return Whole(**{field.name: getattr(found, field.name) for field in fields(found)})
