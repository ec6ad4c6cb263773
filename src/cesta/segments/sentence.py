"""A rule's tree as the one text that stands for it."""

from __future__ import annotations

from cesta.journeys.where import Condition
from cesta.model import condition as conditions
from cesta.model.duration import show_duration
from cesta.segments.text import BARE, RESERVED
from cesta.segments.tree import (
    All,
    Amount,
    Any,
    Did,
    InSegment,
    Listed,
    Moment,
    Not,
    Number,
    Rule,
    Sequence,
    Share,
    Step,
    Trait,
    Windowed,
)
from cesta.segments.window import Window


def show_rule(rule: Rule) -> str:
    """The text of a rule; `parse_rule(show_rule(rule))` is the rule again.

    >>> from cesta.segments.text import parse_rule
    >>> show_rule(parse_rule("did  visit AT LEAST 3 times and (in segment a or not did buy in last 2w)"))
    'did visit at least 3 times and (in segment a or not did buy in last 14d)'
    """
    match rule:
        case Not(item):
            return f"not {_inside(item)}"
        case All(items):
            return " and ".join(map(_inside, items)) if len(items) > 1 else show_rule(items[0])
        case Any(items):
            return " or ".join(map(_inside, items)) if len(items) > 1 else show_rule(items[0])
        case Trait(where, of):
            return f"trait ({conditions.show(where)}){'' if of == Condition() else f' over {show_condition(of)}'}"
        case InSegment(name):
            return f"in segment {_name(name)}"
        case Listed(ids):
            return f"customer in ({', '.join(map(_text, ids))})"
        case Did() | Share() | Amount() | Moment() | Sequence():
            return _windowed(rule)


def _windowed(rule: Windowed) -> str:
    match rule:
        case Did(what, least, most):
            bounds = [f" at {word} {_number(value)} times" for word, value in (("least", least), ("most", most))
                      if value is not None]  # fmt: skip
            said = f"did {show_condition(what)}{''.join(bounds)}"
        case Share(what, of, least):
            said = f"share of {show_condition(of)} that are {show_condition(what)} at least {_number(least)}"
        case Amount(kind, name, of, operator, value):
            over = "" if of == Condition() else f" over {show_condition(of)}"
            said = f"{kind} {_name(name)}{over} {operator} {_number(value)}"
        case Moment(which, what):
            said = f"{which} {show_condition(what)}"
        case Sequence(steps):
            said = f"sequence {', then '.join(map(_step, steps))}"
    return said + _window(rule.window)


def show_condition(condition: Condition) -> str:
    """The text of a condition on events."""
    said = "anything" if condition.event is None else _name(condition.event)
    if condition.choices is not None:
        choices = f"any of ({', '.join(map(show_condition, condition.choices))})"
        said = choices if condition.event is None else f"{said} {choices}"
    where = "" if condition.where is None else f" where ({conditions.show(condition.where)})"
    return said + where + ("" if condition.day is None else f" on {condition.day.isoformat()}")


def _step(given: Step) -> str:
    times = f" {given.times} times" if given.times != 1 else ""
    within = "" if given.within is None else f" within {show_duration(given.within)}"
    return f"{'not ' if given.absent else ''}{show_condition(given.what)}{times}{within}"


def _window(window: Window) -> str:
    parts = []
    if window.in_last is not None:
        parts.append(f" in last {show_duration(window.in_last)}")
    if window.ago is not None:
        parts.append(f" more than {show_duration(window.ago)} ago")
    if window.since is not None:
        parts.append(f" from {window.since}")
    if window.until is not None:
        parts.append(f" to {window.until}")
    return "".join(parts)


def _inside(rule: Rule) -> str:
    single = isinstance(rule, All | Any) and len(rule.items) == 1
    return f"({show_rule(rule)})" if isinstance(rule, All | Any) and not single else show_rule(rule)


def _name(name: str) -> str:
    bare = BARE.fullmatch(name) and name.lower() not in RESERVED
    return name if bare else '"' + name.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _number(value: Number) -> str:
    return repr(value)
