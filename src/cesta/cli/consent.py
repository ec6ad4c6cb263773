"""`cesta consent`: what people allowed, and of whom nothing is taken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from cesta.cli.output import show, table
from cesta.cli.reach import reach

if TYPE_CHECKING:
    from cesta.privacy.consent import ConsentView

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")]
Ids = Annotated[list[str], typer.Option("--id", help="An id of the customer; all ids joined with it count.")]
Json = Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")]


def show_consent(
    folder: Folder,
    id_: Annotated[str | None, typer.Option("--id", help="What this one customer allowed.")] = None,
    json: Json = False,
) -> None:
    """What people allowed, by purpose, and what was not kept for want of it; or one customer, with proofs."""
    if id_ is not None:
        with reach(folder) as workspace:
            hers = workspace.consents_of(id_)
        show(hers, _hers(hers), json)
        return
    from cesta.privacy.consent import ConsentView

    with reach(folder) as workspace:
        found = msgspec.convert(workspace.consent(), ConsentView)
    show(found, lines(found), json)


def say(
    folder: Folder,
    id_: Annotated[str, typer.Option("--id", help="An id of the customer.")],
    purpose: Annotated[str, typer.Option(help="A purpose of privacy.yaml.")],
    how: Annotated[str, typer.Option(help="How she said so: the proof of it.")],
    allowed: Annotated[bool, typer.Option("--yes/--no", help="What she said.")],
    json: Json = False,
) -> None:
    """Write down what a customer said of a purpose now."""
    with reach(folder) as workspace:
        hers = workspace.say_consent(id_, {"purpose": purpose, "allowed": allowed, "how": how})
    show(hers, _hers(hers), json)


def suppress(folder: Folder, id_: Ids, json: Json = False) -> None:
    """Take nothing more that names these customers; what is there stays."""
    with reach(folder) as workspace:
        done = workspace.suppress(id_, lift=False)
    show(done, [f"Nothing is taken any more of: {', '.join(map(str, _ids(done)))}"], json)


def lift(folder: Folder, id_: Ids, json: Json = False) -> None:
    """Take again what names these customers."""
    with reach(folder) as workspace:
        done = workspace.suppress(id_, lift=True)
    show(done, [f"Taken again: {', '.join(map(str, _ids(done)))}"], json)


def lines(found: ConsentView) -> list[str]:
    """Purposes with yes and no, then what was not kept."""
    rows = [
        (each.name, f"{each.allowed:,}", f"{each.refused:,}", "allowed" if each.without_word else "refused")
        for each in found.purposes
    ]
    told = table(("purpose", "yes", "no", "without a word"), rows) if rows else ["privacy.yaml names no purpose."]
    kept_out = [f"Not kept of {each.source}: {each.messages:,} messages" for each in found.not_kept]
    return [*told, *kept_out, *([f"Suppressed: {found.suppressed:,} ids"] if found.suppressed else [])]


def _hers(consents: list[dict[str, object]]) -> list[str]:
    rows = [
        (str(one["name"]), "yes" if one["given"] else "no", str(one["time"] or "said nothing"), str(one["source"]),
         str(one["proof"]))
        for one in consents
    ]  # fmt: skip
    return table(("purpose", "allowed", "since", "source", "proof"), rows) if rows else ["Nothing is known."]


def _ids(done: dict[str, object]) -> list[object]:
    ids = done["ids"]
    return ids if isinstance(ids, list) else []


def add_to(app: typer.Typer, said: str) -> None:
    verbs = typer.Typer(help=said, no_args_is_help=True)
    verbs.command("show")(show_consent)
    verbs.command("say")(say)
    verbs.command("suppress")(suppress)
    verbs.command("lift")(lift)
    app.add_typer(verbs, name="consent")
