"""`cesta map diff`: what makes one map another than a second one, in words; exit code 1 when they differ."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cesta.cli.output import show

if TYPE_CHECKING:
    from cesta.maps.document import MapDocument
    from cesta.store.workspace import Workspace

Which = Annotated[str, typer.Argument(help="A map's id, or a YAML file.")]


def diff_maps(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    before: Which,
    after: Which,
    lang: Annotated[str, typer.Option(help="en, pl, cs or ru.")] = "en",
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    """What differs between two maps, or files of maps; exit code 1 when something does."""
    from cesta.maps.diff import differences
    from cesta.maps.diff_words import WORDS, in_words
    from cesta.maps.phrases import phrases
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        found = differences(_map(workspace, before), _map(workspace, after))
    said = in_words(found, lang)
    document = [{"says": words, "change": change} for words, change in zip(said, found, strict=True)]
    show({"differences": document}, said or [phrases(WORDS, lang)["none"]], json)
    if found:
        raise typer.Exit(1)


def _map(workspace: Workspace, which: str) -> MapDocument:
    """A map of the workspace; of a file, with what it takes from the workspace's own."""
    from cesta.maps.document import as_map, load
    from cesta.maps.library import finder
    from cesta.store.documents import read_document

    path = Path(which)
    if path.suffix in (".yaml", ".yml"):
        return as_map(read_document(path), finder(workspace))
    return load(workspace, which)
