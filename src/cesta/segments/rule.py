"""Who belongs to a segment: rules over what customers did, and how often."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, tzinfo
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.where import mask, read_condition
from cesta.model.errors import CestaError
from cesta.model.shape import Complaint, list_of, number, read_by, record, slug, word
from cesta.store.columns import Snapshot, per_customer

Codes = NDArray[np.int64]
Resolve = Callable[[str], Codes]

_CONDITION = read_by(read_condition)
_COUNT = number(0, 1e15)
_HINT = "A rule is one of did, share, any, all, not, segment, customers."


def rule_shape(value: object, pointer: str) -> Iterable[Complaint]:
    """What is wrong with a rule."""
    kind = kind_of(value)
    if kind is None:
        return [Complaint("bad_rule", f"This is not a rule: {value!r}.", _HINT, pointer)]
    return _SHAPES[kind](value, pointer)


def kind_of(value: object) -> str | None:
    """Which kind of rule this is, by its one telling field."""
    found = [kind for kind in _SHAPES if isinstance(value, Mapping) and kind in value]
    return found[0] if len(found) == 1 else None


def _rules(value: object, pointer: str) -> Iterator[Complaint]:
    yield from list_of(rule_shape)(value, pointer)
    if value == []:
        yield Complaint("bad_rule", "A list of rules must not be empty.", None, pointer)


_SHAPES: dict[str, Callable[[object, str], Iterable[Complaint]]] = {
    "did": record({"did": _CONDITION}, {"at_least": _COUNT, "at_most": _COUNT}),
    "share": record({"share": record({"did": _CONDITION, "of": _CONDITION, "at_least": number(0, 1)}, {})}, {}),
    "any": record({"any": _rules}, {}),
    "all": record({"all": _rules}, {}),
    "not": record({"not": lambda value, pointer: rule_shape(value, pointer)}, {}),
    "segment": record({"segment": slug}, {}),
    "customers": record({"customers": list_of(word)}, {}),
}


def read_rule(rule: object) -> object:
    """The rule itself if it is one. Raises bad_rule, bad_condition and their like."""
    for complaint in rule_shape(rule, ""):
        raise CestaError(complaint.code, complaint.message, complaint.hint)
    return rule


def members(rule: object, columns: Snapshot, resolve: Resolve, zone: tzinfo = UTC) -> Codes:
    """The customers that meet the rule, as ascending places in `columns.customers`.

    - did, at_least (1 unless told), at_most: events that meet the condition, counted over all that is known.
    - share: of her events that meet `of`, at least this share meets `did`, too. Without any `of` she is not in.
    - any, all, not: of other rules. segment: another segment's members. customers: a list of ids.
    """
    return np.flatnonzero(_meets(read_rule(rule), columns, resolve, zone))


def _meets(rule: Any, columns: Snapshot, resolve: Resolve, zone: tzinfo) -> NDArray[np.bool_]:
    everybody = len(columns.customers)
    match kind_of(rule):
        case "did":
            done = per_customer(columns, mask(columns, rule["did"], zone=zone))
            least, most = rule.get("at_least"), rule.get("at_most")
            enough = done >= (least if least is not None else int(most is None))
            return np.asarray(enough if most is None else enough & (done <= most))
        case "share":
            share = rule["share"]
            of = mask(columns, share["of"], zone=zone)
            whole = per_customer(columns, of)
            part = per_customer(columns, of & mask(columns, share["did"], zone=zone))
            return np.asarray((whole > 0) & (part >= share["at_least"] * whole))
        case "not":
            return ~_meets(rule["not"], columns, resolve, zone)
        case "segment":
            return _chosen(resolve(rule["segment"]), everybody)
        case "customers":
            return np.isin(np.array(columns.customers, dtype=object), np.array(rule["customers"], dtype=object))
        case kind:
            parts: Sequence[object] = rule[kind]
            met = [_meets(part, columns, resolve, zone) for part in parts]
            return np.asarray(np.any(met, axis=0) if kind == "any" else np.all(met, axis=0))


def _chosen(codes: Codes, everybody: int) -> NDArray[np.bool_]:
    found = np.zeros(everybody, dtype=np.bool_)
    found[codes] = True
    return found
