"""Where results go: words for a person at a terminal, JSON for a pipe; decided here once."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Sequence

import msgspec


def for_a_person(json: bool = False) -> bool:
    """Whether stdout is read by a person."""
    return sys.stdout.isatty() and not json


def show(document: object, lines: Iterable[str], json: bool = False) -> None:
    """The result: `lines` for a person, `document` as one line of JSON otherwise."""
    if for_a_person(json):
        for line in lines:
            print(line)
    else:
        print(msgspec.json.encode(document).decode(), flush=True)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns under their heads; numbers to the right.

    >>> table(("event", "n"), [("visit", "12"), ("buy", "3")])
    ['event   n', 'visit  12', 'buy     3']
    """
    every = [head, *rows]
    widths = [max(len(row[i]) for row in every) for i in range(len(head))]
    right = [bool(rows) and all(row[i].replace(",", "").isdigit() for row in rows) for i in range(len(head))]
    return [
        "  ".join(
            text.rjust(width) if to_right else text.ljust(width)
            for text, width, to_right in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in every
    ]


def tell(text: str) -> None:
    """Something for the person who waits: on stderr, so that stdout stays the result."""
    print(text, file=sys.stderr, flush=True)


class Progress:
    """How far long work has come: a line at each new piece of work, and one every few seconds within it."""

    EVERY = 2.0

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.last_name = ""
        self.last_time = 0.0

    def __call__(self, name: str, done: int, total: int) -> None:
        now = time.monotonic()
        if name == self.last_name and now - self.last_time < self.EVERY and done < total:
            return
        if name == self.last_name and done >= total and now - self.last_time < self.EVERY / 4:
            return
        self.last_name, self.last_time = name, now
        share = f" {done:,} of {total:,}" if total > 1 else ""
        tell(f"{now - self.started:5.1f} s  {name}{share}")
