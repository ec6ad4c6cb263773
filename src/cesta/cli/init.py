"""`cesta init DIR`: an empty workspace folder, ready for a mapping and a map; or one with a generated shop in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cesta.cli.output import Progress, show
from cesta.model.errors import unknown

SAMPLES = ("retail",)


def init(  # noqa: PLR0913 - each is an option of the verb
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    name: Annotated[str | None, typer.Option(help="What the workspace is called; its folder's name otherwise.")] = None,
    timezone: Annotated[str, typer.Option(help="Where days are cut, as Europe/Prague.")] = "UTC",
    currency: Annotated[str, typer.Option(help="Three letters, as EUR.")] = "EUR",
    languages: Annotated[str, typer.Option(help="Some of en,pl,cs,ru; the first is the default.")] = "en",
    sample: Annotated[str | None, typer.Option(help="Fill it with a generated company: retail.")] = None,
    events: Annotated[int, typer.Option(help="How many events the sample has.")] = 100_000,
    seed: Annotated[int, typer.Option(help="Which of all such samples.")] = 1,
    language: Annotated[str, typer.Option(help="What its customers write in: en, pl, cs, ru or mixed.")] = "mixed",
) -> None:
    from cesta.store.workspace import Workspace

    if sample is not None:
        init_sample(folder, sample, events, seed, language)
        return
    chosen = tuple(word.strip() for word in languages.split(","))
    Workspace.create(folder, name=name, timezone=timezone, currency=currency, languages=chosen).close()
    show({"workspace": str(folder)}, [f"{folder} is ready. Serve it with: cesta serve {folder}"])


def init_sample(folder: Path, sample: str, events: int, seed: int, language: str) -> None:
    """A workspace with made-up events, a map, segments and personas. Raises unknown_sample, workspace_exists."""
    from cesta.cli.samples import language_named
    from cesta.samples.retail.make import make

    if sample not in SAMPLES:
        raise unknown("unknown_sample", "sample", sample, SAMPLES)
    with make(folder, Progress(), events=events, seed=seed, language=language_named(language)) as workspace:
        held = workspace.log.counts()["shards"]
    show(
        {"workspace": str(folder), "generated": True, "events": held},
        [f"{folder} is ready, with {held:,} made-up events. Serve it with: cesta serve {folder}"],
    )


def add_to(app: typer.Typer, said: str) -> None:
    app.command("init", help=said)(init)
