"""What stands beside a map in its workspace: segments, measures and its persona, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from cesta.maps.document import MapDocument
from cesta.maps.felt import Read
from cesta.maps.inherit import name_of
from cesta.maps.library import finder, names
from cesta.maps.personas import PERSONA
from cesta.maps.problems import of_error
from cesta.maps.view import Problem
from cesta.measures import shelf as measure_shelf
from cesta.measures.document import MeasureDocument
from cesta.model.errors import CestaError
from cesta.model.shape import Complaint
from cesta.segments import shelf as segment_shelf
from cesta.segments.document import SegmentDocument
from cesta.store.documents import Document
from cesta.store.workspace import Workspace
from cesta.voice.kept import read


@dataclass(frozen=True, slots=True)
class Beside:
    """Segments and measures by id; a file that cannot be read is only among the problems. read: reads texts."""

    segments: Mapping[str, SegmentDocument]
    measures: Mapping[str, MeasureDocument] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    read: Read | None = None


def beside(workspace: Workspace, document: MapDocument) -> Beside:
    """All that this map may use, as it is now; to be asked for before the events are."""
    broken: list[CestaError] = []
    segments = segment_shelf.load_all(workspace, broken)
    measures = measure_shelf.load_all(workspace, broken)
    problems = [of_error(error) for error in broken]
    for segment in segments.values():
        problems += _told(segment.source, (said for said in segment.complaints if not segment.spoils(said)))
        try:
            segment.usable_rule()
        except CestaError as error:
            problems.append(of_error(error))
    for measure in measures.values():
        problems += _told(measure.source, measure.complaints)
    marks = workspace.log.marks()
    return Beside(
        segments, measures, (*problems, *_persona(workspace, document)), lambda texts: read(workspace, texts, marks)
    )


def _persona(workspace: Workspace, document: MapDocument) -> Iterator[Problem]:
    """Of a persona that is not there the linter says so, with what was probably meant."""
    if document.persona in names(workspace, "persona"):
        line = document.whole.place("/persona")[0]
        try:
            source = finder(workspace)("persona", document.persona)
        except CestaError as error:
            yield of_error(error, line)
            return
        yield from _told(source, PERSONA(source.data, ""), line)


def _told(source: Document, complaints: Iterable[Complaint], line: int | None = None) -> Iterator[Problem]:
    for said in complaints:
        message = f"{name_of(source)}:{source.line_of(said.pointer)}: {said.message}"
        yield Problem(said.code, message, said.hint, line, said.level)
