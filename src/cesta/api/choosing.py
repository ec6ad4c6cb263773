"""The reader's choice as routes receive it: read from the query string."""

from __future__ import annotations

from typing import Annotated

from litestar.di import NamedDependency
from litestar.params import QueryParameter

from cesta.api.chosen import Chosen


def chosen(
    segment: Annotated[str | None, QueryParameter(description="A segment's id; everyone without it.")] = None,
    since: Annotated[str | None, QueryParameter(name="from", description="First day, as 2017-01-31.")] = None,
    until: Annotated[str | None, QueryParameter(name="to", description="Last day, as 2017-12-31.")] = None,
) -> Chosen:
    """Read from the query string."""
    return Chosen(segment, since, until)


TheChoice = NamedDependency[Chosen]
"""What a route receives when it asks for the reader's choice."""
