"""Mappings that a workspace keeps, and which of them fits the files that came now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import duckdb

from cesta.ingest.files.staged import Staged
from cesta.ingest.guess.seen import CONFIG, quoted
from cesta.ingest.macros import MACROS
from cesta.ingest.mapping import NAME, EventMapping, Mapping, read_mapping
from cesta.model.errors import CestaError

FOLDER = "mappings"


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
        found = {name: [one for one in staged if _matches(one, pattern)] for name, pattern in mapping.files.items()}
        if all(found.values()) and _binds(mapping, found):
            used = {id(one) for several in found.values() for one in several}
            return Kept(mapping, path, tuple(one for one in staged if id(one) not in used))
    return None


def keep(root: Path, source: str, text: str) -> Path:
    """Writes the mapping beside the others; one that is there already and says something else stays."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    path, count = folder / f"{source}.yaml", 1
    while path.exists() and path.read_text(encoding="utf-8") != text:
        count += 1
        path = folder / f"{source}-{count}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


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
