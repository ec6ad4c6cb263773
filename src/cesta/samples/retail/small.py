"""The small shop: one quarter of the generated shop's first hundred customers, for tests, docs and first steps."""

from __future__ import annotations

import json
from functools import cache

from cesta.samples.retail.events import Walker, World
from cesta.samples.retail.lines import json_lines
from cesta.samples.retail.writing import line_columns

CUSTOMERS = 100
FIRST, END = "2026-01-01", "2026-04-01"

Shopping = list[dict[str, object]]


def small() -> Shopping:
    """What these customers did in those months, as `accept` takes it, in order of time.

    It is what the whole world says of them: their lives began before, and go on.

    >>> first = small()[0]
    >>> sorted(first), small() == small()
    (['customer', 'event', 'message_id', 'props', 'ts'], True)
    """
    return [json.loads(line) for line in _lines()]


@cache
def _lines() -> list[bytes]:
    """The lines that the world would write; parsed anew for everybody who asks, as events may be changed."""
    lives = line_columns(Walker(World()).block(0, CUSTOMERS))
    told = [(json.loads(line)["ts"], line) for line in b"".join(json_lines(lives)).splitlines()]
    return [line for ts, line in sorted(told, key=lambda each: each[0]) if FIRST <= ts < END]
