"""Rules that mend, applied to whole columns at once: what `repair.mended` does to one row, for millions."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from cesta.ingest.repair import Rule, became, matched, regex, written


def mend(
    rules: Iterable[Rule], rows: pa.Table, codes: pa.Array | None = None, fields: pa.Array | None = None
) -> pa.Table:
    """`rows` after these rules. Its columns are named as rules name fields: customer, time, properties.price.

    codes, fields: for each row why it failed and where, null where it did not; with them only rules by reason count,
    without them only the others. A field without a column is empty in every row; it gets one when a rule fills it.
    """
    for rule in rules:
        if (rule.when.kind == "reason") != (codes is not None):
            continue
        about = _about(rule, _column(rows, rule.field), codes, fields)
        if pc.any(about).as_py():
            rows = _apply(rule, rows, about)
    return rows


def _about(rule: Rule, column: pa.Array, codes: pa.Array | None, fields: pa.Array | None) -> pa.Array:
    """For each row whether the rule is about it."""
    text = rule.when.text
    if rule.when.kind == "reason":
        return pc.fill_null(pc.and_(pc.equal(codes, text), pc.equal(fields, rule.field)), False)
    if pa.types.is_null(column.type):
        return pa.array([text is None]).take(pa.array([0] * len(column), pa.int8()))
    texts = column if pa.types.is_string(column.type) else as_written(column)
    if text is None:
        return pc.fill_null(pc.equal(pc.utf8_trim_whitespace(texts), ""), True)
    if rule.when.kind == "value":
        return pc.fill_null(pc.equal(texts, text), False)
    return pc.fill_null(pc.match_substring_regex(texts, f"^{regex(text)}$"), False)


def _apply(rule: Rule, rows: pa.Table, about: pa.Array) -> pa.Table:
    before = _column(rows, rule.field)
    if rule.becomes.kind == "into":
        target = str(rule.becomes.value)
        rows = _put(rows, rule.field, _chosen(about, pa.nulls(len(before)), before))
        return _put(rows, target, _chosen(about, before, _column(rows, target)))
    if rule.becomes.kind == "from":
        return _put(rows, rule.field, _chosen(about, _column(rows, str(rule.becomes.value)), before))
    return _put(rows, rule.field, _chosen(about, _became(rule, before), before))


def _became(rule: Rule, before: pa.Array) -> pa.Array:
    """What each value becomes, worked out once for each distinct one; where the rule is not about it, anything."""
    coded = pc.dictionary_encode(before, null_encoding="encode")
    new: list[object] = []
    for value in coded.dictionary.to_pylist():
        stars = matched(rule.when, written(value))
        new.append(value if stars is None else became(rule.becomes, value, stars, {}))
    kinds = {type(value) for value in new if value is not None}
    return pa.array(new if len(kinds) < 2 else [written(value) for value in new]).take(coded.indices)


def _chosen(about: pa.Array, new: pa.Array, old: pa.Array) -> pa.Array:
    """The new values where the rule is about the row; two kinds of value become text."""
    if pa.types.is_null(old.type):
        old = old.cast(new.type)
    elif new.type != old.type and not pa.types.is_null(new.type):
        if pc.all(pc.or_(about, pc.is_null(old))).as_py():
            return pc.if_else(about, new, pa.scalar(None, new.type))
        new, old = as_written(new), as_written(old)
    return pc.if_else(about, new.cast(old.type), old)


def as_written(column: pa.Array) -> pa.Array:
    """Every value as a rule names it."""
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    coded = pc.dictionary_encode(column, null_encoding="encode")
    return pa.array([written(value) for value in coded.dictionary.to_pylist()], pa.string()).take(coded.indices)


def _column(rows: pa.Table, field: str) -> pa.Array:
    if field not in rows.column_names:
        return pa.nulls(len(rows))
    column = rows[field].combine_chunks()
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def _put(rows: pa.Table, field: str, column: pa.Array) -> pa.Table:
    if field in rows.column_names:
        return rows.set_column(rows.column_names.index(field), field, column)
    return rows.append_column(field, column)
