"""`cesta identity`: which ids are one customer, why, and what people decided about it."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cesta.cli.output import show, table

if TYPE_CHECKING:
    from cesta.identity.decisions import Decision
    from cesta.store.identity_acts import Change
    from cesta.store.identity_told import Summary, TheDecision, TheMerge

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")]
Json = Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")]
Merge = Annotated[str, typer.Argument(metavar="MERGE", help="A merge, as `merges` lists them.")]
Ids = Annotated[list[str], typer.Argument(metavar="ID…", help="Ids as events or rows name them; e-mail:… for others.")]
Most = Annotated[int, typer.Option("--limit", help="So many at most.")]


def show_numbers(folder: Folder, json: Json = False) -> None:
    """How many customers are made of how many ids, and what was not believed."""
    from cesta.store.identity_told import summary
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        found = summary(workspace)
    show(found, summed(found), json)


def show_merges(
    folder: Folder,
    named: Annotated[str, typer.Option("--id", help="Only the customer who has this id.")] = "",
    most: Most = 100,
    json: Json = False,
) -> None:
    """Merges with their causes, the newest first."""
    from cesta.store.identity_told import merges
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        found = merges(workspace, most=most, named=named)
    show(found, [*map(line_of, found.merges), f"{found.count:,} merges in all."], json)


def show_ids(folder: Folder, one: Annotated[str, typer.Argument(metavar="ID")], json: Json = False) -> None:
    """All ids of the customer who has this one."""
    from cesta.store.identity_told import ids_of
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        found = ids_of(workspace, one)
    rows = [(each.kind, each.value, (each.since or "")[:10]) for each in found]
    show(found, table(("kind", "id", "since"), rows) if rows else ["No other id is hers."], json)


def show_shared(
    folder: Folder,
    accept: Annotated[bool, typer.Option("--accept", help="Take all of them for shared: they join nobody.")] = False,
    most: Most = 100,
    json: Json = False,
) -> None:
    """Devices and mailboxes that several people use."""
    from cesta.store.identity_acts import share
    from cesta.store.identity_told import proposals
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        found = proposals(workspace, most)
        if accept and found:
            share(workspace, [each.id.key for each in found], _who())
    rows = [(each.id.key, each.by, f"{each.claimants:,}") for each in found]
    show(found, table(("id", "claimed by", "so many"), rows) if rows else ["None is claimed by several people."], json)


def show_decisions(folder: Folder, json: Json = False) -> None:
    """What people decided, the newest first."""
    from cesta.store.identity_told import decisions
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        found = decisions(workspace)
    show(found, [decided(each) for each in found] or ["Nothing was decided."], json)


def preview(
    folder: Folder,
    rules: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="Rules as identity.yaml says them.")] = None,
    without: Annotated[str, typer.Option("--undo", metavar="MERGE", help="What would change without it.")] = "",
    json: Json = False,
) -> None:
    """What other rules, or a merge undone, would change."""
    from cesta.store.documents import read_text
    from cesta.store.identity import rules_in
    from cesta.store.identity_acts import preview as looked
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        found = looked(workspace, None if rules is None else rules_in(read_text(rules)), without)
    show(found, changed(found), json)


def undo(folder: Folder, merge: Merge, json: Json = False) -> None:
    """Take a merge apart: no such claim joins these ids again."""
    from cesta.store.identity_acts import undo as undone
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        _made(undone(workspace, merge, _who()), json)


def redo(folder: Folder, merge: Merge, json: Json = False) -> None:
    """Believe a merge again that was undone."""
    from cesta.store.identity_acts import redo as redone
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        _made(redone(workspace, merge, _who()), json)


def join(folder: Folder, ids: Ids, json: Json = False) -> None:
    """Make these ids one customer, whatever the limits."""
    from cesta.store.identity_acts import together
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        _made(together(workspace, ids, _who()), json)


def apart(folder: Folder, ids: Ids, json: Json = False) -> None:
    """Never make these ids one customer."""
    from cesta.store.identity_acts import apart as kept_apart
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        _made(kept_apart(workspace, ids, _who()), json)


def share(folder: Folder, ids: Ids, json: Json = False) -> None:
    """Take ids for shared: they join nobody."""
    from cesta.store.identity_acts import share as shared
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        made = shared(workspace, ids, _who())
    show(made, [f"Decision {each.seq}: {each.kind}." for each in made], json)


def take_back(folder: Folder, decision: Annotated[int, typer.Argument(metavar="DECISION")], json: Json = False) -> None:
    """Take a decision back, as `decisions` numbers them."""
    from cesta.store.identity_decisions import take_back as taken_back
    from cesta.store.workspace import Workspace

    with Workspace.open(folder) as workspace:
        _made(taken_back(workspace.log, decision, _who()), json)


def fmt_rules(
    folder: Folder,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit code 1 if it would change.")] = False,
) -> None:
    """Check identity.yaml, and write it in its settled form."""
    from cesta.maps.fmt import fmt
    from cesta.store.disk import write_whole
    from cesta.store.documents import read_text
    from cesta.store.identity import FILE, rules_in
    from cesta.store.manifest import read_manifest

    read_manifest(folder)
    path = folder / FILE
    text = read_text(path)
    rules_in(text)
    tidy = fmt(text, path)
    if tidy != text and not check:
        write_whole(path, tidy)
    show({"changed": tidy != text}, [f"{path}: {'as it should be' if tidy == text else 'formatted'}"])
    if check and tidy != text:
        raise typer.Exit(1)


def summed(found: Summary) -> list[str]:
    """The numbers in words."""
    said = [
        f"{found.customers:,} customers; {found.joined:,} of them have {found.ids:,} ids, by {found.merges:,} merges",
        *(f"  {each.customers:,} customers of {each.ids:,} ids" for each in found.sizes[:20]),
    ]
    said += [f"  {each.claims:,} claims not believed wholly: {each.rule}" for each in found.refused]
    said += [f"  limit of {kind}: {limit}" for kind, limit in found.limits.items()]
    if found.proposals:
        said.append(f"{found.proposals:,} ids are claimed by several people. See: cesta identity shared DIR")
    return said


def line_of(merge: TheMerge) -> str:
    """One merge in words."""
    met = " + ".join(f"{one.kind} {one.value}" for part in merge.ids for one in part)
    cause = "by hand" if merge.how == "by_hand" else f"{merge.source} {merge.message}"
    return f"{merge.id}  {merge.at[:19].replace('T', ' ')}  {met}  → {merge.into}  ({cause})"


def decided(one: TheDecision) -> str:
    """One decision in words."""
    about = " | ".join(", ".join(each.key for each in group) for group in one.ids) or f"decision {one.back}"
    still = "" if one.holds else "  (no longer)"
    return f"{one.id}  {one.at[:19].replace('T', ' ')}  {one.who}: {one.kind} {about}{still}"


def changed(found: Change) -> list[str]:
    """What would change, in words."""
    return [
        f"{found.people_before:,} people before, {found.people_after:,} after",
        f"{found.gone_count:,} merges would go",
        *(f"  {line_of(each)}" for each in found.gone[:20]),
        f"{found.new_count:,} merges would come",
        *(f"  {line_of(each)}" for each in found.new[:20]),
    ]


def _made(decision: Decision, json: bool) -> None:
    show(decision, [f"Decision {decision.seq}: {decision.kind}."], json)


def _who() -> str:
    return f"{getpass.getuser()} (command line)"


def add_to(app: typer.Typer, said: str) -> None:
    verbs = typer.Typer(help=said, no_args_is_help=True)
    named: dict[str, Callable[..., None]] = {
        "show": show_numbers, "merges": show_merges, "ids": show_ids, "shared": show_shared, "preview": preview,
        "undo": undo, "redo": redo, "join": join, "apart": apart, "share": share, "decisions": show_decisions,
        "back": take_back, "fmt": fmt_rules,
    }  # fmt: skip
    for name, verb in named.items():
        verbs.command(name)(verb)
    app.add_typer(verbs, name="identity")
