"""Progress for a person who waits at a terminal: a bar for what is being done. On a pipe there is silence."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from cesta.ingest.progress import Progress as Tell
from cesta.ingest.progress import quiet


@contextmanager
def bars() -> Iterator[Tell]:
    """Takes words of progress while open; nothing of the bars stays on the screen."""
    if not sys.stderr.isatty():
        yield quiet
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[share]}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        tasks: dict[str, TaskID] = {}

        def tell(what: str, done: int, total: int) -> None:
            if what not in tasks:
                for earlier in tasks.values():
                    shown.update(earlier, visible=False)
                tasks[what] = shown.add_task(what, share="")
            share = f"{done:,} of {total:,}" if total > 1 else ""
            shown.update(tasks[what], completed=done, total=total or None, share=share)

        yield tell
