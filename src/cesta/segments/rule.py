"""A rule as people write it in a document: what is wrong with it, and the tree that it stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any as Anything

from cesta.journeys.where import Condition, read_condition, read_where
from cesta.model.condition import IsSet, show
from cesta.model.duration import duration, show_duration
from cesta.model.errors import CestaError
from cesta.model.shape import Complaint, Shape, length, list_of, number, read_by, record, slug, step, word
from cesta.segments.text import parse_rule
from cesta.segments.tree import (
    AMOUNTS,
    OPERATORS,
    All,
    Amount,
    Any,
    Did,
    InSegment,
    Listed,
    Moment,
    Not,
    Rule,
    Sequence,
    Share,
    Step,
    Trait,
    Windowed,
)
from cesta.segments.window import SHAPES, empty_window, read_window

DEEPEST = 100
MOST_STEPS, MOST_TIMES = 30, 1000
_CONDITION = read_by(read_condition)
_COUNT = number(0, 1e15)
_NUMBER = number(-1e15, 1e15)
_HINT = (
    "A rule is one of did, share, sum, average, smallest, largest, different, trait, first, latest, sequence, segment,"
    " customers, any, all, not; or a text."
)


def rule_shape(value: object, pointer: str) -> Iterable[Complaint]:
    """What is wrong with a rule."""
    if pointer.count("/") > DEEPEST:
        return [Complaint("bad_rule", "It is nested too deeply.", None, pointer)]
    if isinstance(value, str):
        return read_by(lambda given: parse_rule(str(given)))(value, pointer)
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


def _windowed(required: dict[str, Shape], optional: dict[str, Shape]) -> Shape:
    """A record with a window beside, in which something can lie."""
    shape = record(required, {**optional, **SHAPES})

    def check(value: object, pointer: str) -> Iterator[Complaint]:
        complaints = list(shape(value, pointer))
        yield from complaints
        if not complaints and isinstance(value, Mapping):
            said = empty_window(read_window(value))
            if said is not None:
                yield Complaint("bad_rule", said, "Leave one of them out.", pointer)

    return check


def _amount(kind: str) -> Shape:
    shape = _windowed({kind: word}, {"of": _CONDITION, **dict.fromkeys(OPERATORS, _NUMBER)})

    def check(value: object, pointer: str) -> Iterator[Complaint]:
        yield from shape(value, pointer)
        if isinstance(value, Mapping) and sum(value.get(name) is not None for name in OPERATORS) != 1:
            hint = f"One of {', '.join(OPERATORS)}."
            yield Complaint("bad_rule", f'A rule about "{kind}" compares it with one number.', hint, pointer)

    return check


_STEP = record({}, {"did": _CONDITION, "not": _CONDITION, "times": number(1, MOST_TIMES), "within": length})


def _steps(value: object, pointer: str) -> Iterator[Complaint]:
    if not isinstance(value, list | tuple) or not 0 < len(value) <= MOST_STEPS:
        yield Complaint("bad_rule", f"A sequence is a list of 1 to {MOST_STEPS} steps.", None, pointer)
        return
    wrong = False
    for place, given in enumerate(value):
        for complaint in (_CONDITION if isinstance(given, str) else _STEP)(given, step(pointer, place)):
            wrong = True
            yield complaint
    if not wrong:
        yield from (Complaint("bad_rule", said, None, step(pointer, place)) for place, said in _strange(value))


def _strange(steps: Iterable[object]) -> Iterator[tuple[int, str]]:
    """The steps that cannot stand where they stand, and why."""
    given = [one if isinstance(one, Mapping) else {"did": one} for one in steps]
    for place, one in enumerate(given):
        absent = one.get("not") is not None
        if absent == (one.get("did") is not None):
            yield place, "A step has either did or not."
        elif not float(str(one.get("times") or 1)).is_integer():
            yield place, "How many times is a whole number."
        elif absent and one.get("times") is not None:
            yield place, "What did not happen has no number of times."
        elif absent and (place == 0 or "not" in given[place - 1]):
            yield place, "Something that did not happen stands after a step that did."
        elif absent and place == len(given) - 1 and one.get("within") is None:
            yield place, "At the end, what did not happen needs a time: within."


_SHAPES: dict[str, Shape] = {
    "did": _windowed({"did": _CONDITION}, {"at_least": _COUNT, "at_most": _COUNT}),
    "share": _windowed({"share": record({"did": _CONDITION, "of": _CONDITION, "at_least": number(0, 1)}, {})}, {}),
    **{kind: _amount(kind) for kind in AMOUNTS},
    "trait": record({"trait": read_by(lambda given: read_where(given))}, {"of": _CONDITION}),
    "first": _windowed({"first": _CONDITION}, {}),
    "latest": _windowed({"latest": _CONDITION}, {}),
    "sequence": _windowed({"sequence": _steps}, {}),
    "any": record({"any": _rules}, {}),
    "all": record({"all": _rules}, {}),
    "not": record({"not": lambda value, pointer: rule_shape(value, pointer)}, {}),
    "segment": record({"segment": slug}, {}),
    "customers": record({"customers": list_of(word)}, {}),
}


def read_rule(rule: object) -> Rule:
    """The tree of a document or a text. Raises bad_rule, bad_condition, bad_duration and their like.

    >>> read_rule({"did": "visit", "at_least": 3}) == read_rule("did visit at least 3 times")
    True
    """
    for complaint in rule_shape(rule, ""):
        raise CestaError(complaint.code, complaint.message, complaint.hint)
    return _tree(rule)


def _tree(rule: Anything) -> Rule:
    if isinstance(rule, str):
        return parse_rule(rule)
    kind = kind_of(rule)
    assert kind is not None
    return _amount_of(kind, rule) if kind in AMOUNTS else _READ[kind](rule)


def _amount_of(kind: str, rule: Anything) -> Amount:
    operator = next(name for name in OPERATORS if rule.get(name) is not None)
    of = read_condition(rule.get("of") or {})
    return Amount(kind, rule[kind], of, OPERATORS[operator], rule[operator], read_window(rule))


def _share_of(rule: Anything) -> Share:
    share = rule["share"]
    what, of = read_condition(share["did"]), read_condition(share["of"])
    return Share(what, of, share["at_least"], read_window(rule))


def _step_of(given: Anything) -> Step:
    if isinstance(given, str):
        return Step(read_condition(given))
    absent = given.get("not") is not None
    within = None if given.get("within") is None else duration(given["within"])
    return Step(read_condition(given["not" if absent else "did"]), int(given.get("times") or 1), within, absent)


_READ: dict[str, Callable[[Anything], Rule]] = {
    "did": lambda r: Did(read_condition(r["did"]), r.get("at_least"), r.get("at_most"), read_window(r)),
    "share": _share_of,
    "trait": lambda r: Trait(read_where(r["trait"]) or IsSet("", False), read_condition(r.get("of") or {})),
    "first": lambda r: Moment("first", read_condition(r["first"]), read_window(r)),
    "latest": lambda r: Moment("latest", read_condition(r["latest"]), read_window(r)),
    "sequence": lambda r: Sequence(tuple(map(_step_of, r["sequence"])), read_window(r)),
    "any": lambda r: Any(tuple(map(_tree, r["any"]))),
    "all": lambda r: All(tuple(map(_tree, r["all"]))),
    "not": lambda r: Not(_tree(r["not"])),
    "segment": lambda r: InSegment(r["segment"]),
    "customers": lambda r: Listed(tuple(r["customers"])),
}


def document_of(rule: Rule) -> dict[str, object]:
    """The rule as a document; `read_rule(document_of(rule))` is the rule again.

    >>> document_of(read_rule("did visit at least 3 times in last 30d"))
    {'did': 'visit', 'at_least': 3, 'in_last': '30d'}
    """
    match rule:
        case Not(item):
            return {"not": document_of(item)}
        case All(items):
            return {"all": [document_of(item) for item in items]}
        case Any(items):
            return {"any": [document_of(item) for item in items]}
        case InSegment(name):
            return {"segment": name}
        case Listed(ids):
            return {"customers": list(ids)}
        case Trait(where, of):
            return {"trait": show(where), **_of(of)}
        case _:
            return {**_looked(rule), **rule.window.document()}


def _looked(rule: Windowed) -> dict[str, object]:
    match rule:
        case Did(what, least, most):
            bounds = {"at_least": least, "at_most": most}
            told = {name: value for name, value in bounds.items() if value is not None}
            return {"did": condition_document(what), **told}
        case Share(what, of, least):
            return {"share": {"did": condition_document(what), "of": condition_document(of), "at_least": least}}
        case Amount(kind, name, of, operator, value):
            told = {next(word for word, sign in OPERATORS.items() if sign == operator): value}
            return {kind: name, **_of(of), **told}
        case Moment(which, what):
            return {which: condition_document(what)}
        case Sequence(steps):
            return {"sequence": [_step_document(one) for one in steps]}


def condition_document(condition: Condition) -> object:
    """A condition on events as a document."""
    if condition == Condition(event=condition.event) and condition.event is not None:
        return condition.event
    found: dict[str, object] = {}
    if condition.event is not None:
        found["event"] = condition.event
    if condition.where is not None:
        found["where"] = show(condition.where)
    if condition.day is not None:
        found["date"] = condition.day.isoformat()
    if condition.choices is not None:
        found["any"] = [condition_document(choice) for choice in condition.choices]
    return found


def _of(condition: Condition) -> dict[str, object]:
    return {} if condition == Condition() else {"of": condition_document(condition)}


def _step_document(given: Step) -> object:
    what = condition_document(given.what)
    if given.times == 1 and given.within is None and not given.absent and isinstance(what, str):
        return what
    times = {"times": given.times} if given.times != 1 else {}
    within = {} if given.within is None else {"within": show_duration(given.within)}
    return {"not" if given.absent else "did": what, **times, **within}
