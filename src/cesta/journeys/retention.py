"""Retention: who starts in an interval, and how many of them are back so many intervals later."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.facts import Answer, Fact, Path, count_of
from cesta.journeys.given import Given, bad_value, whole
from cesta.journeys.periods import names_of, place_in
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.steps import Step, read_step, step_mask
from cesta.journeys.units import Journeys, Places
from cesta.journeys.where import Condition, Mask, code_of
from cesta.kernels.distinct import distinct
from cesta.kernels.retention import RETURN, START, cohort_cells
from cesta.model.calendar import edges, edges_until
from cesta.model.errors import CestaError

_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Cohorts:
    """A retention question, read. Row r starts at edges[r]; `bounds[c]` is the first offset of cell c."""

    start: Step
    comes_back: Condition
    interval: str
    edges: tuple[int, ...]
    rows: int
    bounds: tuple[int, ...]
    fixed: bool
    rolling: bool
    least: int
    cohort: int | None

    @property
    def horizon(self) -> int:
        return len(self.edges) - 1

    def cells(self, row: int) -> int:
        """How many cells a row has."""
        return len(self.bounds) - 1 if self.fixed else self.rows - row


def plan(given: Given) -> Plan:
    """Reads the question."""
    question = read_cohorts(given)
    names = names_of([*question.edges[: question.rows + 1]], question.interval, given.zone)
    return Plan(
        run=lambda journeys: retention_answer(question, names, journeys), span=(question.edges[0], question.edges[-1])
    )


def read_cohorts(given: Given) -> Cohorts:
    """Reads the parameters of retention."""
    rows, first = _rows(given)
    brackets = [whole("brackets", value, 1, _MOST) for value in given.listed("brackets")]
    cells = given.number("cells", 0, least=1, most=_MOST) if given.has("cells") else None
    bounds = [0, *accumulate(brackets, initial=1)] if brackets else list(range((cells or rows) + 1))
    if cells is not None:
        bounds = bounds[: cells + 1]
    fixed = bool(brackets) or cells is not None
    horizon = rows + bounds[-1] - 1 if fixed else rows
    cohort = whole("cohort", given.raw("cohort"), 1, rows) if given.has("cohort") else None
    return Cohorts(
        start=read_step(given.raw("start")) if given.has("start") else Step(Condition()),
        comes_back=given.condition("return"),
        interval=given.interval(),
        edges=tuple(edges(first, horizon, given.interval(), given.zone, given.week_start())),
        rows=rows,
        bounds=tuple(bounds),
        fixed=fixed,
        rolling=given.flag("rolling", default=False),
        least=given.number("min_occurrences", 1),
        cohort=cohort,
    )


def _rows(given: Given) -> tuple[int, int]:
    first, after = given.dates()
    if first is None:
        raise CestaError("missing_param", 'The parameter "date_from" is required.', None)
    if after is None:
        return given.number("intervals", 11, most=_MOST), first
    if given.has("intervals"):
        raise bad_value("intervals", given.raw("intervals"), "left out when date_to is given")
    rows = len(edges_until(first, after - 1, given.interval(), given.zone, given.week_start())) - 1
    if rows > _MOST:
        raise bad_value("date_to", given.raw("date_to"), f"at most {_MOST} intervals after date_from")
    return rows, first


@dataclass(frozen=True)
class Met:
    """What each event is to the question, worked out when somebody asks who stands behind a number."""

    question: Cohorts
    journeys: Journeys

    @cached_property
    def interval(self) -> Places:
        """For each event, the interval it lies in."""
        return place_in([*self.question.edges], self.journeys.times)

    @cached_property
    def starts(self) -> Mask:
        """For each event, whether a customer starts with it."""
        return self.journeys.of(step_mask(self.journeys.asked, self.question.start))

    @cached_property
    def returns(self) -> Mask:
        """For each event, whether it is a return."""
        return self.journeys.mask(self.question.comes_back)

    def starters(self, row: int) -> Places:
        """The units of a cohort."""
        return distinct(self.journeys.unit_of_event()[self.starts & (self.interval == row)])

    def returned(self, least: int) -> tuple[Places, Places]:
        """Pairs of unit and interval with enough returns, ascending."""
        pairs = self.journeys.unit_of_event()[self.returns], self.interval[self.returns]
        wide = int(self.interval.max(initial=0)) + 1
        found, counts = np.unique(pairs[0] * wide + pairs[1], return_counts=True)
        found = found[counts >= least]
        return found // wide, found % wide


def retention_answer(question: Cohorts, names: list[str], journeys: Journeys) -> Answer:
    """The matrix of cohorts and offsets."""
    met = Met(question, journeys)
    matrix = _matrix(question, met)
    result: dict[str, object] = {
        "matrix": [matrix[row, : question.cells(row)].tolist() for row in range(question.rows)],
        "dates": names,
        "unfinished": _unfinished(question, journeys.asked.columns.as_of),
    }
    if question.cohort is not None and journeys.listing:
        result["cohort_customers"] = _faithful(question, met, question.cohort - 1)

    def fact(path: Path) -> Fact | None:
        if len(path) != 3 or path[0] != "matrix":
            return None
        row, cell = int(path[1]), int(path[2])
        cohort = met.starters(row)
        if cell == 0:
            return count_of(journeys, cohort, journeys.size)
        return count_of(journeys, _back(question, met, row, cell, cohort), len(cohort))

    return Answer(result, fact, entered=bool(matrix.any()), per_customer=frozenset({"cohort_customers"}))


def _matrix(question: Cohorts, met: Met) -> Places:
    """The counts, row by cell."""
    journeys, cells = met.journeys, len(question.bounds) - 1
    cell_of = np.searchsorted(question.bounds, np.arange(question.horizon + 1), side="right") - 1
    cell_of[cell_of >= cells] = -1
    edges = np.array(question.edges, np.int64)
    at, first_ever = journeys.stretches, question.start.first_time is not None
    begins = at.begins
    marks = _marks_of_names(question, journeys)
    if marks is None:
        # conditions that look at more than names are weighed before, event by event
        codes = met.starts * np.uint8(START) | met.returns * np.uint8(RETURN)
        walked = journeys.times, journeys.offsets[:-1], journeys.offsets[1:]
        rules = (False, question.rolling, question.least)
        return cohort_cells(codes, np.arange(4, dtype=np.uint8), walked, edges, cell_of, (question.rows, cells), rules)
    if first_ever:
        # "first" looks at all history, also at what lies before the first interval
        begins = journeys.asked.columns.begins[journeys.members]
    rules = (first_ever, question.rolling, question.least)
    return cohort_cells(at.codes, marks, (at.times, begins, at.ends), edges, cell_of, (question.rows, cells), rules)


def _marks_of_names(question: Cohorts, journeys: Journeys) -> NDArray[np.uint8] | None:
    """What the events of each name are, where names alone decide; "first" must not need what is not among them."""
    start, comes_back = question.start.condition, question.comes_back
    if start != Condition(event=start.event) or comes_back != Condition(event=comes_back.event):
        return None
    if question.start.first_time is not None and (journeys.within is None or not journeys.whole):
        return None
    marks = np.zeros(len(journeys.names) + 1, np.uint8)
    for condition, mark in ((start, START), (comes_back, RETURN)):
        if condition.event is None:
            marks[:-1] |= np.uint8(mark)
        elif (code := code_of(journeys.asked.columns, condition.event, journeys.asked.notes)) is not None:
            marks[code] |= np.uint8(mark)
    return marks


def _back(question: Cohorts, met: Met, row: int, cell: int, cohort: Places) -> Places:
    """The units of the cohort that are back in this cell."""
    units, intervals = met.returned(question.least)
    last_bound = question.bounds[-1] if question.rolling else question.bounds[cell + 1]
    last = row + last_bound if question.fixed else min(row + last_bound, question.rows)
    return np.intersect1d(cohort, units[(intervals >= row + question.bounds[cell]) & (intervals < last)])


def _unfinished(question: Cohorts, as_of: int | None) -> list[list[int]]:
    if as_of is None:
        return []
    return [
        [row + 1, cell]
        for row in range(question.rows)
        for cell in range(question.cells(row))
        if question.edges[row + question.bounds[cell + 1]] > as_of
    ]


def _faithful(question: Cohorts, met: Met, row: int) -> list[dict[str, object]]:
    """The customers of a cohort with the offsets at which they were active, most of them first."""
    cohort = met.starters(row)
    units, intervals = met.returned(question.least)
    last = row + (question.bounds[-1] if question.fixed else question.cells(row))
    inside = (intervals > row) & (intervals < last)
    units, intervals = units[inside], intervals[inside]
    owners = met.journeys.ids_in_order()
    rows: list[tuple[str, list[int]]] = []
    for unit in cohort.tolist():
        first, after = np.searchsorted(units, [unit, unit + 1])
        rows.append((owners[unit], [0, *(intervals[first:after] - row).tolist()]))
    rows.sort(key=lambda one: (-len(one[1]), one[0]))
    return [{"customer": customer, "active": active} for customer, active in rows]


PARAMS = frozenset(
    [
        "start",
        "return",
        "interval",
        "week_start",
        "intervals",
        "cells",
        "rolling",
        "brackets",
        "min_occurrences",
        "cohort",
    ]
)
ANALYSIS = Analysis(plan, params=PARAMS, required=frozenset({"date_from"}))
