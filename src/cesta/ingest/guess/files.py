"""From files that a person points at to a load: read, guessed or known already, loaded, the mapping kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from cesta.ingest.files.names import kind_of
from cesta.ingest.files.readers import readers
from cesta.ingest.files.stage import stage
from cesta.ingest.files.staged import Staged
from cesta.ingest.guess.answers import Answers
from cesta.ingest.guess.guess import EventGuess, Guess, Role, guess
from cesta.ingest.guess.kept import Kept, fitting, keep
from cesta.ingest.guess.plan import Hint
from cesta.ingest.guess.preview import preview
from cesta.ingest.load import load
from cesta.ingest.loaded import Loaded
from cesta.ingest.mapping import EventMapping, parse_mapping
from cesta.ingest.progress import Progress, quiet
from cesta.ingest.shapes.shaped import read_as, shape_of
from cesta.model.errors import CestaError
from cesta.store.passing import passing
from cesta.store.workspace import Workspace


def guess_files(
    workspace: Workspace, given: Sequence[Path], answers: Answers | None = None, progress: Progress = quiet
) -> Guess:
    """What these files, or the files of these folders, tell; a kept mapping that fits is used again.

    Raises no_file, bad_file, empty_file, file_growing, unknown_column, bad_value.
    """
    with passing(workspace.data, "guess") as into:
        staged, passed = _stage(given, into, progress)
        progress("looking", 0, 1)
        found = guess(staged, workspace.settings.timezone, answers)
        kept = None if answers is not None and answers.given else fitting(workspace.root, staged)
        if kept is not None and all(_unused(found, one) for one in kept.beside):
            found = _as_kept(found, kept)
        else:
            found = _as_shape(found, staged, workspace.settings.timezone, answers or Answers())
        if found.mapping:
            telling = {file for table in found.tables if table.use == "events" for file in table.files}
            shown = preview(staged, telling, found.mapping, workspace.settings.timezone)
            found = replace(found, journeys=shown)
    progress("looked", 1, 1)
    return replace(found, notes=(*passed, *found.notes))


def load_files(
    workspace: Workspace,
    given: Sequence[Path],
    mapping: str | Path | None = None,
    answers: Answers | None = None,
    progress: Progress = quiet,
    also: Callable[[sqlite3.Connection], None] = lambda _: None,
) -> Loaded:
    """Loads files as a mapping says: a document, its text, or what is guessed. All but a document is kept.

    `also`: written in the same step as the load.

    Raises no_events, unclear_columns, bad_mapping, and what reading files and loading raise.
    """
    if isinstance(mapping, Path):
        files = given[0] if len(given) == 1 and given[0].is_dir() else files_of(given)
        return load(workspace, mapping, files, progress, also)
    text = mapping if mapping is not None else guess_files(workspace, given, answers, progress).or_refuse().mapping
    return load(workspace, keep(workspace.root, text), files_of(given), progress, also)


def files_of(given: Sequence[Path]) -> list[Path]:
    """The files among these, and those in the folders among them that are of a kind we read."""
    suffixes = {suffix for reader in readers() for suffix in reader.suffixes}
    found: list[Path] = []
    for path in given:
        if path.is_dir():
            inside = sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))
            found += [file for file in inside if kind_of(file) in suffixes]
        else:
            found.append(path)
    if not found:
        folders = ", ".join(map(str, given))
        raise CestaError("no_file", f"There are no files to read in {folders}.", "Name files, or a folder with them.")
    return list(dict.fromkeys(found))


def _stage(given: Sequence[Path], into: Path, progress: Progress) -> tuple[list[Staged], list[Hint]]:
    """Files named are read or refused; of a folder's files those that cannot be read are passed over, and told."""
    staged: list[Staged] = []
    passed: list[Hint] = []
    for path in files_of(given):
        try:
            staged += stage(path, into, progress)
        except CestaError as error:
            if path in given:
                raise
            passed.append(Hint("passed_over", f"{path.name} was passed over: {error.message}"))
    if not staged:
        raise CestaError("empty_file", "There are no tables in these files.", "Choose files with rows in them.")
    return staged, passed


def _unused(found: Guess, staged: Staged) -> bool:
    """Whether a table tells nothing, so that a mapping may do without it."""
    return any(staged.file.name in table.files and table.use == "unused" for table in found.tables)


def _as_kept(found: Guess, kept: Kept) -> Guess:
    mapping = kept.mapping
    return replace(
        found,
        source=mapping.id,
        events=tuple(_told(event) for event in mapping.events),
        mapping=mapping.text,
        reused=mapping.id,
        warnings=(),
        questions=(),
        refused=None,
    )


def _as_shape(found: Guess, staged: Sequence[Staged], timezone: str, answers: Answers) -> Guess:
    """The guess by a shape that was named or recognised; a shape that was not asked for never refuses a file."""
    try:
        known = shape_of(staged, answers)
        if known is None:
            return found
        source, fit = known
        text, notes, questions = read_as(source, fit, timezone, answers)
    except CestaError:
        if answers.shape is None:
            return found
        raise
    mapping = parse_mapping(text)
    uses = [replace(table, use="events" if table.name == source.name else "unused") for table in found.tables]
    return replace(
        found,
        source=mapping.id,
        tables=tuple(uses),
        events=tuple(_told(event, "the shape says so") for event in mapping.events),
        mapping=text,
        notes=(*(note for note in found.notes if note.code != "unused"), *notes),
        warnings=(),
        questions=questions,
        refused=None,
    )


def _told(event: EventMapping, why: str = "the kept mapping says so") -> EventGuess:
    def role(sql: str) -> Role:
        return Role(event.rows if len(event.rows) < 60 else "", (sql,), 1.0, why, ())

    return EventGuess(
        event=event.event or None,
        table=event.rows,
        who=role(event.customer),
        what=role(event.event_is) if event.event_is else None,
        when=role(event.time),
        id=role(event.id) if event.id else None,
        time_formats=event.time_formats,
        assumed=event.why if event.time_is == "assumed" else None,
        properties=tuple(event.properties),
    )
