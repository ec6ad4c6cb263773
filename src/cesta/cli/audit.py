"""`cesta audit DIR`: who saw or changed what, the newest first; of one person, or about one customer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cesta.cli.output import for_a_person, show, table

HEAD = ("when", "who", "what", "about", "answer")
SHOWN = 50
A_PAGE = 1000


def audit(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    customer: Annotated[str | None, typer.Option(help="Only what concerns the customer with this id.")] = None,
    person: Annotated[str | None, typer.Option(metavar="LOGIN", help="Only what this person did.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Everything, one JSON object a line.")] = False,
) -> None:
    import msgspec

    from cesta.accounts.accounts import Accounts
    from cesta.api.people import record_page
    from cesta.store.manifest import read_manifest

    read_manifest(folder)
    accounts = Accounts(folder / "data")
    try:
        whose = accounts.people.called(person).id if person is not None else None
        if for_a_person(json):
            entries = accounts.record.entries(limit=SHOWN, person=whose, customer=customer)
            page = record_page(entries, SHOWN)
            rows = [
                (e.time[:19].replace("T", " "), e.name or f"({e.via})", e.what, e.about or e.customer, str(e.status))
                for e in page.entries
            ]
            show(page, table(HEAD, rows) if rows else ["Nothing is recorded."])
            return
        before: int | None = None
        while entries := accounts.record.entries(before=before, limit=A_PAGE, person=whose, customer=customer):
            for entry in record_page(entries, A_PAGE).entries:
                print(msgspec.json.encode(entry).decode())
            before = entries[-1].seq
    finally:
        accounts.close()


def add_to(app: typer.Typer, said: str) -> None:
    app.command("audit", help=said)(audit)
