"""Mappings that a workspace keeps, and which of them fits the files that came now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import duckdb

from cesta.ingest.files.staged import Staged
from cesta.ingest.guess.seen import CONFIG, quoted
from cesta.ingest.macros import MACROS
from cesta.ingest.mapping import NAME, EventMapping, Mapping, parse_mapping, read_mapping
from cesta.model.errors import CestaError
from cesta.store.disk import make_folder, write_whole

FOLDER = "mappings"
REPAIRS = re.compile(r"^repairs:.*(?:\n(?:[ -].*)?)*", re.MULTILINE)
WITH_ID = re.compile(r"^id: .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Kept:
    """A mapping that fits. `beside`: tables that it does not use."""

    mapping: Mapping
    path: Path
    beside: tuple[Staged, ...]


def fitting(root: Path, staged: Sequence[Staged]) -> Kept | None:
    """The kept mapping that finds all its files among these, with every column that it uses."""
    for path in sorted((root / FOLDER).glob("*.yaml")):
        try:
            mapping = read_mapping(path)
        except CestaError:
            continue
        found = {name: matching(staged, pattern) for name, pattern in mapping.files.items()}
        if all(found.values()) and _binds(mapping, found):
            used = {id(one) for several in found.values() for one in several}
            return Kept(mapping, path, tuple(one for one in staged if id(one) not in used))
    return None


def keep(root: Path, text: str) -> Path:
    """Writes the mapping under its id, over an earlier one of the same files, whose rules that mend stay.

    A mapping of other files that has this id stays; this one's id gets a number then. Raises bad_mapping, bad_yaml.
    """
    mapping = parse_mapping(text)
    make_folder(root / FOLDER)
    source, count = mapping.id, 1
    path = root / FOLDER / f"{source}.yaml"
    while path.exists() and not _same_files(path, mapping):
        count += 1
        path = root / FOLDER / f"{source}-{count}.yaml"
    if count > 1:
        text = WITH_ID.sub(f"id: {source}-{count}", text, count=1)
    rules = REPAIRS.search(path.read_text(encoding="utf-8")) if path.exists() else None
    if rules is not None and not mapping.repairs:
        text = f"{text}\n{rules[0]}"
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        write_whole(path, text)
    return path


def matching(staged: Sequence[Staged], pattern: str) -> list[Staged]:
    """The tables that a mapping means by this path."""
    return [one for one in staged if _matches(one, pattern)]


def _same_files(path: Path, mapping: Mapping) -> bool:
    try:
        return read_mapping(path).files == mapping.files
    except CestaError:
        return False


def _matches(staged: Staged, pattern: str) -> bool:
    file, _, sheet = pattern.partition("#")
    name = Path(file).name
    return fnmatchcase(staged.file.name, name) and (not sheet or sheet == staged.sheet)


def _binds(mapping: Mapping, found: dict[str, list[Staged]]) -> bool:
    """Whether all its SQL finds its columns in these files; no row is read."""
    with duckdb.connect(":memory:", config=CONFIG) as connection:
        try:
            for macro in MACROS:
                connection.execute(macro)
            for name, several in found.items():
                union = " union all by name ".join(one.query() for one in several)
                connection.execute(f"create view {quoted(name)} as {union}")
            for name, query in mapping.tables.items():
                connection.execute(f"create view {quoted(name)} as {query}")
            for event in mapping.events:
                connection.execute(f"describe {_select(event)}")
        except duckdb.Error:
            return False
    return True


def _select(event: EventMapping) -> str:
    rows = quoted(event.rows) if NAME.fullmatch(event.rows) else f"({event.rows})"
    columns = [event.customer, event.time, *([event.id] if event.id else []), *event.properties.values()]
    columns += [event.event_is] if event.event_is else []
    return f"select {', '.join(f'({column})' for column in columns)} from {rows}"
