"""`cesta replay DIR`: what was set aside goes through the door again, after a mapping or a setting was corrected."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from cesta.cli.output import show
from cesta.cli.reach import reach


def replay(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    source: Annotated[str | None, typer.Option(help="Only what this source sent.")] = None,
    load: Annotated[str | None, typer.Option(help="Only what came with this load.")] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.api.set_aside import Mended, Which

    with reach(folder) as reached:
        done = msgspec.convert(reached.mend("replay", Which(source=source, load=load)), Mended)
    show(done, [f"{done.replayed:,} are events now, {done.waiting:,} still cannot be understood."], json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("replay", help=said)(replay)
