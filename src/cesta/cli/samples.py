"""`cesta samples retail`: events of a generated clothing shop, streamed at any size, with the truth beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cesta.cli.output import Progress, show, tell
from cesta.model.errors import CestaError, unknown
from cesta.samples.retail.plants import NAMES, chosen


def language_named(word: str) -> str:
    """One of the languages, or mixed. Raises bad_language."""
    from cesta.samples.retail.texts import LANGUAGES

    if word not in (*LANGUAGES, "mixed"):
        raise unknown("bad_language", "language", word, (*LANGUAGES, "mixed"))
    return word


def retail(
    events: Annotated[int, typer.Option(help="How many; whole customers, so up to 96 more or fewer.")] = 100_000,
    seed: Annotated[int, typer.Option(help="The same seed makes the same events, byte for byte.")] = 1,
    noise: Annotated[int, typer.Option(help="0 clean, 1 realistic, 2 hard.")] = 1,
    plant: Annotated[str, typer.Option(help=f"Some of {','.join(NAMES)}; or all, or none.")] = "all",
    language: Annotated[str, typer.Option(help="en, pl, cs, ru, or mixed by country.")] = "mixed",
    out: Annotated[str, typer.Option(help="A file ending with .parquet, .csv or .jsonl; - for JSON lines.")] = "-",
    truth: Annotated[Path | None, typer.Option(help="Where to write what is true of these events (JSON).")] = None,
) -> None:
    """Events of a generated clothing shop: visits, carts, payments, parcels, reviews. The truth is known."""
    from cesta.samples.retail.events import World
    from cesta.samples.retail.truth import TruthSink
    from cesta.samples.retail.writing import write

    if noise not in (0, 1, 2):
        raise CestaError("bad_noise", f"There is no noise {noise}.", "0 is clean, 1 realistic, 2 hard.")
    if truth is not None and truth.resolve() == Path(out).resolve():
        raise CestaError("bad_format", f"{out} cannot hold both events and truth.", "Give --truth a file of its own.")
    world = World(seed, noise, chosen(plant), language_named(language))
    known = [] if truth is None else [TruthSink(world, truth, events)]
    made = write(world, events, out, Progress(), *known)
    if out == "-":
        tell(f"{made:,} events")
    else:
        show({"events": made, "out": out, "truth": truth and str(truth)}, [f"{made:,} events are in {out}."])


def add_to(app: typer.Typer, said: str) -> None:
    verbs = typer.Typer(help=said, no_args_is_help=True)
    verbs.callback()(lambda: None)
    verbs.command("retail")(retail)
    app.add_typer(verbs, name="samples")
