"""Who meets a rule, by brute force over one customer's events: no arrays, nothing shared with the product."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Any as Anything

from cesta.journeys.where import Condition
from cesta.model.condition import And, Compare, IsSet, Like, OneOf, Or, Tree
from cesta.model.condition import Not as NotTree
from cesta.model.event import Event
from cesta.segments import tree as t
from cesta.segments.window import Window

COMPARE: Mapping[str, Callable[[Anything, Anything], bool]] = {
    "=": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b, "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
}  # fmt: skip


def kind(value: object) -> str:
    return "truth" if isinstance(value, bool) else "text" if isinstance(value, str) else "number"


def says(tree: Tree, properties: Mapping[str, Anything]) -> bool:
    match tree:
        case And(items):
            return all(says(item, properties) for item in items)
        case Or(items):
            return any(says(item, properties) for item in items)
        case NotTree(item):
            return not says(item, properties)
        case IsSet(name, there):
            return (name in properties) is there
        case Compare(name, operator, value):
            if name not in properties:
                return operator == "!="
            have = properties[name]
            return kind(have) == kind(value) and COMPARE[operator](have, value)
        case OneOf(name, values):
            return name in properties and any(
                kind(properties[name]) == kind(value) and properties[name] == value for value in values
            )
        case Like():
            raise NotImplementedError


def meets(condition: Condition, event: Event) -> bool:
    assert condition.day is None
    named = condition.event is None or condition.event == event.name
    said = condition.where is None or says(condition.where, event.properties)
    chosen = condition.choices is None or any(meets(choice, event) for choice in condition.choices)
    return named and said and chosen


def inside(window: Window, time: int, at: int) -> bool:
    assert window.since is window.until is None
    recent = window.in_last is None or at - window.in_last < time
    old = window.ago is None or time <= at - window.ago
    return time <= at and recent and old


def member(rule: t.Rule, events: Sequence[Event], at: int, rules: Mapping[str, t.Rule]) -> bool:
    """Whether she is a member at a moment; `events` are hers in order, also later ones."""
    past = [event for event in events if event.time <= at]
    return bool(past) and holds(rule, past, at, rules)


def holds(rule: t.Rule, past: Sequence[Event], at: int, rules: Mapping[str, t.Rule]) -> bool:
    match rule:
        case t.Not(item):
            return not holds(item, past, at, rules)
        case t.All(items):
            return all(holds(item, past, at, rules) for item in items)
        case t.Any(items):
            return any(holds(item, past, at, rules) for item in items)
        case t.InSegment(name):
            return member(rules[name], past, at, rules)
        case t.Listed(ids):
            return past[0].customer in ids
        case t.Sequence():
            return in_order(rule, past, at)
        case t.Amount():
            return amount(rule, past, at)
        case _:
            return seen(rule, past, at)


def seen(rule: t.Did | t.Share | t.Trait | t.Moment, past: Sequence[Event], at: int) -> bool:
    match rule:
        case t.Did(what, least, most, window):
            done = sum(meets(what, event) and inside(window, event.time, at) for event in past)
            if least is None and most is None:
                return done >= 1
            return (least is None or done >= least) and (most is None or done <= most)
        case t.Share(what, of, least, window):
            whole = [event for event in past if meets(of, event) and inside(window, event.time, at)]
            return bool(whole) and sum(meets(what, event) for event in whole) >= least * len(whole)
        case t.Trait(where, of):
            latest: dict[str, Anything] = {}
            for event in past:
                if meets(of, event):
                    latest.update(event.properties)
            return says(where, latest)
        case t.Moment(which, what, window):
            found = [event.time for event in past if meets(what, event)]
            return bool(found) and inside(window, found[0] if which == "first" else found[-1], at)


def amount(rule: t.Amount, past: Sequence[Event], at: int) -> bool:
    values = [
        event.properties[rule.name]
        for event in past
        if rule.name in event.properties and meets(rule.of, event) and inside(rule.window, event.time, at)
    ]
    numbers = [float(value) for value in values if kind(value) == "number"]
    if rule.kind == "different":
        return COMPARE[rule.operator](len({(type(value), value) for value in values}), rule.number)
    if rule.kind == "sum":
        return COMPARE[rule.operator](sum(numbers), rule.number)
    if not numbers:
        return False
    worked = {"average": sum(numbers) / len(numbers), "smallest": min(numbers), "largest": max(numbers)}[rule.kind]
    return COMPARE[rule.operator](worked, rule.number)


def in_order(rule: t.Sequence, past: Sequence[Event], at: int) -> bool:
    """Tries every choice of events for the steps that happened."""
    wanted = [(place, step) for place, step in enumerate(rule.steps) if not step.absent]
    total = sum(step.times for _, step in wanted)
    usable = [place for place, event in enumerate(past) if inside(rule.window, event.time, at)]
    return any(_fits(rule, past, at, chosen) for chosen in combinations(usable, total))


def _fits(rule: t.Sequence, past: Sequence[Event], at: int, chosen: Sequence[int]) -> bool:
    before: int | None = None
    left, absent = list(chosen), None
    for step in rule.steps:
        if step.absent:
            absent = step
            continue
        mine, left = left[: step.times], left[step.times :]
        if not all(meets(step.what, past[place]) for place in mine):
            return False
        since = past[mine[0] if before is None else before].time
        if step.within is not None and past[mine[-1]].time - since > step.within:
            return False
        if absent is not None and before is not None:
            if any(_forbidden(absent, past, before, place) for place in range(before + 1, mine[0])):
                return False
            absent = None
        before = mine[-1]
    assert before is not None
    if absent is None:
        return True
    over = absent.within is not None and past[before].time + absent.within <= at
    return over and not any(_forbidden(absent, past, before, place) for place in range(before + 1, len(past)))


def _forbidden(absent: t.Step, past: Sequence[Event], before: int, place: int) -> bool:
    soon = absent.within is None or past[place].time - past[before].time <= absent.within
    return soon and meets(absent.what, past[place])
