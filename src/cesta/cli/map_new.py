"""`cesta map new|templates`: a map begun from a template, the templates there are, and a map kept as one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cesta.cli.output import show, table
from cesta.cli.reach import reach
from cesta.model.errors import CestaError

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")]
Json = Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")]


def new_map(
    folder: Folder,
    map_id: Annotated[str, typer.Argument(metavar="MAP", help="The new map's id.")],
    template: Annotated[str, typer.Option(help="What to begin from; see `cesta map templates`.")] = "retail",
    title: Annotated[str | None, typer.Option(help="What the map is called.")] = None,
    lang: Annotated[str | None, typer.Option(help="Only en, pl, cs or ru; all four without it.")] = None,
) -> None:
    """Begin a map from a template."""
    from cesta.exchange.patterns import begin
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        text = begin(workspace, template, map_id, title, lang)
    with reach(folder) as reached:
        reached.save_map(map_id, text)
    show({"map": map_id, "template": template}, [f"maps/{map_id}.yaml is begun. See: cesta map lint {folder}"])


def list_templates(
    folder: Folder,
    save: Annotated[str | None, typer.Option(metavar="MAP", help="Keep this map as a template.")] = None,
    name: Annotated[str | None, typer.Option("--as", metavar="ID", help="The template's id.")] = None,
    lang: Annotated[str, typer.Option(help="en, pl, cs or ru.")] = "en",
    json: Json = False,
) -> None:
    """The templates there are; or keep a map as one."""
    from cesta.exchange.patterns import save as keep
    from cesta.exchange.patterns import templates
    from cesta.store.workspace import Workspace

    if save is None and name is not None:
        raise CestaError("bad_value", "--as names a template that is saved.", "Say which map: --save MAP.")
    with Workspace.open(folder) as workspace:
        if save is not None:
            keep(workspace, save, name or save)
        found = templates(workspace, lang)
    rows = [(each.id, each.name, " → ".join(each.stages)) for each in found]
    show(found, table(("template", "name", "stages"), rows), json)
