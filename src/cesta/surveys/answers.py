"""The answers to surveys among all events: who was shown one, and what each of them said last."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.model.event import Value
from cesta.store.columns import Column, Picked, Snapshot
from cesta.surveys.document import CHOICES, SCALES, Question

SHOWN, ANSWERED, FINISHED, DISMISSED = "survey_shown", "survey_answered", "survey_finished", "survey_dismissed"
EVENTS = (SHOWN, ANSWERED, FINISHED, DISMISSED)
SAID = ("survey", "version", "response", "question", "ask", "touchpoint", "channel", "language", "text", "choice")
Rows = NDArray[np.int64]
Given = float | tuple[str, ...] | str


@dataclass(frozen=True, slots=True)
class Told:
    """One event of a survey. customer: her place among all. response: names one filling-in."""

    row: int
    customer: int
    time: int
    event: str
    said: Mapping[str, Value]

    @property
    def response(self) -> str:
        return str(self.said.get("response") or self.customer)


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said to one question. given: a score, ids of choices, or her words."""

    customer: int
    time: int
    row: int
    given: Given
    said: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Response:
    """One filling-in, as it stands after all that was changed in it. answers: the last of each question."""

    customer: int
    response: str
    time: int
    finished: bool
    answers: Mapping[str, Told]


@dataclass(frozen=True, slots=True)
class Heard:
    """shown: filling-ins that were begun or only seen. twice: earlier ones of who answered again, not counted."""

    shown: int
    responses: tuple[Response, ...]
    twice: int


def told(snapshot: Snapshot, survey_id: str | None = None, customers: Collection[int] | None = None) -> Iterator[Told]:
    """The events of one survey, or of all; of these customers, or of everybody; in the order they lie in."""
    rows = rows_of(snapshot, EVENTS, survey_id)
    owners = owners_of(snapshot, rows)
    if customers is not None:
        chosen = np.isin(owners, list(customers))
        rows, owners = rows[chosen], owners[chosen]
    picked = Picked(snapshot, rows)
    # Plain lists: one by one, they are read many times faster than arrays.
    columns = [
        (name, picked.props[name].values, picked.props[name].codes.tolist())
        for name in (*SAID, *SCALES)
        if name in snapshot.props
    ]
    events = zip(rows.tolist(), owners.tolist(), picked.times.tolist(), picked.codes.tolist(), strict=True)
    for place, (row, owner, time, code) in enumerate(events):
        if owner >= 0:
            said = {name: values[codes[place]] for name, values, codes in columns if codes[place] >= 0}
            yield Told(row, owner, time, snapshot.names[code], said)


def rows_of(snapshot: Snapshot, events: Collection[str], survey_id: str | None = None) -> Rows:
    """Where events of these names lie, of one survey or of all."""
    wanted = np.array([name in events for name in snapshot.names], np.bool_)
    if not wanted.any():
        return np.zeros(0, np.int64)
    rows = np.flatnonzero(wanted[snapshot.codes])
    return rows if survey_id is None else rows[says(snapshot.props.get("survey"), rows, survey_id)]


def owners_of(snapshot: Snapshot, rows: Rows) -> Rows:
    """Whose each event is, as a place among the customers; −1 for those of nobody."""
    if not len(snapshot.customers):
        return np.full(len(rows), -1)
    order = np.argsort(snapshot.begins, kind="stable")
    place = order[np.maximum(np.searchsorted(snapshot.begins[order], rows, side="right") - 1, 0)]
    inside = (rows >= snapshot.begins[place]) & (rows < snapshot.ends[place])
    return np.where(inside, place, -1)


def says(column: Column | None, rows: Rows, wanted: str) -> NDArray[np.bool_]:
    """Which rows have this text in the column."""
    if column is None or wanted not in column.values:
        return np.zeros(len(rows), np.bool_)
    return np.asarray(column.codes[rows] == column.values.index(wanted))


def heard(events: Iterable[Told]) -> Heard:
    """Filling-ins out of the events of one survey; of who answered again, only the last one."""
    seen: dict[tuple[int, str], list[Told]] = {}
    for one in events:
        seen.setdefault((one.customer, one.response), []).append(one)
    last: dict[int, Response] = {}
    twice = 0
    for (customer, response), group in seen.items():
        group.sort(key=lambda one: (one.time, one.row))
        answers = {str(one.said.get("question")): one for one in group if one.event == ANSWERED}
        if not answers:
            continue
        finished = any(one.event == FINISHED for one in group)
        found = Response(customer, response, group[-1].time, finished, answers)
        before = last.get(customer)
        twice += before is not None
        if before is None or before.time <= found.time:
            last[customer] = found
    return Heard(len(seen), tuple(last.values()), twice)


def given(one: Told, question: Question) -> Given | None:
    """What was answered, if it is an answer to this question: on its scale, one of its choices, words.

    >>> q = Question("q", "csat", "?", None, None, False, (), None)
    >>> given(Told(0, 0, 0, "survey_answered", {"ask": "csat", "csat": 4}), q)
    4.0
    >>> given(Told(0, 0, 0, "survey_answered", {"ask": "csat", "csat": 9}), q) is None
    True
    """
    if one.said.get("ask", question.ask) != question.ask:
        return None
    if question.scale is not None:
        return _on_scale(one.said.get(question.ask), question.scale)
    if question.ask in CHOICES:
        return _chosen(one.said.get("choice"), {each.id for each in question.choices}) or None
    words = one.said.get("text")
    return words.strip() or None if isinstance(words, str) else None


def _on_scale(value: Value | None, scale: tuple[int, int]) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if scale[0] <= value <= scale[1] and float(value).is_integer() else None


def _chosen(value: Value | None, known: set[str]) -> tuple[str, ...]:
    """One id, or a list that was kept as its text."""
    if not isinstance(value, str):
        return ()
    if not value.startswith("["):
        return (value,) if value in known else ()
    try:
        listed = json.loads(value)
    except ValueError:
        return ()
    return tuple(one for one in dict.fromkeys(map(str, listed)) if one in known) if isinstance(listed, list) else ()
