"""Which events meet a condition: {"event", "where", "date", "any"} against columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, tzinfo

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.likeness import like
from cesta.model.calendar import day_after, midnight
from cesta.model.condition import And, Compare, IsSet, Like, Literal, Not, OneOf, Or, Tree, parse
from cesta.model.errors import CestaError, nearest
from cesta.model.event import Value
from cesta.model.instant import parse_day
from cesta.store.columns import Column, Picked, Snapshot

Mask = NDArray[np.bool_]
Events = Snapshot | Picked
Warning_ = dict[str, str | None]

_PARTS = ("event", "where", "date", "any")
_HINT = 'A condition is {"event": NAME, "where": ..., "date": DAY} or {"any": [conditions]}.'
_COMPARE: dict[str, Callable[[Value, Literal], bool]] = {
    "=": lambda have, want: have == want,
    "!=": lambda have, want: have != want,
    "<": lambda have, want: have < want,  # type: ignore[operator]  # only values of one kind get here
    "<=": lambda have, want: have <= want,  # type: ignore[operator]
    ">": lambda have, want: have > want,  # type: ignore[operator]
    ">=": lambda have, want: have >= want,  # type: ignore[operator]
}


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that was read; parts that are None meet every event."""

    event: str | None = None
    where: Tree | None = None
    day: date | None = None
    choices: tuple[Condition, ...] | None = None


@dataclass
class Notes:
    """What the asker should hear besides the answer; each thing once, in the order met."""

    warnings: list[Warning_] = field(default_factory=list)

    def add(self, warning: Warning_) -> None:
        if warning not in self.warnings:
            self.warnings.append(warning)


def read_condition(document: object) -> Condition:
    """The condition of a document; a bare text is the name of an event.

    >>> read_condition("buy") == read_condition({"event": "buy"})
    True
    """
    if isinstance(document, Condition):
        return document
    if isinstance(document, str):
        return Condition(event=document)
    if not isinstance(document, Mapping):
        raise CestaError("bad_value", f"{document!r} is not a condition.", _HINT)
    for part in document:
        if part not in _PARTS:
            raise CestaError("unknown_param", f"A condition has no part {part!r}.", _HINT)
    event, day, choices = (document.get(part) for part in ("event", "date", "any"))
    if event is not None and not isinstance(event, str):
        raise CestaError("bad_value", f"The name of an event is text, not {event!r}.", _HINT)
    if choices is not None and not isinstance(choices, list | tuple):
        raise CestaError("bad_value", f'"any" is a list of conditions, not {choices!r}.', _HINT)
    return Condition(
        event=event,
        where=read_where(document.get("where")),
        day=None if day is None else parse_day(str(day)),
        choices=None if choices is None else tuple(read_condition(choice) for choice in choices),
    )


def read_where(document: object) -> Tree | None:
    """The tree of `where`: text, an object of equalities, or nothing."""
    if document is None:
        return None
    if isinstance(document, str):
        return parse(document)
    if not isinstance(document, Mapping):
        raise CestaError("bad_value", f'"where" is text or an object of equalities, not {document!r}.', _HINT)
    terms: list[Tree] = []
    for name, value in document.items():
        if value is None:
            terms.append(IsSet(str(name), there=False))
        elif isinstance(value, str | int | float | bool):
            terms.append(Compare(str(name), "=", value))
        else:
            raise CestaError("bad_value", f"{name!r} can be compared with text, a number, true or false.", _HINT)
    return And(tuple(terms))


def mask(
    columns: Events, condition: object, *, zone: tzinfo = UTC, notes: Notes | None = None, strict: bool = True
) -> Mask:
    """For each event, whether it meets the condition.

    strict: raises bad_condition where a property that is always text is compared with a number; else it is never met.
    """
    wanted = read_condition(condition)
    parts: list[Mask] = []
    if wanted.event is not None:
        parts.append(_named(columns, wanted.event, notes))
    if wanted.where is not None:
        parts.append(where_mask(columns, wanted.where, notes, strict=strict))
    if wanted.day is not None:
        since, until = midnight(wanted.day, zone), midnight(day_after(wanted.day), zone)
        parts.append((columns.times >= since) & (columns.times < until))
    if wanted.choices is not None:
        met_any = np.zeros(len(columns.codes), dtype=np.bool_)
        for choice in wanted.choices:
            met_any |= mask(columns, choice, zone=zone, notes=notes, strict=strict)
        parts.append(met_any)
    return _all_of(parts, len(columns.codes))


