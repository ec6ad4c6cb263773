"""`cesta customers DIR`: customers one a line, all of them or those a text names; everything about one as a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cesta.cli.output import for_a_person, show, table, tell
from cesta.cli.reach import Reached, reach
from cesta.model.errors import CestaError

if TYPE_CHECKING:
    from cesta.profiles.listing import CustomerLine

A_PAGE = 500
SHOWN = 20
HEAD = ("id", "other ids", "events", "first", "last", "segments")


def customers(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    search: Annotated[str | None, typer.Option(help="An id, e-mail, phone, order or name, or its beginning.")] = None,
    id_: Annotated[str | None, typer.Option("--id", help="Only the customer who has this id.")] = None,
    after: Annotated[str | None, typer.Option(metavar="ID", help="Only those behind this id.")] = None,
    limit: Annotated[int | None, typer.Option(help="At most so many.", min=1)] = None,
    export: Annotated[Path | None, typer.Option(help="With --id: write everything about her into this zip.")] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    if export is not None:
        _export(folder, id_, export)
        return
    import msgspec

    from cesta.profiles.listing import CustomerLine

    person = for_a_person(json)
    most = limit if limit is not None else SHOWN if person and id_ is None else None
    with reach(folder) as reached:
        found = (msgspec.convert(one, CustomerLine) for one in _each(reached, search, id_, after, most))
        if person:
            rows = [_row(one) for one in found]
            show(None, table(HEAD, rows) if rows else ["Nobody."])
            return
        for one in found:
            print(msgspec.json.encode(one).decode())


def _each(
    reached: Reached, search: str | None, one: str | None, after: str | None, most: int | None
) -> Iterator[Mapping[str, Any]]:
    """As many as are wanted, a page at a time."""
    if search is not None or one is not None:
        yield from reached.customers(search=search, one=one, after=None, limit=most or SHOWN)["customers"]
        return
    left = most
    while left is None or left > 0:
        size = A_PAGE if left is None else min(A_PAGE, left)
        page = reached.customers(search=None, one=None, after=after, limit=size)
        yield from page["customers"]
        left = None if left is None else left - len(page["customers"])
        after = page["next"]
        if after is None:
            return


def _row(one: CustomerLine) -> tuple[str, ...]:
    days = ((moment or "-")[:10] for moment in (one.first, one.last))
    return one.id, str(len(one.ids) - 1), f"{one.events:,}", *days, ", ".join(one.segments)


def _export(folder: Path, one: str | None, path: Path) -> None:
    if one is None:
        raise CestaError("missing_param", "Whose export is it?", "Name the customer with --id.")
    if path.suffix.lower() != ".zip":
        raise CestaError("bad_value", f"{path.name} is no zip by its name.", "Name it customer.zip, say.")
    from cesta.store.disk import having_room
    from cesta.store.made import note_made

    with reach(folder) as reached:
        content = reached.person_file(one)
    with having_room(path), path.open("xb") as file:
        file.write(content)
    # Who erases her later has to find the copy.
    note_made(folder / "data", "export", path)
    tell(f"Everything about {one} is in {path}. It is personal: keep it as you would a letter of hers.")


def add_to(app: typer.Typer, said: str) -> None:
    app.command("customers", help=said)(customers)
