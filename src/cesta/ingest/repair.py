"""Rules that mend what could not be understood: which field, when it says what, and what it becomes instead."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeVar

from cesta.ingest.event_json import NotUnderstood
from cesta.model.errors import CestaError, brief
from cesta.model.event import Value

T = TypeVar("T")
RULE_KEYS = ("field", "value", "pattern", "reason", "becomes")
HINT = (
    "A rule is a field, one of value, pattern (* stands for any text) or reason, and what it becomes: a value, null for"
    ' empty, {time: "%d.%m.%Y"}, {decimal: ","}, {from: another field} or {into: another field}.'
)
NUMBER = (
    r"[^\d+\-−().,'’]{{0,4}}([+\-−(]?)\s*"
    r"((?:\d{{1,3}}(?:[\s'’{other}]\d{{3}})+|\d+)(?:{decimal}\d+)?)"
    r"\s*(\)?)[^\d+\-−().,'’]{{0,4}}"
)
HOLDERS = ("properties", "props", "traits", "event_properties")
Raw = Mapping[str, object]
"""What was set aside, as it was written: a row's mapped values, or a program's event."""


@dataclass(frozen=True, slots=True)
class When:
    """value: the field says exactly this (None: it is empty). pattern: as `value`, * standing for any text.

    reason: the field is why the row was set aside, with this code.
    """

    kind: Literal["value", "pattern", "reason"]
    text: str | None


@dataclass(frozen=True, slots=True)
class Becomes:
    """value: this (None: empty; in a text each * is what the pattern's * stood for). time: read in this format.

    decimal: a number with this decimal sign. from: what another field says. into: belongs into another field.
    """

    kind: Literal["value", "time", "decimal", "from", "into"]
    value: Value | None


@dataclass(frozen=True, slots=True)
class Rule:
    """`field`: customer, time, properties.price …; of a program's event as it names them: ts, props.price …"""

    field: str
    when: When
    becomes: Becomes


def read_rule(given: object) -> Rule:
    """A rule as a document says it. Raises bad_rule.

    >>> read_rule({"field": "customer", "value": "n/a", "becomes": None}).when
    When(kind='value', text='n/a')
    """
    if not isinstance(given, Mapping) or "becomes" not in given or not isinstance(given.get("field"), str):
        raise CestaError("bad_rule", f"{brief(given)} is no rule.", HINT)
    for key in given:
        if key not in RULE_KEYS:
            raise CestaError("bad_rule", f"A rule has no key {brief(key)}.", HINT)
    return Rule(str(given["field"]), _when(given), _becomes(given["becomes"]))


def rule_document(rule: Rule) -> dict[str, object]:
    """The rule as a document says it.

    >>> rule_document(read_rule({"field": "time", "reason": "bad_time", "becomes": {"time": "%d.%m.%Y"}}))
    {'field': 'time', 'reason': 'bad_time', 'becomes': {'time': '%d.%m.%Y'}}
    """
    becomes = rule.becomes.value if rule.becomes.kind == "value" else {rule.becomes.kind: rule.becomes.value}
    return {"field": rule.field, rule.when.kind: rule.when.text, "becomes": becomes}


def mended(rules: Iterable[Rule], raw: Raw, code: str | None = None, field: str | None = None) -> Raw:
    """`raw` after these rules, in their order: without a code those by value and pattern.

    With a code only those by reason, and of them those about this code at this field.

    >>> dict(mended([read_rule({"field": "customer", "pattern": "ID *", "becomes": "*"})], {"customer": "ID 007"}))
    {'customer': '007'}
    """
    for rule in rules:
        if (rule.when.kind == "reason", rule.when.text, rule.field) == (True, code, field) or (
            code is None and rule.when.kind != "reason"
        ):
            raw = apply(rule, raw)
    return raw


def judged(rules: Sequence[Rule], raw: Raw, judge: Callable[[Raw], T]) -> tuple[T | NotUnderstood, Raw]:
    """What the judge says of `raw` once it is mended, and as what it was judged.

    >>> judged([read_rule({"field": "n", "value": "one", "becomes": "1"})], {"n": "one"}, lambda raw: str(raw["n"]))
    ('1', {'n': '1'})
    """
    raw = mended(rules, raw)
    for _ in range(len(rules) + 1):
        try:
            return judge(raw), raw
        except NotUnderstood as found:
            problem = found
        again = mended(rules, raw, problem.code, problem.field)
        if again is raw:
            break
        raw = again
    return problem, raw


def apply(rule: Rule, raw: Raw) -> Raw:
    """`raw` with the field changed if the rule is about what it says; `raw` itself if not."""
    before = value_at(raw, rule.field)
    stars = matched(rule.when, written(before))
    if stars is None:
        return raw
    if rule.becomes.kind == "into":
        return _with(_without(raw, rule.field), str(rule.becomes.value), before)
    after = became(rule.becomes, before, stars, raw)
    return raw if after is before else _with(raw, rule.field, after)


def matched(when: When, text: str | None) -> tuple[str, ...] | None:
    """What the stars of the pattern stand for; None when the rule is not about this text.

    >>> matched(When("pattern", "*.2O24"), "31.01.2O24"), matched(When("value", "a"), "b")
    (('31.01',), None)
    """
    if when.kind == "reason":
        return ()
    if when.text is None or text is None:
        return () if when.text is None and (text is None or not text.strip()) else None
    if when.kind == "value":
        return () if text == when.text else None
    found = re.fullmatch(regex(when.text), text)
    return None if found is None else found.groups()


def became(becomes: Becomes, before: object, stars: tuple[str, ...], raw: Raw) -> object:
    """The new value; `before` itself where it cannot be read in the way the rule says."""
    text = written(before)
    if becomes.kind == "from":
        return value_at(raw, str(becomes.value))
    if becomes.kind == "time":
        return before if text is None else read_as(text, str(becomes.value)) or before
    if becomes.kind == "decimal":
        number = None if text is None else read_number(text, str(becomes.value))
        return before if number is None else number
    if stars and isinstance(becomes.value, str):
        parts = iter(stars)
        return re.sub(r"\*", lambda _: next(parts, "*"), becomes.value)
    return becomes.value


def regex(pattern: str) -> str:
    """The pattern as a regular expression whose groups are its stars, for Python and for Arrow alike."""
    return "(?s)" + "(.*)".join(re.escape(part) for part in pattern.split("*"))


def read_as(text: str, shape: str) -> str | None:
    """A time written in this shape, as ISO text; None if it is not.

    >>> read_as(" 29.02.2024 8:05", "%d.%m.%Y %H:%M"), read_as("31.02.2024", "%d.%m.%Y")
    ('2024-02-29T08:05:00', None)
    """
    try:
        return datetime.strptime(text.strip(), shape).isoformat()  # noqa: DTZ007 - the zone is the source's
    except ValueError:
        return None


def read_number(text: str, decimal: str) -> float | None:
    """A number with this decimal sign and, between thousands, spaces, apostrophes or the other sign.

    >>> read_number("1 234,50 zł", ","), read_number("(1,234.5)", "."), read_number("12,x", ",")
    (1234.5, -1234.5, None)
    """
    other = "." if decimal == "," else ","
    found = re.fullmatch(NUMBER.format(other=re.escape(other), decimal=re.escape(decimal)), text.strip())
    if found is None or (found[1] == "(") != (found[3] == ")"):
        return None
    digits = re.sub(rf"[\s'’{other}]", "", found[2]).replace(decimal, ".")
    return -float(digits) if found[1] in tuple("-−(") else float(digits)


def value_at(raw: Raw, field: str) -> object:
    """What this field says; None where there is none.

    >>> value_at({"properties": {"a.b": 1}}, "properties.a.b"), value_at({"customer": "ann"}, "properties.a")
    (1, None)
    """
    holder, _, name = field.partition(".")
    if name and holder in HOLDERS:
        inner = raw.get(holder)
        return inner.get(name) if isinstance(inner, Mapping) else None
    return raw.get(field)


def written(value: object) -> str | None:
    """A value as a rule names it; what is nested as its JSON text.

    >>> written(True), written(1.5), written("x"), written(None), written([1, {"b": None}])
    ('true', '1.5', 'x', None, '[1,{"b":null}]')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return None if value is None else str(value)


def edited(raw: Raw, fields: Mapping[str, object]) -> Raw:
    """`raw` with these fields changed by hand; null empties one."""
    for field, value in fields.items():
        raw = _with(raw, field, value)
    return raw


def _with(raw: Raw, field: str, value: object) -> Raw:
    holder, _, name = field.partition(".")
    if name and holder in HOLDERS:
        inner = raw.get(holder)
        return {**raw, holder: {**(inner if isinstance(inner, Mapping) else {}), name: value}}
    return {**raw, field: value}


def _without(raw: Raw, field: str) -> Raw:
    holder, _, name = field.partition(".")
    inner = raw.get(holder)
    if name and holder in HOLDERS and isinstance(inner, Mapping):
        return {**raw, holder: {key: kept for key, kept in inner.items() if key != name}}
    return {key: kept for key, kept in raw.items() if key != field}


def _when(given: Mapping[object, object]) -> When:
    kinds: tuple[Literal["value", "pattern", "reason"], ...] = ("value", "pattern", "reason")
    said = [kind for kind in kinds if kind in given]
    if len(said) != 1:
        raise CestaError(
            "bad_rule", f"The rule for {given['field']} says {' and '.join(said) or 'no condition'}.", HINT
        )
    text = given[said[0]]
    if isinstance(text, str | int | float) or (text is None and said[0] == "value"):
        return When(said[0], written(text))
    raise CestaError("bad_rule", f"The rule for {given['field']}: {said[0]} cannot be {brief(text)}.", HINT)


def _becomes(given: object) -> Becomes:
    if given is None or isinstance(given, str | int | float):
        return Becomes("value", given)
    kinds: tuple[Literal["time", "decimal", "from", "into"], ...] = ("time", "decimal", "from", "into")
    if isinstance(given, Mapping) and len(given) == 1:
        key, value = next(iter(given.items()))
        for kind in kinds:
            if key == kind and isinstance(value, str) and value and (kind != "decimal" or value in ".,"):
                return Becomes(kind, value)
    raise CestaError("bad_rule", f"A value cannot become {brief(given)}.", HINT)
