"""Rows of a load and what people allowed: what they say of it is noted, then those that may not be kept stay out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from cesta.consent.book import Book, book_of
from cesta.consent.purposes import Purposes, purposes_now
from cesta.consent.statements import CHOICE, Statement, last_word, names_of, statements_in
from cesta.model.event import Event

NAMED = "_id:"
"""Columns beside those of a shard: ids that rows name besides their customer's, by kind."""
AT_ONCE = 10_000
Fit = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Admission:
    """What is allowed, as it is now. country: whose phone numbers are meant where none says so.

    Raises bad_privacy while privacy.yaml has a mistake: then nothing is taken that might need a consent.
    """

    purposes: Purposes
    book: Book
    country: str | None = None

    def note(self, table: pa.Table) -> None:
        """Notes what these rows, laid out as in a shard, say of consent."""
        chosen = self._telling(table)
        if not chosen.any():
            return
        rows = table.filter(pa.array(chosen))
        rows = rows.set_column(rows.column_names.index("time"), "time", rows["time"].cast(pa.int64()))
        for batch in rows.to_batches(AT_ONCE):
            self.book.note(said for row in batch.to_pylist() for said in self._said(row))

    def fit(self, table: pa.Table) -> Fit:
        """Which of these rows may be kept."""
        fit = np.ones(len(table), np.bool_)
        needed = self._needed(table)
        if not len(table) or not (needed or self.book.suppresses):
            return fit
        who, combinations = self._combinations(table)
        names = [names_of(customer, ids, self.country) for customer, ids in combinations]
        every = {one for some in names for one in some}
        suppressed = self.book.suppressed_among(every)
        fit &= np.array([suppressed.isdisjoint(some) for some in names], np.bool_)[who]
        words = self.book.words(every) if needed else {}
        for purpose_id, unsaid, rows in needed:
            allowed = np.array([last_word(words, some, purpose_id, unsaid) for some in names], np.bool_)
            fit &= allowed[who] | ~rows
        return fit

    def _telling(self, table: pa.Table) -> Fit:
        every = self.purposes.every
        chosen = _named_so(
            table, lambda name: any(one.given_by.fit(name) or one.withdrawn_by.fit(name) for one in every)
        )
        for column in table.column_names:
            choice = column.removeprefix("bool.")
            if choice.startswith(CHOICE) and choice[len(CHOICE) :].casefold() in self.purposes.by_category:
                chosen |= pc.is_valid(table[column]).to_numpy(zero_copy_only=False)
        return chosen

    def _needed(self, table: pa.Table) -> list[tuple[str, bool, Fit]]:
        """Purposes that some of these rows need: what holds where nothing was said, and which rows."""
        every = self.purposes.every
        rows = [(each.id, each.without_word, _named_so(table, each.needed_for.fit)) for each in every]
        return [each for each in rows if each[2].any()]

    def _combinations(self, table: pa.Table) -> tuple[NDArray[np.int64], list[tuple[str, dict[str, str]]]]:
        """For each row which of the combinations of ids it has, and the combinations."""
        names = ["customer", *(name for name in table.column_names if name.startswith(NAMED))]
        codes = np.zeros(len(table), np.int64)
        for name in names:
            mine = table[name].combine_chunks().dictionary_encode("encode").indices.to_numpy()
            codes = np.unique(codes * (int(mine.max()) + 1) + mine, return_inverse=True)[1]
        _, first = np.unique(codes, return_index=True)
        found = table.select(names).take(pa.array(first)).to_pylist()
        return codes, [(row["customer"], _ids(row)) for row in found]

    def _said(self, row: dict[str, Any]) -> Iterator[Statement]:
        said = {name.partition(".")[2]: value for name, value in row.items() if "." in name and value is not None}
        event = Event(row["source"], row["message_id"], row["customer"], row["event"], row["time"], said)
        return statements_in(event, _ids(row), self.purposes, self.country)


def admission(root: Path, country: str | None = None) -> Admission:
    """What is allowed in a workspace now. Raises bad_privacy."""
    return Admission(purposes_now(root), book_of(root / "data"), country)


def _named_so(table: pa.Table, wanted: Callable[[str], bool]) -> Fit:
    """The rows whose event has such a name."""
    names = table["event"].combine_chunks().dictionary_encode()
    are = np.array([wanted(name) for name in names.dictionary.to_pylist()], np.bool_)
    found: Fit = are[names.indices.to_numpy()] if len(are) else np.zeros(len(table), np.bool_)
    return found


def _ids(row: dict[str, Any]) -> dict[str, str]:
    return {name.removeprefix(NAMED): one for name, one in row.items() if name.startswith(NAMED) and one is not None}
