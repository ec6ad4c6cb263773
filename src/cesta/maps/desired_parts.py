"""The parts of a desired path as a person writes them: a touchpoint, a choice, something optional, a loop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cesta.model.errors import CestaError
from cesta.model.wanted_journey import read_wanted_journey

PARTS = frozenset({"choice", "loop", "optional"})


def read_part(part: object) -> object:
    """A part of a path: a touchpoint, or {choice: […]}, {optional: …}, {loop: …} of such parts. Raises bad_value."""
    read_wanted_journey({"sequence": [part]})
    if isinstance(part, Mapping) and not set(part) & PARTS:
        raise CestaError("bad_value", "A path has touchpoints, choice, optional and loop.", "Write times in max_time.")
    return part


def names_in(part: object) -> Iterator[str]:
    """All touchpoints that a part names.

    >>> list(names_in(["site", {"choice": ["cart", {"optional": "wish-list"}]}]))
    ['site', 'cart', 'wish-list']
    """
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        for inside in part.values():
            yield from names_in(inside)
    elif isinstance(part, list | tuple):
        for inside in part:
            yield from names_in(inside)
