"""`cesta segments DIR list|members|why|check|fmt`: who is in which segment at a moment, why, and their documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from cesta.cli.output import show, table
from cesta.cli.reach import reach
from cesta.model.errors import CestaError, unknown

ACTIONS = ("list", "members", "why", "check", "fmt")


def segments(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    action: Annotated[str, typer.Argument(metavar="[list|members|why|check|fmt]", help="What to do.")] = "list",
    segment: Annotated[str | None, typer.Argument(metavar="[ID]", help="A segment's id; members and why.")] = None,
    customer: Annotated[str | None, typer.Argument(metavar="[CUSTOMER]", help="A customer's id; why.")] = None,
    at: Annotated[str | None, typer.Option(help="The moment, as 2024-03-03; now without it.", metavar="TIME")] = None,
    only_check: Annotated[bool, typer.Option("--check", help="fmt: write nothing; exit code 1 if it would.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    if action not in ACTIONS:
        raise unknown("unknown_param", "action", action, ACTIONS)
    if action == "check":
        _check(folder, json)
    elif action == "fmt":
        _fmt(folder, only_check, json)
    elif action == "list":
        with reach(folder) as reached:
            _list(reached.segments(at), json)
    elif action == "members":
        with reach(folder) as reached:
            found = reached.members(_needed(segment, "segment"), at)
        show(found, [f"{found['count']:,} in {found['segment']} at {found['at']}", *found["customers"]], json)
    else:
        with reach(folder) as reached:
            _why(reached.why(_needed(segment, "segment"), _needed(customer, "customer"), at), json)


def _needed(value: str | None, what: str) -> str:
    if value is None:
        raise CestaError("missing_param", f"There is no {what}.", f"Say which {what}, by its id.")
    return value


def _list(found: dict[str, Any], json: bool) -> None:
    rows = [
        (row["id"], "–" if row["size"] is None else f"{row['size']:,}",
         "–" if row["share"] is None else f"{row['share']:.1%}", row["rule"] or row["problems"][0]["message"])
        for row in found["segments"]
    ]  # fmt: skip
    lines = [f"{found['customers']:,} customers at {found['at']}", *table(("segment", "size", "share", "rule"), rows)]
    show(found, lines if rows else ["There is no segment yet."], json)


def _why(found: dict[str, Any], json: bool) -> None:
    said = "is" if found["member"] else "is not"
    lines = [f"{found['customer']} {said} in {found['segment']} at {found['at']}", *_lines(found["reason"], 0)]
    show(found, lines, json)


def _lines(reason: dict[str, Any], deep: int) -> list[str]:
    pad = "  " * deep
    lines = [f"{pad}{'yes' if reason['met'] else 'no '}  {reason['rule']}"]
    lines += [f"{pad}       {e['time']}  {e['event']}  {e['source']}/{e['message_id']}" for e in reason["events"]]
    for part in reason["parts"]:
        lines += _lines(part, deep + 1)
    return lines


def _check(folder: Path, json: bool) -> None:
    from cesta.segments.listing import check
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        found = check(workspace)
    lines = [
        f"segments/{each.file}:{each.line}: {each.level} {each.code}: {each.message} {each.hint or ''}".rstrip()
        for each in found
    ]
    show(found, lines or ["No problems."], json)
    if any(each.level == "error" for each in found):
        raise typer.Exit(1)


def _fmt(folder: Path, only_check: bool, json: bool) -> None:
    from cesta.maps.fmt import fmt
    from cesta.store.disk import write_whole
    from cesta.store.documents import read_text

    texts = {path: read_text(path) for path in sorted((folder / "segments").glob("*.yaml"))}
    changed = {path: tidy for path, text in texts.items() if (tidy := fmt(text, path)) != text}
    if not only_check:
        for path, tidy in changed.items():
            write_whole(path, tidy)
    said = [f"{path}: {'would change' if only_check else 'formatted'}" for path in changed] or ["Nothing to change."]
    show({"changed": [str(path) for path in changed]}, said, json)
    if only_check and changed:
        raise typer.Exit(1)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("segments", help=said)(segments)
