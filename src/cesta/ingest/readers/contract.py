"""The one contract of readers: what a place holds comes as batches of rows, each saying how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cesta.ingest.files.staged import Note

GROUP = "cesta.readers"
"""The entry point group under which a package offers its readers."""
MOST_ROWS = 10_000
"""Most rows of one batch: nobody holds a whole source in memory."""
Row = Mapping[str, object]
"""Names and values: None, bool, int, float, str, date, datetime, and lists or mappings of these."""


@dataclass(frozen=True, slots=True)
class Place:
    """What to read. where: a file's path or a URL. options: what else the reader was told, by name."""

    where: str
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of one table, in the order of the place. table: its name, "" where there is only one.

    cursor: all up to and with these rows has been read; whoever reads on from there gets the rest, and nothing twice.
    None: the place is always read whole. notes: what a person should know, such as a file that breaks off here.
    """

    table: str
    rows: Sequence[Row]
    cursor: str | None = None
    notes: tuple[Note, ...] = ()


def _never(_head: bytes) -> bool:
    return False


Read = Callable[[Place, str | None], Iterator[Batch]]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one kind of place. `read(place, cursor)` gives what is there, from the cursor on; None: from the beginning.

    suffixes: how names of its files end, small letters, without how they are compressed. signature: first bytes that
    only such files have. looks: whether a beginning of a file is of its kind, for endings that several readers share.
    schemes: the URLs it reads, such as imaps. options: each option's name and what it says.

    It raises CestaError: no_file or no_answer when the place is not there, bad_file when it cannot be understood,
    bad_value for an option. What breaks off after good rows is told as a note of the last batch.
    """

    kind: str
    read: Read
    suffixes: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    signature: bytes | None = None
    looks: Callable[[bytes], bool] = _never


def parted(table: str, rows: Iterator[Row], cursor: Callable[[Row], str | None] = lambda _: None) -> Iterator[Batch]:
    """Rows as batches of at most MOST_ROWS; the last row of each says how far it has come.

    >>> [len(batch.rows) for batch in parted("", iter([{"a": 1}] * 12_000))]
    [10000, 2000]
    """
    held: list[Row] = []
    for row in rows:
        held.append(row)
        if len(held) >= MOST_ROWS:
            yield Batch(table, held, cursor(held[-1]))
            held = []
    if held:
        yield Batch(table, held, cursor(held[-1]))
