"""Which rows are events: what is mended is mended first, and of each other row the first thing wrong is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from cesta.ingest.readings import Reading
from cesta.ingest.repair import Rule
from cesta.ingest.repair_columns import mend
from cesta.ingest.row_times import Times, read_texts

PROPERTIES = "properties."
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Manner:
    """How rows are judged: how their times are written, in which zone, and the rules that mend them.

    `read`: the properties that are read from text; those that hold text still are read by the judge. `country`: whose
    phone numbers are meant where none says so.
    """

    formats: tuple[str, ...]
    zone: ZoneInfo
    rules: tuple[Rule, ...] = ()
    read: Mapping[str, Reading] = field(default_factory=dict)
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a row is no event: its field, a stable code, and the reason in words."""

    field: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Judged:
    """`fields`: the rows after mending. `why`: for each row 0 if it is an event, else which of `wrong`, from 1.

    `values`: what was read of properties that hold text in `fields`.
    """

    fields: pa.Table
    times: Times
    why: NDArray[np.int16]
    wrong: tuple[Wrong, ...]
    values: Mapping[str, pa.Array] = field(default_factory=dict)

    def good(self) -> Mask:
        found: Mask = self.why == 0
        return found


def judge(fields: pa.Table, typed: Times | None, manner: Manner) -> Judged:
    """Judges rows with the columns customer, event, time as it is written, id, and properties.….

    `typed`: their times, where the source holds times and no text.
    """
    rules = manner.rules
    if not rules:
        return _judged(fields, _times(fields, fields, typed, manner), manner.read)
    mended = mend(rules, fields)
    found = _judged(mended, _times(mended, fields, typed, manner), manner.read)
    # A row may have several faults, and shows the next one when the first is mended.
    for _ in range(sum(rule.when.kind == "reason" for rule in rules)):
        if found.good().all():
            break
        mended = mend(rules, found.fields, *_said(found))
        if mended is found.fields:
            break
        found = _judged(mended, _times(mended, fields, typed, manner), manner.read)
    return found


def _said(judged: Judged) -> tuple[pa.Array, pa.Array]:
    """For each row the code and the field of what is wrong with it."""
    why = pa.array(judged.why.astype(np.int32))
    codes = pa.array([None, *(one.code for one in judged.wrong)], pa.string()).take(why)
    return codes, pa.array([None, *(one.field for one in judged.wrong)], pa.string()).take(why)


def _times(fields: pa.Table, before: pa.Table, typed: Times | None, manner: Manner) -> Times:
    texts = fields["time"].combine_chunks().cast(pa.string())
    if typed is None:
        return read_texts(texts, manner.formats, manner.zone)
    if fields is before:
        return typed
    # A rule that mends a time writes it as text.
    same = pc.fill_null(pc.equal(texts, before["time"].combine_chunks()), False).to_numpy(zero_copy_only=False)
    same |= (pc.is_null(texts).to_numpy(zero_copy_only=False)) & ~typed.known
    if same.all():
        return typed
    read = read_texts(texts, manner.formats, manner.zone)
    pairs = ((one, other) for one, other in zip(_arrays(typed), _arrays(read), strict=True))
    return Times(*(np.where(same, one, other) for one, other in pairs))


def _arrays(times: Times) -> tuple[NDArray[np.int64] | Mask, ...]:
    return times.values, times.known, times.local, times.unclear


def _judged(fields: pa.Table, times: Times, read: Mapping[str, Reading]) -> Judged:
    found = Judged(fields, times, np.zeros(len(fields), np.int16), ())
    found = _unless(
        found, _says_something(fields, "customer"), Wrong("customer", "no_customer", "There is no customer.")
    )
    found = _unless(found, _says_something(fields, "event"), Wrong("event", "no_event", "There is no event."))
    empty = _says_something(fields, "time")
    found = _unless(found, empty, Wrong("time", "no_time", "There is no time."))
    found = _unless(found, times.known, Wrong("time", "bad_time", "This is no time that can be read."))
    found = _unless(found, _says_something(fields, "id"), Wrong("id", "no_id", "There is no id."))
    values: dict[str, pa.Array] = {}
    for name in fields.column_names:
        if not name.startswith(PROPERTIES):
            continue
        column = fields[name]
        if name in read and pa.types.is_string(column.type):
            values[name], bad = read[name].again(column.combine_chunks())
            column = values[name]
            found = _unless(found, ~_mask(bad), Wrong(name, read[name].code, read[name].reason(name)))
        if pa.types.is_floating(column.type):
            infinite = pc.fill_null(pc.is_inf(column), False)
            wrong = Wrong(name, "not_finite", f"{name.removeprefix(PROPERTIES)} is not a finite number.")
            found = _unless(found, ~_mask(infinite), wrong)
    return replace(found, values=values)


def _unless(judged: Judged, fine: Mask, wrong: Wrong) -> Judged:
    """Says what is wrong with the rows that are not fine, unless something else was wrong with them already."""
    if fine.all():
        return judged
    why = np.where(fine | (judged.why != 0), judged.why, np.int16(len(judged.wrong) + 1))
    return replace(judged, why=why, wrong=(*judged.wrong, wrong))


def _says_something(fields: pa.Table, name: str) -> Mask:
    """Where the field is there and is more than spaces; a field that the rows do not have is fine."""
    if name not in fields.column_names:
        return np.ones(len(fields), np.bool_)
    column = fields[name]
    if not pa.types.is_string(column.type):
        return _mask(pc.is_valid(column))
    return _mask(pc.fill_null(pc.not_equal(pc.utf8_trim_whitespace(column), ""), False))


def _mask(column: pa.Array | pa.ChunkedArray) -> Mask:
    found: Mask = np.asarray(column.to_numpy(zero_copy_only=False), np.bool_)
    return found
