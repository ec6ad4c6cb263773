"""`cesta shapes [NAME]`: the exports that are known by their columns, what those may be called, and an example."""

from __future__ import annotations

from typing import Annotated

import typer

from cesta.cli.output import show


def shapes(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Only this shape, with its columns.")] = None,
    example: Annotated[bool, typer.Option("--example", help="Only the path of a file of this shape.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")] = False,
) -> None:
    from cesta.ingest.shapes import document
    from cesta.model.errors import CestaError

    if name is None:
        if example:
            raise CestaError("bad_value", "An example of what?", "Such as: cesta shapes calls --example")
        every = document.shapes().values()
        told = [{"shape": one.shape, "says": one.says, "channel": one.channel} for one in every]
        show({"shapes": told}, [f"{one.shape:<12}{one.says}" for one in every], json)
        return
    shape = document.the_shape(name)
    if example:
        print(shape.example())
        return
    fields = [
        {"field": field, "needed": known.needed, "names": list(known.names())} for field, known in shape.fields.items()
    ]
    lines = [shape.says, f"Load a file of it: cesta load DIR FILE --shape {name}", ""]
    for field, known in shape.fields.items():
        lines.append(f"{field}{' (needed)' if known.needed else ''}: {', '.join(known.names())}")
    events = [happens.event or str(happens.event_is) for happens in shape.events]
    show({"shape": name, "says": shape.says, "channel": shape.channel, "events": events, "fields": fields}, lines, json)


def add_to(app: typer.Typer, said: str) -> None:
    app.command("shapes", help=said)(shapes)
