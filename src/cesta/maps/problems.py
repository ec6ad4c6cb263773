"""Turns what is wrong at a pointer of a document into a line that a person can go to."""

from __future__ import annotations

from collections.abc import Iterable

from cesta.maps.document import MapDocument
from cesta.maps.view import Problem
from cesta.model.errors import nearest
from cesta.model.shape import Complaint


def to_problems(document: MapDocument, complaints: Iterable[Complaint]) -> tuple[Problem, ...]:
    """Errors and warnings with their lines, in order of line."""
    found = [
        Problem(c.code, c.message, c.hint, document.source.line_of(c.pointer), c.level)
        for c in dict.fromkeys(complaints)
    ]
    return tuple(sorted(found, key=lambda problem: (problem.line or 0, problem.code, problem.message)))


def warn(code: str, message: str, pointer: str, hint: str | None = None) -> Complaint:
    """A remark that does not stand in the way of drawing."""
    return Complaint(code, message, hint, pointer, "warning")


def guess(name: str, known: Iterable[str]) -> str:
    """What was probably meant, else what there is.

    >>> guess("wbe", ["web", "app"]), guess("zzz", ["web", "app"])
    ('Did you mean "web"?', 'Known: web, app.')
    """
    names = tuple(known)
    close = nearest(name, names)
    return f'Did you mean "{close}"?' if close else f"Known: {', '.join(names) or 'none'}."
