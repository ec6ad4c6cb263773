"""What an analysis is: which parameters it takes, and how it turns journeys into an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cesta.journeys.facts import Answer
from cesta.journeys.given import Given
from cesta.journeys.units import Journeys, Places
from cesta.journeys.where import Mask

Span = tuple[int | None, int | None]
"""The first moment of a range and the first moment after it; None is open."""


@dataclass(frozen=True)
class Plan:
    """A question whose own parameters are read and right; it only lacks the journeys.

    span: the range of times, where the analysis works it out itself. touches: the events among which a breakdown
    looks for a customer's value; the names of events, where they alone decide. at_step: the answer when only these
    events may serve the step (for a breakdown by the value at a step), and `steps` how many there are. hold: the
    property that makes the unit, with the customer. once: where the work is done unit by unit: does it, and gives
    what answers for any of the units.
    """

    run: Callable[[Journeys], Answer]
    once: Callable[[Journeys], Callable[[Places], Answer]] | None = None
    span: Span | None = None
    touches: Callable[[Journeys], Mask | frozenset[str]] | None = None
    at_step: Callable[[Journeys, int, Mask], Answer] | None = None
    steps: int = 0
    hold: str | None = None


@dataclass(frozen=True)
class Analysis:
    """One kind of question.

    keys: in a list of records, the fields that name a record; the rest of its fields are numbers.
    """

    plan: Callable[[Given], Plan]
    params: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    keys: tuple[str, ...] = ()
    whole_lists: frozenset[str] = field(default=frozenset())


Registry = Mapping[str, Analysis]
