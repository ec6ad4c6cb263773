"""Turns what is wrong at a pointer of a document into a line that a person can go to."""

from __future__ import annotations

from collections.abc import Iterable

from cesta.maps.document import MapDocument
from cesta.maps.view import Problem
from cesta.model.errors import CestaError
from cesta.model.shape import Complaint


def to_problems(document: MapDocument, complaints: Iterable[Complaint]) -> tuple[Problem, ...]:
    """Errors and warnings with their lines, in order of line; of another file's the message names file and line."""
    found = []
    for said in dict.fromkeys(complaints):
        line, elsewhere = document.whole.place(said.pointer)
        found.append(Problem(said.code, elsewhere + said.message, said.hint, line, said.level))
    return in_order(found)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By line, those of the whole map first."""
    return tuple(sorted(problems, key=lambda problem: (problem.line or 0, problem.code, problem.message)))


def of_error(error: CestaError, line: int | None = None) -> Problem:
    """A part that could not be had at all."""
    return Problem(error.code, error.message, error.hint, line, "error")
