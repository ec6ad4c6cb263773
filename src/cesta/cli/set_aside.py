"""`cesta set-aside DIR`: what could not be understood, by reason; mended by a rule, or dismissed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from cesta.cli.output import show, table
from cesta.cli.reach import Reached, reach
from cesta.model.errors import CestaError

if TYPE_CHECKING:
    from cesta.api.set_aside import Aside, AsideGroup, Which

HEAD = ("source", "reason", "field", "rows", "for example", "where")


def set_aside(  # noqa: PLR0913 - one parameter for each option
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    source: Annotated[str | None, typer.Option(help="Only what this source sent.")] = None,
    reason: Annotated[
        str | None, typer.Option(help="Only what was set aside for this reason, such as bad_time.")
    ] = None,
    load: Annotated[str | None, typer.Option(help="Only what came with this load.")] = None,
    repair: Annotated[Path | None, typer.Option(metavar="RULE.yaml", help="Mend by the rule in this file.")] = None,
    field: Annotated[str | None, typer.Option(help="Mend this field: customer, time, properties.price …")] = None,
    value: Annotated[str | None, typer.Option(help="… where it says this; * stands for any text …")] = None,
    becomes: Annotated[
        str | None, typer.Option(help="… so that it says this instead; nothing at all empties it.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what the rule would mend.")] = False,
    dismiss: Annotated[bool, typer.Option("--dismiss", help="Lay the chosen ones away.")] = False,
    undo: Annotated[str | None, typer.Option(help="Bring back what a --dismiss laid away.")] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.api.set_aside import Aside, Dismissed, Which

    which = Which(source=source, code=reason, field=None if becomes is not None else field, load=load)
    rule = rule_of(repair, field, value, reason, becomes)
    with reach(folder) as reached:
        if rule is not None:
            mend(reached, which, rule, dry_run, json)
        elif undo is not None:
            back = reached.mend("bring-back", {"undo": undo})
            show(back, [f"{back['waiting']} wait again."], json)
        elif dismiss:
            gone = msgspec.convert(reached.mend("dismiss", which), Dismissed)
            undo_with = f"Bring them back with: cesta set-aside {folder} --undo {gone.undo}"
            show(gone, [f"{gone.dismissed:,} dismissed.", *([undo_with] if gone.dismissed else [])], json)
        else:
            found = msgspec.convert(reached.set_aside(which), Aside)
            show(found, lines(found, folder), json)


def rule_of(
    file: Path | None, field: str | None, value: str | None, reason: str | None, becomes: str | None
) -> dict[str, object] | None:
    """The rule that the options make, None if none was asked for. Raises bad_rule.

    >>> rule_of(None, "customer", "ID *", None, "*")
    {'field': 'customer', 'pattern': 'ID *', 'becomes': '*'}
    """
    if file is not None:
        from cesta.store.documents import read_document

        given = read_document(file).data
        if not isinstance(given, dict):
            raise CestaError("bad_rule", f"{file} is no rule.", "It begins with: field:")
        return given
    if becomes is None:
        return None
    if field is None or (value is None and reason is None):
        raise CestaError(
            "bad_rule", "--becomes needs --field, and --value or --reason.", "Which values shall become it?"
        )
    kind = "reason" if value is None else "pattern" if "*" in value else "value"
    return {"field": field, kind: value if value is not None else reason, "becomes": becomes or None}


def mend(reached: Reached, which: Which, rule: dict[str, object], dry_run: bool, json: bool) -> None:
    """Mends by a rule, or says what it would do."""
    from cesta.api.set_aside import Aside, AsidePreview, Mended, Which

    source = which.source or only_source(msgspec.convert(reached.set_aside(Which(load=which.load)), Aside))
    document = {"source": source, "rule": rule}
    if not dry_run:
        done = msgspec.convert(reached.mend("repair", document), Mended)
        said = f"{done.replayed:,} mended, {done.waiting:,} still cannot be understood. The rule is kept for {source}."
        show(done, [said], json)
        return
    told = msgspec.convert(reached.mend("preview", document), AsidePreview)
    examples = [(each.file or "", f"{each.row or ''}", *change(each.before, each.after)) for each in told.examples]
    still = [f"{each.rows:,} would still be set aside: {each.reason}" for each in told.still]
    head = f"The rule would mend {told.mended:,} of {told.about:,}."
    show(told, [head, *still, "", *table(("file", "row", "before", "after"), examples)], json)


def change(before: dict[str, str | None], after: dict[str, str | None]) -> tuple[str, str]:
    """The fields that differ, before and after.

    >>> change({"a": "1", "b": "2"}, {"a": "1", "b": None})
    ('b: 2', 'b: (empty)')
    """
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    told = (", ".join(f"{name}: {side.get(name) or '(empty)'}" for name in names) for side in (before, after))
    first, second = told
    return first, second


def only_source(found: Aside) -> str:
    """The one source of which something waits. Raises bad_rule."""
    sources = sorted({group.source for group in found.groups})
    if len(sources) != 1:
        hint = f"Sources: {', '.join(sources)}." if sources else "Nothing is set aside."
        raise CestaError("bad_rule", "Say with --source whose values the rule mends.", hint)
    return sources[0]


def lines(found: Aside, folder: Path) -> list[str]:
    """The groups, the largest first, and what can be done."""
    if not found.waiting:
        gone = [f"{found.dismissed:,} were dismissed."] if found.dismissed else []
        return ["Nothing is set aside.", *gone]
    rows = [row_of(group) for group in found.groups]
    hint = f"Mend a value with: cesta set-aside {folder} --field FIELD --value WRONG --becomes RIGHT --dry-run"
    return [f"{found.waiting:,} set aside.", "", *table(HEAD, rows), "", hint]


def row_of(group: AsideGroup) -> tuple[str, ...]:
    first = group.first
    where = first.file or ""
    where += f" row {first.row}" if first.row is not None else ""
    example = first.value if first.value is not None else "(empty)"
    return group.source, group.code, group.field or "", f"{group.rows:,}", example[:40], where.strip()


def add_to(app: typer.Typer, said: str) -> None:
    app.command("set-aside", help=said)(set_aside)