def code_of(columns: Events, name: str, notes: Notes | None) -> int | None:
    """The code of an event's name; None, and a note, for one that was never seen."""
    place = bisect_left(columns.names, name)
    if place < len(columns.names) and columns.names[place] == name:
        return place
    if notes is not None:
        notes.add({"code": "unknown_event", "value": name, "did_you_mean": nearest(name, columns.names)})
    return None


def _named(columns: Events, name: str, notes: Notes | None) -> Mask:
    code = code_of(columns, name, notes)
    return np.zeros(len(columns.codes), dtype=np.bool_) if code is None else np.asarray(columns.codes == code)


def where_mask(columns: Events, tree: Tree, notes: Notes | None = None, *, strict: bool = True) -> Mask:
    """For each event, whether its properties meet the tree."""
    match tree:
        case And(items):
            return _all_of([where_mask(columns, item, notes, strict=strict) for item in items], len(columns.codes))
        case Or(items):
            met = np.zeros(len(columns.codes), dtype=np.bool_)
            for item in items:
                met |= where_mask(columns, item, notes, strict=strict)
            return met
        case Not(item):
            return ~where_mask(columns, item, notes, strict=strict)
        case _:
            return _term(columns, tree, notes, strict=strict)


def _all_of(masks: list[Mask], events: int) -> Mask:
    met = masks[0] if masks else np.ones(events, dtype=np.bool_)
    for more in masks[1:]:
        met &= more
    return met


def _term(columns: Events, term: Compare | OneOf | Like | IsSet, notes: Notes | None, *, strict: bool) -> Mask:
    # Whoever only reads conditions, to check a document, waits for no compiler.
    from cesta.kernels.verdicts import verdict_of

    column = columns.props.get(term.name)
    values = column.values if column is not None else ()
    for literal in _literals(term) if strict else ():
        _check_kinds(term.name, values, literal, notes)
    missing = (isinstance(term, Compare) and term.operator == "!=") or (isinstance(term, IsSet) and not term.there)
    if column is None:
        return np.full(len(columns.codes), missing)
    return verdict_of(column.codes, np.array([*(_meets(value, term) for value in values), missing], dtype=np.bool_))


def _literals(term: Compare | OneOf | Like | IsSet) -> tuple[Literal, ...]:
    match term:
        case Compare():
            return (term.value,)
        case OneOf():
            return term.values
        case Like():
            return (term.pattern,)
        case _:
            return ()


def kind(value: Value) -> str:
    """text, number or truth: only values of one kind are ever compared."""
    if isinstance(value, bool):
        return "truth"
    return "text" if isinstance(value, str) else "number"


def _check_kinds(name: str, values: tuple[Value, ...], literal: Literal, notes: Notes | None) -> None:
    kinds = {kind(value) for value in values}
    if kind(literal) == "number" and kinds == {"text"}:
        hint = f"Write '{literal}' in single quotes to compare it as text."
        raise CestaError("bad_condition", f'"{name}" is always text; it cannot be compared with {literal}.', hint)
    if notes is not None and {"text", "number"} <= kinds:
        notes.add({"code": "mixed_types", "value": name})


def _meets(value: Value, term: Compare | OneOf | Like | IsSet) -> bool:
    match term:
        case Compare():
            if kind(value) != kind(term.value):
                return False
            return _COMPARE[term.operator](value, term.value)
        case OneOf():
            return any(kind(value) == kind(other) and value == other for other in term.values)
        case Like():
            return isinstance(value, str) and like(value, term.pattern)
        case IsSet():
            return term.there


def text_values(column: Column) -> tuple[str, ...]:
    """The values as the text by which answers call them: true and false in small letters, 2.0 as "2"."""
    return tuple(map(text_of, column.values))


def text_of(value: Value) -> str:
    """One value as text.

    >>> text_of(True), text_of(2.0), text_of("x")
    ('true', '2', 'x')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
