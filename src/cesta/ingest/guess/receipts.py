"""Lines of receipts: what was bought at once is one event with its value, what was given back another."""

from __future__ import annotations

from dataclasses import dataclass

from cesta.ingest.guess.columns import Column
from cesta.ingest.guess.joined import FEW
from cesta.ingest.guess.plan import EventPlan, Hint, Part
from cesta.ingest.guess.seen import Look, Table, quoted
from cesta.ingest.guess.shapes import Known, Shaped, main_moment, when_part
from cesta.ingest.guess.sql import amount_sql, column_sql, sum_sql, text_sql
from cesta.ingest.guess.when import Moment
from cesta.ingest.guess.words import words_of

DAYS_ONLY = "Only the day is known; its first moment is taken."


@dataclass(frozen=True, slots=True)
class Lines:
    """The columns of a receipt's lines. `whole`: `amount` is the receipt's, told on each of its lines."""

    key: Column
    quantity: Column | None
    price: Column | None
    amount: Column | None
    whole: bool


def lines_of(look: Look, table: Table, when: Moment) -> Lines | None:
    """How the table lists lines, if it does: several rows of one receipt at one moment, with what they cost."""
    for key in table.columns.values():
        named = key.kind in ("id", "text", "category") and "receipt" in key.hints and not key.hints & {"status", "page"}
        if not named or not key.repeats or "moment" in key.hints or not set(words_of(key.name)) - {"type"}:
            continue
        if _one_moment(look, table, key, when):
            quantity = _first(table, "quantity", key)
            price = _first(table, "price", key)
            amount = _first(table, "amount", key, but="discount")
            if price is not None or amount is not None or quantity is not None:
                whole = amount is not None and price is None and _same_on_lines(look, table, key, amount)
                return Lines(key, quantity, price, amount, whole)
    return None


def receipts(known: Known, lines: Lines) -> Shaped:
    """A purchase for each receipt, and a return where lines have gone back."""
    table, when = known.rows.table, main_moment(known.moments)
    sign = lines.quantity or lines.amount or lines.price
    formats = when.formats
    found = []
    for name, condition in (("purchase", ">= 0"), ("return", "< 0")):
        query = _query(known, lines, when, f"coalesce({_amount(sign)}, 0) {condition}" if sign else "true", name)
        found.append(
            EventPlan(
                table=table.name,
                event=known.event if known.event and name == "purchase" else name,
                event_is=None,
                rows=query,
                who=Part(known.who.table, known.who.columns, "customer", known.who.confidence, known.who.reason,
                         known.who.alternatives),
                when=when_part(known, when, "happened_at"),
                id=Part(table.name, (lines.key.name,), "receipt", 0.9, "all its lines are one event"),
                formats=formats,
                assumed=DAYS_ONLY if when.day_only else None,
                properties=_properties(known, lines),
                said=f"Lines of one {lines.key.name} are one event"
                + ("." if name == "purchase" else "; what was given back has a number below zero."),
            )
        )  # fmt: skip
    back = f"; those with a {sign.name} below zero, a return" if sign else ""
    note = Hint("lines", f"Lines of one {lines.key.name} are one purchase{back}.", table.name)
    return Shaped(tuple(found), (note,), when.local)


def _query(known: Known, lines: Lines, when: Moment, condition: str, name: str) -> str:
    rows = known.rows
    customer = text_sql(rows.columns[rows.who]) if rows.who in rows.columns else known.who.sql
    parts = [
        f"{column_sql(lines.key.name)} as receipt",
        f"arg_min({customer}, _row) as customer",
        f"arg_min({when.sql}, _row) as happened_at",
        "min(_row) as _row",
        f"count(*) as lines, {_value(lines, name)}",
    ]
    for column in _told(known, lines):
        parts.append(f"mode({text_sql(column)}) as {column_sql(column.name)}")
    return "\n".join([
        "select " + ",\n       ".join(parts),
        f"from {rows.name}",
        f"where {condition}",
        f"group by {column_sql(lines.key.name)}",
    ])  # fmt: skip


def _value(lines: Lines, name: str) -> str:
    """What the lines cost together; of a return, what was given back."""
    minus = "-" if name == "return" else ""
    sums = []
    if lines.quantity is not None:
        sums.append(f"{minus}{sum_sql(lines.quantity)} as items")
    if lines.amount is not None and lines.whole:
        sums.append(f"{minus}any_value({_amount(lines.amount)}) as value")
    elif lines.amount is not None:
        sums.append(f"round({minus}sum({_amount(lines.amount)}), 2) as value")
    elif lines.price is not None and lines.quantity is not None:
        sums.append(f"round({minus}sum({_amount(lines.quantity)} * {_amount(lines.price)}), 2) as value")
    elif lines.price is not None:
        sums.append(f"round({minus}sum({_amount(lines.price)}), 2) as value")
    return ", ".join(sums)


def _properties(known: Known, lines: Lines) -> dict[str, str]:
    kept = {column_sql(lines.key.name).strip('"'): "receipt", "lines": "lines"}
    if lines.quantity is not None:
        kept["items"] = "items"
    if lines.amount is not None or lines.price is not None:
        kept["value"] = "value"
    for column in _told(known, lines):
        kept[column.name] = column_sql(column.name)
    return kept


def _told(known: Known, lines: Lines) -> list[Column]:
    """Categories of the receipt, or what most of its lines are of."""
    used = {lines.key.name, *known.who.columns, *(name for moment in known.moments for name in moment.columns)}
    used |= {column.name for column in (lines.quantity, lines.price, lines.amount) if column is not None}
    fine = [column for column in known.rows.columns.values() if column.name not in used]
    return [
        column
        for column in fine
        if (column.kind == "category" and column.distinct <= FEW) or (column.kind == "id" and "staff" in column.hints)
    ]


def _amount(column: Column | None) -> str:
    return amount_sql(column) if column is not None else "0"


def _first(table: Table, hint: str, key: Column, but: str = "") -> Column | None:
    fine = [
        column
        for column in table.of_kind("number", "id")
        if hint in column.hints
        and column.name != key.name
        and "id" not in column.hints
        and but not in words_of(column.name)
    ]
    return fine[0] if fine else None


def _one_moment(look: Look, table: Table, key: Column, when: Moment) -> bool:
    """Whether nearly every receipt has one moment, and some have several lines."""
    moment = f"concat_ws(' ', {', '.join(quoted(name) for name in when.columns)})"
    share = look.number(
        f"select avg((moments = 1)::int) * (max(lines) > 1)::int from (select count(distinct {moment}) as moments,"
        f" count(*) as lines from {look.sample_of(table.name)} group by {quoted(key.name)})"
    )
    return share > 0.9


def _same_on_lines(look: Look, table: Table, key: Column, amount: Column) -> bool:
    same = look.number(
        f"select avg((n = 1)::int) from (select count(distinct {quoted(amount.name)}) as n, count(*) as lines"
        f" from {look.sample_of(table.name)} group by {quoted(key.name)} having count(*) > 2)"
    )
    return same > 0.95 and "total" in words_of(amount.name)
