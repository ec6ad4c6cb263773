"""One answer for each value of a property, and two groups side by side with their difference."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import numpy as np

from cesta.journeys.common import Common, Compare
from cesta.journeys.facts import Answer, Fact, Path
from cesta.journeys.given import bad_value
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.units import Journeys, Places
from cesta.kernels.distinct import distinct
from cesta.kernels.picking import first_event, last_event
from cesta.kernels.shown import touched_value
from cesta.model.errors import CestaError


def whole_answer(analysis: Analysis, plan: Plan, common: Common, journeys: Journeys) -> Answer:
    """The answer with its breakdown, or both sides of a comparison."""
    if common.compare is None:
        return _with_breakdown(plan, common, journeys)
    a, b = _sides(common.compare, journeys)
    return _compared(analysis, _with_breakdown(plan, common, a), _with_breakdown(plan, common, b))


def _with_breakdown(plan: Plan, common: Common, journeys: Journeys) -> Answer:
    if common.breakdown is None:
        return plan.run(journeys)
    answer, found = _whole_and_parts(plan, common, journeys)
    parts = {value: part for value, part in sorted(found.items()) if part.entered}
    result = {**answer.result, "breakdown": {value: part.result for value, part in parts.items()}}

    def fact(path: Path) -> Fact | None:
        if path[0] == "breakdown":
            return parts[str(path[1])].fact(path[2:])
        return answer.fact(path)

    return replace(answer, result=result, fact=fact)


def _whole_and_parts(plan: Plan, common: Common, journeys: Journeys) -> tuple[Answer, dict[str, Answer]]:
    if common.attribution == "step":
        return plan.run(journeys), _parts_at_step(plan, common, journeys)
    if common.attribution == "all_events":
        groups = _by_value(common, journeys)
        return plan.run(journeys), {text: plan.run(group) for text, group in groups.items()}
    texts = journeys.asked.text_of(str(common.breakdown)).texts
    units_of = {texts[value]: units for value, units in _groups(_touched(plan, common, journeys))}
    if plan.once is None:
        return plan.run(journeys), {text: plan.run(journeys.take(units)) for text, units in units_of.items()}
    answer_for = plan.once(journeys)
    return answer_for(np.arange(journeys.size)), {text: answer_for(units) for text, units in units_of.items()}


def _by_value(common: Common, journeys: Journeys) -> dict[str, Journeys]:
    """Every value's own events."""
    codes, texts = journeys.asked.text_codes(str(common.breakdown))
    values, owners = codes[journeys.rows], journeys.unit_of_event()
    order = np.lexsort((owners, values))
    edges = np.searchsorted(values[order], np.arange(len(texts) + 1))
    owners, rows = owners[order], journeys.rows[order]
    return {
        texts[value]: journeys.of_rows(owners[a:b], rows[a:b])
        for value, (a, b) in enumerate(pairwise(edges.tolist()))
        if b > a
    }


def _touched(plan: Plan, common: Common, journeys: Journeys) -> Places:
    """For each unit, the place of the text that its first or last touch has."""
    found, latest = journeys.asked.text_of(str(common.breakdown)), common.attribution == "last_touch"
    among = None if plan.touches is None else plan.touches(journeys)
    if among is None or isinstance(among, frozenset):
        wanted = np.array([among is None or name in among for name in (*journeys.names, "")], dtype=np.bool_)
        wanted[-1] = False
        at = journeys.stretches
        values = found.codes if journeys.within is not None else journeys.of(found.codes)
        return touched_value((at.codes, values), (at.begins, at.ends), wanted, found.place, latest)
    texts = found.place[journeys.of(found.codes)]
    place = (last_event if latest else first_event)(journeys.offsets, (texts != 0) & among)
    return np.where(place >= 0, np.append(texts, 0)[place], 0)


def _groups(of_unit: Places) -> list[tuple[int, Places]]:
    """The units of each value, ascending."""
    # NumPy sorts narrow numbers by their bytes, several times faster
    order = np.argsort(of_unit.astype(np.min_scalar_type(int(of_unit.max(initial=0)))), kind="stable")
    found, starts = np.unique(of_unit[order], return_index=True)
    return list(zip(found.tolist(), np.split(order, starts[1:]), strict=True)) if len(found) else []


def _parts_at_step(plan: Plan, common: Common, journeys: Journeys) -> dict[str, Answer]:
    step = common.attribution_step
    codes, texts = journeys.asked.text_codes(str(common.breakdown))
    if plan.at_step is None:
        raise bad_value("attribution", "step", "first_touch, last_touch or all_events, as this is no funnel")
    if step > plan.steps:
        raise CestaError("bad_step", f"There is no step {step}.", f"Steps are 1 to {plan.steps}.")
    pairs = distinct(codes[journeys.rows] * max(journeys.size, 1) + journeys.unit_of_event())
    parts = {}
    for value, units in _runs(pairs, max(journeys.size, 1)):
        group = journeys.take(units)
        parts[texts[value]] = plan.at_step(group, step, codes[group.rows] == value)
    return parts


