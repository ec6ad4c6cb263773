"""The `cesta` command: its verbs, and errors told in one line."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Sequence

import typer

from cesta.model.errors import CestaError

VERBS = {
    "demo": "Make a workspace of a year of real shopping; show its map.",
    "init": "Make a workspace folder, empty or with a generated shop.",
    "serve": "Serve a workspace: its screen and its interface.",
    "load": "Load any files; who, what and when are guessed.",
    "shapes": "List the exports that are known by their columns.",
    "jobs": "List what is read again and again; run it now.",
    "loads": "List what was loaded, and what of it counts.",
    "unload": "Take a load back wholly, or bring it back from the bin.",
    "erase": "Erase customers for good, out of every answer and file.",
    "consent": "Show what people allowed; take nothing more of some.",
    "retention": "Show how long events are kept; remove what is due.",
    "delete": "Put a map, a segment or another document into the bin.",
    "bin": "List what was deleted, and bring it back.",
    "decide": "Show changed rows of a load, and settle what to do with them.",
    "events": "Show which events a workspace holds, or send it new ones.",
    "user": "Say who may open a workspace, and as what.",
    "mail": "Say through which server letters go; try it.",
    "audit": "Show who saw or changed what.",
    "customers": "List customers, find one by anything, export one.",
    "enrich": "Let the rows of a table say more about customers.",
    "key": "Make a key with which a client may send events.",
    "set-aside": "Show, mend or dismiss what could not be understood.",
    "replay": "Try again what was set aside.",
    "ask": "Answer questions: a JSON document in, a JSON document out.",
    "feel": "Tell what texts feel like, and in which language.",
    "themes": "Find what many texts are about; route them by reason.",
    "identity": "Show which ids are one customer, and undo what is not.",
    "sql": "Ask events and journeys in SQL, or write them as Parquet.",
    "map": "Show, check, compare, export and import maps.",
    "drivers": "Find what moves what customers say and do.",
    "groups": "Find groups of customers who behave alike.",
    "kpis": "Show KPIs with their targets, and how they have moved.",
    "alerts": "Show what alerts see; tell people; what they told.",
    "tasks": "Show what is to be done; open a task, move one.",
    "hypotheses": "Show what you expect of whom, and what events say.",
    "report": "Show a segment against everybody else.",
    "surveys": "Show which surveys there are, or what one came to.",
    "segments": "Show who is in which segment at a moment, and why.",
    "samples": "Generate events of a made-up company whose truth is known.",
    "backup": "Write the whole workspace into one file, also while served.",
    "restore": "Make the workspace of a backup, whole or not at all.",
    "check": "Check every checksum and count; name what is damaged.",
    "config": "Show every setting, its value and where it comes from.",
}


def application(wanted: str | None) -> typer.Typer:
    """All verbs; only the wanted one is imported, so that help and errors come at once."""
    app = typer.Typer(
        name="cesta",
        help="A living customer journey map: real events in, a map that measures itself out.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(options)
    for name, said in VERBS.items():
        if name == wanted:
            importlib.import_module(f"cesta.cli.{name.replace('-', '_')}").add_to(app, said)
        else:
            app.command(name, help=said)(_not_asked)
    return app


def _not_asked() -> None:
    """Stands for a verb that only the list of verbs mentions."""


def _version(wanted: bool) -> None:
    if wanted:
        from cesta import __version__

        print(f"cesta {__version__}")
        raise typer.Exit


def options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Show the version."),
) -> None:
    """What every verb shares."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; errors go to stderr as `code: message hint`, with exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What we write is UTF-8 whatever the machine is set to; what is no text must not stop an error message.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    wanted = next((word for word in given if not word.startswith("-")), None)
    try:
        application(wanted)(args=given, prog_name="cesta")
    except CestaError as error:
        print(error, file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        print(CestaError("no_access", f"{place}{error.strerror or error}.", "Check its rights and the disk."),
              file=sys.stderr)  # fmt: skip
        # What could not be written must not be tried again when Python leaves.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
