"""What customers were seen to do, as many small questions: what came next, which of several, how soon they return."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from cesta.journeys.behaviour import behavioural, by_lot
from cesta.journeys.stays import HOUR, Stays, stays_of
from cesta.journeys.units import Journeys, Places
from cesta.journeys.where import text_values
from cesta.kernels.replies import Replies, replies_of

MOST_NAMES, MOST_ANSWERS = 40, 12
SELDOM = 20
"""An answer that fewer customers ever gave tells nothing of groups."""
MARKS = (24, 72, 168, 336, 672, 1344, 2688)
"""Hours: one day, three days, one to sixteen weeks."""


@dataclass(frozen=True)
class Question:
    """One small question with its answers, as codes and in words of the data.

    kind: `next` (which event came after the event `name` in the same stay; the end of a stay is ""), `which` (which
    value of the property `name`), `gap` (she opened a stay with the event `name` and did not come back so by the mark
    before: did she within `hours`? "away", "back").

    The time of the year is no question: it would tell when somebody came to know the shop.
    """

    kind: str
    name: str
    codes: Places
    answers: tuple[str, ...]
    hours: int = 0


Pairs = tuple[Places, Places]
"""For each reply its unit, and the code of the answer."""


def questions_of(journeys: Journeys) -> tuple[Question, ...]:
    """The questions worth asking about these journeys: those to which there are at least two usual answers."""
    stays = stays_of(journeys)
    found: list[Question] = []
    for kind, name, hours, texts, pairs in _all(stays, journeys):
        owner, codes = pairs()
        both = np.unique(codes * max(journeys.size, 1) + owner) // max(journeys.size, 1)
        answers, customers = np.unique(both, return_counts=True)
        usual = np.argsort(-customers, kind="stable")[:MOST_ANSWERS]
        kept = np.sort(answers[usual[customers[usual] >= SELDOM]])
        if len(kept) > 1:
            found.append(Question(kind, name, kept, tuple(texts[code] for code in kept.tolist()), hours))
    return tuple(found)


def replies_to(questions: tuple[Question, ...], journeys: Journeys) -> Replies:
    """How often each unit gave each answer; answers that are no longer asked for are left out."""
    stays = stays_of(journeys)
    asked = {(one.kind, one.name, one.hours): (place, one) for place, one in enumerate(questions)}
    firsts = np.cumsum([0, *(len(one.answers) for one in questions)]).astype(np.int64)
    owners, answers = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for kind, name, hours, _, pairs in _all(stays, journeys, {one.name for one in questions if one.kind == "which"}):
        if (kind, name, hours) not in asked:
            continue
        place, question = asked[kind, name, hours]
        owner, codes = pairs()
        at = np.minimum(np.searchsorted(question.codes, codes), len(question.codes) - 1)
        there = question.codes[at] == codes
        owners.append(owner[there])
        answers.append(at[there] + firsts[place])
    return replies_of(np.concatenate(owners), np.concatenate(answers), journeys.size, firsts)


Found = tuple[str, str, int, tuple[str, ...], Callable[[], Pairs]]


def _all(stays: Stays, journeys: Journeys, properties: set[str] | None = None) -> Iterator[Found]:
    names = journeys.names
    often = np.argsort(-np.bincount(stays.codes, minlength=len(names)), kind="stable")[:MOST_NAMES]
    for code in sorted(often.tolist()):
        yield "next", names[code], 0, (*names, ""), partial(_next, stays, code, len(names))
    columns = journeys.asked.columns.props
    for name in behavioural(journeys) if properties is None else sorted(properties):
        column = columns[name]
        codes = column.codes[stays.rows].astype(np.int64)
        yield "which", name, 0, text_values(column), partial(_which, stays, codes)
    until = journeys.asked.columns.as_of or 0
    for code in sorted(often.tolist()):
        for mark, hours in enumerate(MARKS):
            yield "gap", names[code], hours, ("away", "back"), partial(_gap, stays, code, mark, until)


def _next(stays: Stays, code: int, end: int) -> Pairs:
    """What came after this kind of event."""
    here = np.flatnonzero(stays.codes == code)
    after = np.append(stays.codes, end)[here + 1]
    return stays.owner[here], np.where(stays.last[here], end, after)


def _which(stays: Stays, codes: Places) -> Pairs:
    """Which values there were: each time, or once for a stay, where one look leads to the next of its kind."""
    has = np.flatnonzero(codes >= 0)
    if by_lot(stays.stay[has], codes[has]):
        return stays.owner[has], codes[has]
    wide = int(codes.max(initial=0)) + 1
    keys = np.unique(stays.stay[has] * wide + codes[has])
    return stays.owner[stays.begins[keys // wide]], keys % wide


def _gap(stays: Stays, code: int, mark: int, until: int) -> Pairs:
    """Whether she came back before this mark, when the mark before had passed."""
    mine = stays.begins[stays.codes[stays.begins] == code]
    owner, since = stays.owner[mine], stays.times[mine]
    back = np.append(owner[1:] == owner[:-1], False) if len(mine) else np.zeros(0, np.bool_)
    away = (np.where(back, np.append(since[1:], 0)[: len(since)], until) - since) / HOUR
    place = np.searchsorted(MARKS, away)
    said = (place > mark) | ((place == mark) & back)
    return owner[said], (place == mark)[said].astype(np.int64)


def of_trait(journeys: Journeys, names: tuple[str, ...]) -> Mapping[str, Places]:
    """For each of these properties, each unit's value: the code it has last; -1 for none."""
    owner = journeys.unit_of_event()
    found = {}
    for name in names:
        codes = journeys.of(journeys.asked.columns.props[name].codes).astype(np.int64)
        has = codes >= 0
        value = np.full(journeys.size, -1)
        value[owner[has]] = codes[has]
        found[name] = value
    return found