def _runs(pairs: Places, size: int) -> list[tuple[int, Places]]:
    found, starts = np.unique(pairs // size, return_index=True)
    return list(zip(found.tolist(), np.split(pairs % size, starts[1:]), strict=True)) if len(found) else []


def _sides(compare: Compare, journeys: Journeys) -> tuple[Journeys, Journeys]:
    codes, texts = journeys.asked.text_codes(compare.property)
    first = codes[journeys.rows[journeys.offsets[:-1]]]
    in_a = _is(first, texts, compare.a)
    in_b = ~in_a if compare.b is None else _is(first, texts, compare.b)
    return journeys.take(np.flatnonzero(in_a)), journeys.take(np.flatnonzero(in_b))


def _is(values: Places, texts: tuple[str, ...], wanted: str) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    place = texts.index(wanted) if wanted in texts else -1
    return np.asarray(values == place)


def _compared(analysis: Analysis, a: Answer, b: Answer) -> Answer:
    left, right = _even(a.result, b.result), _even(b.result, a.result)
    gap = _difference({k: left[k] for k in left if k not in a.per_customer}, right, analysis.keys)
    result: dict[str, object] = {"a": left, "b": right, "difference": gap}

    def fact(path: Path) -> Fact | None:
        if path[0] == "a":
            return a.fact(path[1:])
        if path[0] == "b":
            return b.fact(path[1:])
        if analysis.keys and any(isinstance(token, int) for token in path):
            return None
        return _between(path[1:], a, b)

    counted = None if a.customers is None or b.customers is None else a.customers + b.customers
    return Answer(result, fact, a.entered or b.entered, customers=counted)


def _even(one: dict[str, object], other: Mapping[str, object]) -> dict[str, object]:
    """Lists of steps that only the other side has are all 0 here: a list always has all its places."""
    filled: dict[str, object] = {}
    for name in [*one, *(name for name in sorted(other) if name not in one)]:
        mine, theirs = one.get(name), other.get(name)
        if isinstance(mine, dict) and isinstance(theirs, Mapping):
            filled[name] = _even(mine, theirs)
        elif name in one:
            filled[name] = mine
        elif isinstance(theirs, list) and theirs and all(isinstance(cell, int | float) for cell in theirs):
            filled[name] = [0] * len(theirs)
    return filled


def _difference(a: object, b: object, keys: tuple[str, ...]) -> object:
    if isinstance(a, dict) or isinstance(b, dict):
        return _table_difference(a if isinstance(a, dict) else {}, b if isinstance(b, dict) else {}, keys)
    if isinstance(a, list) and isinstance(b, list):
        if any(isinstance(one, dict) for one in [*a, *b]):
            return _record_difference(a, b, keys)
        longest = max(len(a), len(b))
        pad = [[*side, *[0] * (longest - len(side))] for side in (a, b)]
        return [_difference(x, y, keys) for x, y in zip(*pad, strict=True)]
    if _number(a) and _number(b):
        assert isinstance(a, int | float)
        assert isinstance(b, int | float)
        return a - b
    return a if a == b else None


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _table_difference(a: dict[str, object], b: Mapping[str, object], keys: tuple[str, ...]) -> dict[str, object]:
    cells: dict[str, object] = {}
    for name in [*a, *(name for name in b if name not in a)]:
        other: object = {} if isinstance(a.get(name, b.get(name)), dict) else 0
        cell = _difference(a.get(name, other), b.get(name, other), keys)
        if cell not in (0, {}):
            cells[name] = cell
    return cells


def _record_difference(a: list[object], b: list[object], keys: tuple[str, ...]) -> list[dict[str, object]]:
    named = [{_name(row, keys): row for row in side if isinstance(row, dict)} for side in (a, b)]
    rows = []
    for name in [*named[0], *(name for name in named[1] if name not in named[0])]:
        x, y = named[0].get(name, {}), named[1].get(name, {})
        row = {key: (x or y)[key] for key in keys if key in (x or y)}
        rest = [key for key in (x or y) if key not in keys]
        cells = {key: _difference(x.get(key, 0), y.get(key, 0), keys) for key in rest}
        if any(cell not in (0, None, {}, []) for cell in cells.values()):
            rows.append({**row, **cells})
    return rows


def _name(row: Mapping[str, object], keys: tuple[str, ...]) -> str:
    return repr([row.get(key) for key in keys])


def _between(path: Path, a: Answer, b: Answer) -> Fact | None:
    """The difference of two numbers: each side's interval gives its share of the doubt (Newcombe's way)."""
    one, two = _seen(path, a), _seen(path, b)
    if one is None and two is None:
        return None
    value1, fact1 = one if one is not None else (0.0, None)
    value2, fact2 = two if two is not None else (0.0, None)
    low1, high1 = (fact1.low, fact1.high) if fact1 else (value1, value1)
    low2, high2 = (fact2.low, fact2.high) if fact2 else (value2, value2)
    gap = value1 - value2
    facts = [fact for fact in (fact1, fact2) if fact is not None]

    def ids() -> list[str]:
        return sorted({one for fact in facts for one in fact.ids()})

    return Fact(
        n=sum(fact.n for fact in facts),
        of=sum(fact.of for fact in facts),
        low=gap - math.hypot(value1 - low1, high2 - value2),
        high=gap + math.hypot(high1 - value1, value2 - low2),
        ids=ids,
    )


def _seen(path: Path, answer: Answer) -> tuple[float, Fact] | None:
    here: object = answer.result
    for token in path:
        inside = _step_into(here, token)
        if inside is None:
            return None
        here = inside
    fact = answer.fact(path)
    if fact is None or not isinstance(here, int | float) or isinstance(here, bool):
        return None
    return float(here), fact


def _step_into(here: object, token: str | int) -> object:
    if isinstance(here, dict):
        return here.get(token)
    return here[token] if isinstance(here, list) and isinstance(token, int) and token < len(here) else None
