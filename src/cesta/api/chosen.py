"""What the reader of a map chose to look at: a segment and a period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypedDict

from litestar.di import NamedDependency
from litestar.params import QueryParameter


class Arguments(TypedDict):
    segment: str | None
    date_from: str | None
    date_to: str | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """A segment's id (None: everyone) and the first and last day (None: the map's own period)."""

    segment: str | None = None
    date_from: str | None = None
    date_to: str | None = None

    def as_arguments(self) -> Arguments:
        """As the functions of `cesta.maps` name them."""
        return {"segment": self.segment, "date_from": self.date_from, "date_to": self.date_to}


def chosen(
    segment: Annotated[str | None, QueryParameter(description="A segment's id; everyone without it.")] = None,
    since: Annotated[str | None, QueryParameter(name="from", description="First day, as 2017-01-31.")] = None,
    until: Annotated[str | None, QueryParameter(name="to", description="Last day, as 2017-12-31.")] = None,
) -> Chosen:
    """Read from the query string."""
    return Chosen(segment, since, until)


TheChoice = NamedDependency[Chosen]
"""What a route receives when it asks for the reader's choice."""
