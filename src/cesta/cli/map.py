"""`cesta map`: its numbers, what is wrong with its document, its settled form; and the verbs of other files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from cesta.api.chosen import Chosen
from cesta.cli.map_atlas import show_atlas
from cesta.cli.map_compare import compare_sides
from cesta.cli.map_diff import diff_maps
from cesta.cli.map_felt import show_friction, show_moods
from cesta.cli.map_new import list_templates, new_map
from cesta.cli.map_out import export_map, import_map
from cesta.cli.map_true import show_drift, show_proposals
from cesta.cli.map_truth import show_barriers, show_deviations
from cesta.cli.output import show, table
from cesta.cli.propose import propose_map
from cesta.cli.reach import reach
from cesta.maps.view import MapView, Number

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")]
Json = Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")]


def shown(number: Number | None) -> str:
    """A value with its interval.

    >>> shown(Number(0.25, "share", 40, low=0.2, high=0.3))
    '25.0 % (20.0 … 30.0)'
    >>> shown(Number(4302.0, "journeys", 4302)), shown(Number(None, "share", 7, too_few=True)), shown(None)
    ('4,302', 'too few (n = 7)', '–')
    """
    if number is None:
        return "–"
    if number.too_few:
        return f"too few (n = {number.n})"
    if number.value is None:
        return "–"
    if number.unit != "share":
        return f"{number.value:,.0f}"
    between = (
        "" if number.low is None or number.high is None else f" ({number.low * 100:.1f} … {number.high * 100:.1f})"
    )
    return f"{number.value * 100:.1f} %{between}"


def lines_of(view: MapView) -> list[str]:
    """The map for a terminal: its title, then a line a stage."""
    rows = [
        (stage.name, shown(stage.reached), shown(stage.conversion), shown(stage.lost), shown(stage.open))
        for stage in view.stages
    ]
    people = f"{shown(view.people)} people, {shown(view.journeys)} journeys, {view.date_from} to {view.date_to}"
    goal = [] if view.goal is None else [f"{view.goal.name}: {shown(view.goal.rate)}"]
    return [view.title, people, *goal, "", *table(("stage", "reached", "go on", "lost", "open"), rows)]


def show_map(
    folder: Folder,
    map_id: Annotated[
        str | None, typer.Argument(metavar="[MAP]", help="A map's id; all maps as a tree without it.")
    ] = None,
    segment: Annotated[str | None, typer.Option(help="A segment's id; everyone without it.")] = None,
    since: Annotated[str | None, typer.Option("--from", help="First day, as 2017-01-31.")] = None,
    until: Annotated[str | None, typer.Option("--to", help="Last day, as 2017-12-31.")] = None,
    lang: Annotated[str, typer.Option(help="en, pl, cs or ru.")] = "en",
    json: Json = False,
) -> None:
    """The map with its numbers."""
    if map_id is None:
        from cesta.maps.atlas import places
        from cesta.store.workspace import Workspace

        with Workspace.open(folder) as workspace:
            every = places(workspace, lang)
        rows = [(place.map.id, "  " * place.depth + place.map.title) for place in every]
        show([place.map for place in every], table(("map", "title"), rows), json)
        return
    with reach(folder) as reached:
        found = reached.map_view(map_id, Chosen(segment, since, until), lang)
    show(found, lines_of(msgspec.convert(found, MapView)), json)


def lint_map(
    folder: Folder,
    map_id: Annotated[str | None, typer.Argument(metavar="[MAP]", help="A map's id; all maps without it.")] = None,
    json: Json = False,
) -> None:
    """What is wrong with a map's document, line by line; exit code 1 when there is an error."""
    from cesta.api.map_text import map_text
    from cesta.maps.shelf import map_ids
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        ids = [map_id] if map_id else map_ids(workspace)
        found = {each: map_text(workspace, each).problems for each in ids}
    said = [
        f"maps/{each}.yaml:{problem.line or 1}: {problem.level} {problem.code}: {problem.message} {problem.hint or ''}"
        for each, problems in found.items()
        for problem in problems
    ]
    show(found, [line.rstrip() for line in said] or ["No problems."], json)
    if any(problem.level == "error" for problems in found.values() for problem in problems):
        raise typer.Exit(1)


def fmt_map(
    folder: Folder,
    map_id: Annotated[str | None, typer.Argument(metavar="[MAP]", help="A map's id; all maps without it.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit code 1 if a file would change.")] = False,
) -> None:
    """Write maps in their settled form: same meaning, comments kept."""
    from cesta.maps.fmt import fmt
    from cesta.maps.shelf import map_ids, map_path, read_text
    from cesta.store.disk import write_whole
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        ids = [map_id] if map_id else map_ids(workspace)
        texts = {map_path(workspace, each): read_text(workspace, each) for each in ids}
    changed = {path: tidy for path, text in texts.items() if (tidy := fmt(text, path)) != text}
    if not check:
        for path, tidy in changed.items():
            write_whole(path, tidy)
    said = [f"{path}: {'would change' if check else 'formatted'}" for path in changed] or ["Nothing to change."]
    show({"changed": [str(path) for path in changed]}, said)
    if check and changed:
        raise typer.Exit(1)


def add_to(app: typer.Typer, said: str) -> None:
    verbs = typer.Typer(help=said, no_args_is_help=True)
    verbs.command("show")(show_map)
    verbs.command("atlas")(show_atlas)
    verbs.command("lint")(lint_map)
    verbs.command("fmt")(fmt_map)
    verbs.command("new")(new_map)
    verbs.command("templates")(list_templates)
    verbs.command("diff")(diff_maps)
    verbs.command("export")(export_map)
    verbs.command("import")(import_map)
    verbs.command("propose")(propose_map)
    verbs.command("compare")(compare_sides)
    verbs.command("deviations")(show_deviations)
    verbs.command("barriers")(show_barriers)
    verbs.command("moods")(show_moods)
    verbs.command("friction")(show_friction)
    verbs.command("proposals")(show_proposals)
    verbs.command("drift")(show_drift)
    app.add_typer(verbs, name="map")
