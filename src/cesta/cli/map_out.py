"""`cesta map export|import`: a map as a file of any format, and a file of any format as a map."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from cesta.cli.output import show, tell
from cesta.cli.reach import reach

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")]
FORMATS = "svg, png, pdf, pptx, html, md, yaml, xlsx, csv, mermaid, cjml, ems, xes, ocel."


def export_map(  # noqa: PLR0913 - each is an option of the verb
    folder: Folder,
    map_id: Annotated[str, typer.Argument(metavar="MAP", help="A map's id.")],
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="Where to, - for stdout; its ending is the format.")],
    form: Annotated[str | None, typer.Option("--format", help=FORMATS)] = None,
    layout: Annotated[str | None, typer.Option(help="Of a PDF: a3, a4 (sheets to glue), booklet.")] = None,
    numbers: Annotated[bool, typer.Option(help="With what was measured, or only what people wrote.")] = True,
    segment: Annotated[str | None, typer.Option(help="A segment's id; everyone without it.")] = None,
    since: Annotated[str | None, typer.Option("--from", help="First day, as 2017-01-31.")] = None,
    until: Annotated[str | None, typer.Option("--until", help="Last day, as 2017-12-31.")] = None,
    lang: Annotated[str, typer.Option(help="en, pl, cs or ru.")] = "en",
) -> None:
    """Write a map as a file; what the format cannot hold is told."""
    from cesta.exchange.formats import of_file
    from cesta.exchange.outward import Wanted, export, lost, lost_in_words
    from cesta.maps.compose import Picked
    from cesta.store.disk import reaching
    from cesta.store.workspace import Workspace

    wanted = Wanted(form or of_file(to.name).id, Picked(segment, since, until, lang), numbers, layout)
    with Workspace.open(folder) as workspace:
        found = export(workspace, map_id, wanted)
    missing = lost_in_words(lost(found), "en")
    if missing:
        tell(f"A {found.format.id} file cannot hold: {'; '.join(missing)}.")
    if str(to) == "-":
        sys.stdout.buffer.write(found.content)
        return
    with reaching(to):
        to.write_bytes(found.content)
    document = {"file": str(to), "format": found.format.id, "bytes": len(found.content), "lost": missing}
    show(document, [f"{to}: {len(found.content):,} bytes"])


def import_map(
    folder: Folder,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Any format that carries a map, or a table of one.")],
    map_id: Annotated[str | None, typer.Option("--id", help="The new map's id; the file's own without it.")] = None,
    form: Annotated[str | None, typer.Option("--format", help=FORMATS)] = None,
) -> None:
    """Bring a map in from a file; nothing is overwritten."""
    from cesta.exchange.inward import bring
    from cesta.store.disk import reaching

    with reaching(file):
        content = file.read_bytes()
    brought = bring(file.name, content, form, map_id)
    with reach(folder) as reached:
        reached.save_map(brought.id, brought.text)
    said = [f"maps/{brought.id}.yaml: {problem.message}" for problem in brought.problems]
    document = {"map": brought.id, "format": brought.format, "problems": brought.problems}
    show(document, [*said, f"maps/{brought.id}.yaml is here. See: cesta map lint {folder} {brought.id}"])
