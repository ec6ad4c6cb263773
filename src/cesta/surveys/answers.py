"""The answers to surveys among all events: who was shown one, and what each of them said last."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.model.event import Value
from cesta.store.columns import Column, Picked, Snapshot
from cesta.surveys.document import CHOICES, SCALES, Question

SHOWN, ANSWERED, FINISHED, DISMISSED = "survey_shown", "survey_answered", "survey_finished", "survey_dismissed"
EVENTS = (SHOWN, ANSWERED, FINISHED, DISMISSED)
SAID = ("survey", "version", "response", "question", "ask", "touchpoint", "channel", "language", "text", "choice")
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


def told(snapshot: Snapshot, survey_id: str | None = None) -> Iterator[Told]:
    """The events of one survey, or of all; in the order of customers and times."""
    wanted = [code for code, name in enumerate(snapshot.names) if name in EVENTS]
    rows = np.flatnonzero(np.isin(snapshot.codes, wanted)) if wanted else np.zeros(0, np.int64)
    if survey_id is not None and len(rows):
        rows = rows[_says(snapshot.props.get("survey"), rows, survey_id)]
    owners = owners_of(snapshot, rows)
    picked = Picked(snapshot, rows)
    columns = {name: picked.props[name] for name in (*SAID, *SCALES) if name in snapshot.props}
    for place in np.flatnonzero(owners >= 0).tolist():
        said = {
            name: column.values[code] for name, column in columns.items() if (code := int(column.codes[place])) >= 0
        }
        event = snapshot.names[int(picked.codes[place])]
        yield Told(int(rows[place]), int(owners[place]), int(picked.times[place]), event, said)


def owners_of(snapshot: Snapshot, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Whose each event is, as a place among the customers; −1 for those of nobody."""
    if not len(snapshot.customers):
        return np.full(len(rows), -1)
    order = np.argsort(snapshot.begins, kind="stable")
    place = order[np.maximum(np.searchsorted(snapshot.begins[order], rows, side="right") - 1, 0)]
    inside = (rows >= snapshot.begins[place]) & (rows < snapshot.ends[place])
    return np.where(inside, place, -1)


def _says(column: Column | None, rows: NDArray[np.int64], wanted: str) -> NDArray[np.bool_]:
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
