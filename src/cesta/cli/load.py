"""`cesta load DIR FILE…`: any files in; who, what and when are guessed, shown, corrected by options, and kept."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import msgspec
import typer

from cesta.cli.bars import bars
from cesta.cli.guess_shown import lines as guess_lines
from cesta.cli.output import for_a_person, show, tell
from cesta.cli.reach import Reached, reach
from cesta.ingest.loaded import Loaded

if TYPE_CHECKING:
    from cesta.ingest.guess.answers import Answers
    from cesta.ingest.guess.guess import Guess
    from cesta.ingest.guess.moments import DateOrder
    from cesta.ingest.guess.plan import Question
    from cesta.store.loads import Decision

Columns = list[str]


@dataclass(frozen=True, slots=True)
class Brought:
    """What a load brought, and why rows were set aside. `mapping`: the document that was kept, if any was."""

    loaded: Loaded
    reasons: tuple[tuple[str, int], ...]


def load(  # noqa: PLR0913 - one parameter for each option
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Files, or folders with files.")],
    who: Annotated[Columns, typer.Option(help='The column that says who, or "each-row".', metavar="COL")] = [],  # noqa: B006
    what: Annotated[Columns, typer.Option(help="The column that names the events.", metavar="COL")] = [],  # noqa: B006
    when: Annotated[Columns, typer.Option(help="The column that says when.", metavar="COL")] = [],  # noqa: B006
    key: Annotated[Columns, typer.Option("--id", help="The column that names each row for ever.", metavar="COL")] = [],  # noqa: B006
    event: Annotated[str | None, typer.Option(help="What each row is called.", metavar="NAME")] = None,
    dates: Annotated[str | None, typer.Option(help="01/02 is day first or month first.", metavar="dmy|mdy")] = None,
    keep: Annotated[Columns, typer.Option(help="A column to keep with the events.", metavar="COL")] = [],  # noqa: B006
    drop: Annotated[Columns, typer.Option(help="A column to leave out.", metavar="COL")] = [],  # noqa: B006
    rename: Annotated[Columns, typer.Option(help="Another name for an event.", metavar="OLD=NEW")] = [],  # noqa: B006
    mapping: Annotated[Path | None, typer.Option(help="A mapping instead of guessing.", metavar="FILE")] = None,
    name: Annotated[str | None, typer.Option(help="What the source is called.", metavar="ID")] = None,
    changed: Annotated[
        str | None, typer.Option(help="When a known id says something else.", metavar="ask|keep|replace")
    ] = None,
    shape: Annotated[
        str | None, typer.Option(help="A named shape that the file has: cesta shapes.", metavar="NAME")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Load without asking.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only print the mapping.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.ingest.guess.answers import Answers

    answers = Answers(
        who=tuple(who), what=tuple(what), when=tuple(when), id=tuple(key), event=event,
        dates=cast("DateOrder | None", dates), keep=tuple(keep), drop=tuple(drop), rename=_renamed(rename), name=name,
        changed=cast("Decision | None", changed), shape=shape,
    )  # fmt: skip
    person = for_a_person(json)
    with reach(folder) as workspace:
        text = None
        if mapping is None:
            guess, answers = _guess(workspace, files, answers, person and not yes)
            if dry_run:
                _print_mapping(guess, json)
                return
            text = guess.or_refuse().mapping
            if person:
                print("\n".join(guess_lines(guess)))
                if not yes and not typer.confirm("Load?", default=True):
                    return
        with bars() as progress:
            brought = msgspec.convert(workspace.load(files, text or mapping, progress), Brought)
    show(_document(brought), _lines(folder, brought), json)


def _guess(workspace: Reached, files: list[Path], answers: Answers, ask: bool) -> tuple[Guess, Answers]:
    """The guess; at a terminal a person is asked what only she can say."""
    from cesta.ingest.guess.guess import Guess

    while True:
        with bars() as progress:
            guess = msgspec.convert(workspace.guess(files, answers, progress), Guess)
        if not ask or not guess.questions:
            return guess, answers
        answers = _answered(answers, guess.questions[0])


def _answered(answers: Answers, question: Question) -> Answers:
    told = ""
    while told not in question.choices:
        told = typer.prompt(f"{question.text} ({', '.join(question.choices)})", default=question.choices[0])
    if question.code == "date_order":
        return replace(answers, dates=cast("DateOrder", told))
    column = told if told == "each-row" else f"{question.table}.{told}"
    return replace(answers, who=(*answers.who, column))


def _renamed(given: list[str]) -> dict[str, str]:
    for one in given:
        if "=" not in one:
            raise typer.BadParameter(f"{one} has no =. Say OLD=NEW.", param_hint="--rename")
    return {old: new for old, _, new in (one.partition("=") for one in given)}


def _print_mapping(guess: Guess, json: bool) -> None:
    if json:
        print(msgspec.json.encode(guess).decode())
        return
    if guess.refused is not None:
        guess.or_refuse()
    for question in guess.questions:
        tell(f"{question.text} Say {question.option} {' or '.join(question.choices)}.")
    sys.stdout.write(guess.mapping)


def _document(brought: Brought) -> dict[str, object]:
    document = msgspec.convert(msgspec.to_builtins(brought.loaded), dict[str, object])
    return {**document, "reasons": [{"reason": reason, "rows": rows} for reason, rows in brought.reasons]}


def _lines(folder: Path, brought: Brought) -> list[str]:
    loaded = brought.loaded
    found = [f"{loaded.events:,} events of {loaded.customers:,} customers."]
    if loaded.already:
        found.append("They were loaded before; nothing was added.")
    if loaded.replaced:
        found.append(f"They take the place of {', '.join(loaded.replaced)}, of the same files.")
    if loaded.duplicates:
        found.append(f"{loaded.duplicates:,} were known already.")
    if loaded.not_kept:
        found.append(f"{loaded.not_kept:,} were not kept: their customers do not allow it.")
    if loaded.changed:
        found.append(f"{loaded.changed:,} say something else about known ids: cesta decide {folder} {loaded.load_id}")
    if loaded.set_aside:
        reasons = "; ".join(f"{rows:,} × {reason}" for reason, rows in brought.reasons)
        found.append(f"{loaded.set_aside:,} rows were set aside: {reasons} See them: cesta set-aside {folder}")
    if loaded.unclear_times:
        found.append(f"{loaded.unclear_times:,} times were shown twice by the clock, or skipped by it.")
    return [*found, f"Take it back with: cesta unload {folder} {loaded.load_id}"]


def add_to(app: typer.Typer, said: str) -> None:
    app.command("load", help=said)(load)
