"""The steps of a funnel: read from the question, matched with journeys, walked by the kernel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.blocks import blocks
from cesta.journeys.given import Given, bad_value, whole
from cesta.journeys.units import Asked, Journeys, Places
from cesta.journeys.where import Condition, Mask, code_of, mask, read_condition
from cesta.kernels.funnel import NONE, walk_all
from cesta.kernels.picking import first_in
from cesta.kernels.picks import pick
from cesta.kernels.plain_funnel import walk_plain
from cesta.kernels.room import taken
from cesta.kernels.touched import all_up_to, touch, touch_counts
from cesta.kernels.unordered import best_windows
from cesta.model.errors import CestaError
from cesta.store.columns import Picked

FIRST_TIMES = ("event", "matching")
MOST_STEPS = 60
FOREVER = np.iinfo(np.int64).max
_ENDLESS = 1 << 62


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what must happen, whether it may be passed over, whether it must be the first time ever."""

    condition: Condition
    optional: bool = False
    first_time: str | None = None


@dataclass(frozen=True, slots=True)
class Exclusion:
    """What must not happen while an attempt stands at the steps from … to - 1 (numbered from 1)."""

    condition: Condition
    from_step: int
    to_step: int


@dataclass(frozen=True, slots=True)
class Funnel:
    """A funnel question, read and right."""

    steps: tuple[Step, ...]
    order: str
    window: int | None
    entry: str
    exclusions: tuple[Exclusion, ...]
    hold: str | None

    @property
    def size(self) -> int:
        return len(self.steps)


@dataclass(frozen=True)
class Walked:
    """How far each run came: `touched` bit k-1 = step k; `when[r, k-1]` its time, if touched."""

    touched: NDArray[np.uint64]
    when: NDArray[np.int64]

    def take(self, runs: Places) -> Walked:
        """Only these runs."""
        return Walked(taken(self.touched, runs), taken(self.when, runs))

    def at(self, step: int) -> Mask:
        """The runs that count at this step."""
        return touch(self.touched, step)

    def counts(self) -> list[int]:
        """How many runs count at each step."""
        return [int(count) for count in touch_counts(self.touched, self.when.shape[1])]


PARAMS = frozenset(["steps", "order", "window", "entry", "exclusions", "hold_constant"])


def read_funnel(given: Given) -> Funnel:
    """Reads the parameters that all kinds of funnel share."""
    steps = tuple(read_step(document) for document in given.listed("steps"))
    if not steps:
        raise CestaError("bad_step", "A funnel needs at least one step.", None)
    if len(steps) > MOST_STEPS:
        raise CestaError("bad_step", f"{len(steps)} steps are too many.", f"A funnel has at most {MOST_STEPS}.")
    if steps[0].optional:
        raise CestaError("bad_step", "The first step cannot be optional.", None)
    order = given.choice("order", "ordered", ("ordered", "strict", "unordered"))
    window = given.window()
    exclusions = tuple(_exclusion(document, len(steps), order) for document in given.listed("exclusions"))
    if len(exclusions) > MOST_STEPS:
        raise bad_value("exclusions", len(exclusions), f"at most {MOST_STEPS}")
    entry = given.choice("entry", "every", ("every", "first"))
    return Funnel(steps, order, window, entry, exclusions, given.text("hold_constant"))


def read_step(document: object) -> Step:
    """One step of a funnel, or the start of a retention. Without an event, "first time" is the first event of all."""
    if not isinstance(document, Mapping):
        return Step(read_condition(document))
    rest = {name: value for name, value in document.items() if name not in ("optional", "first_time")}
    part = Given(document)
    first_time = None
    if part.has("first_time"):
        first_time = part.choice("first_time", "", FIRST_TIMES)
    condition = read_condition(rest)
    if first_time == "event" and condition.choices is not None:
        raise bad_value("first_time", "event", '"matching", as the condition names no single event')
    return Step(condition, part.flag("optional", default=False), first_time)


def _exclusion(document: object, steps: int, order: str) -> Exclusion:
    if not isinstance(document, Mapping):
        return _checked(Exclusion(read_condition(document), 1, steps), steps, order)
    rest = {name: value for name, value in document.items() if name not in ("from_step", "to_step")}
    part = Given(document)
    first = whole("from_step", part.raw("from_step"), -FOREVER, FOREVER) if part.has("from_step") else 1
    last = whole("to_step", part.raw("to_step"), -FOREVER, FOREVER) if part.has("to_step") else steps
    return _checked(Exclusion(read_condition(rest), first, last), steps, order)


def _checked(exclusion: Exclusion, steps: int, order: str) -> Exclusion:
    if not 1 <= exclusion.from_step < exclusion.to_step <= steps:
        message = f"An exclusion cannot hold from step {exclusion.from_step} to step {exclusion.to_step}."
        raise CestaError("bad_exclusion", message, f"The steps are 1 to {steps}, and from_step comes before to_step.")
    if order == "unordered" and (exclusion.from_step, exclusion.to_step) != (1, steps):
        raise CestaError("bad_exclusion", "In an unordered funnel an exclusion holds for the whole funnel.", None)
    return exclusion


def step_mask(asked: Asked, step: Step) -> Mask:
    """For every event known, whether it may serve the step; "first time" looks at all history."""
    met = asked.mask(step.condition)
    if step.first_time is None:
        return met
    candidates = met if step.first_time == "matching" else asked.mask(Condition(event=step.condition.event))
    if asked.history is not None:
        candidates = candidates & asked.history
    first = first_in((asked.columns.begins, asked.columns.ends), candidates)
    only = np.zeros(len(met), dtype=np.bool_)
    only[first[first >= 0]] = True
    return met & only


def walk(
    funnel: Funnel,
    journeys: Journeys,
    *,
    restrict: tuple[int, Mask] | None = None,
    runs: tuple[Places, Places, Places] | None = None,
) -> Walked:
    """How far each unit comes.

    `restrict` allows only these events to serve one step. `runs` asks for other walks than one a unit: the unit of
    each, and the range of times in which its attempts begin.
    """
    if restrict is None and runs is None and is_plain(funnel):
        return _walk_plain(funnel, journeys)
    return _walk_fully(funnel, journeys, restrict, runs)


def is_plain(funnel: Funnel) -> bool:
    """Whether it has nothing but named steps, all different, in order within a window."""
    rules = funnel.order == "ordered" and funnel.entry == "every" and not funnel.exclusions
    return rules and only_names(funnel) and len({step.condition.event for step in funnel.steps}) == funnel.size


def only_names(funnel: Funnel) -> bool:
    """Whether names alone decide which events serve a step, and no step can be passed over."""
    names = [step.condition.event for step in funnel.steps]
    return None not in names and all(
        step == Step(Condition(event=name)) for step, name in zip(funnel.steps, names, strict=True)
    )


def _walk_plain(funnel: Funnel, journeys: Journeys) -> Walked:
    asked, none = journeys.asked, funnel.size
    slot = np.full(len(journeys.names) + 1, none, np.uint8)
    for place, step in enumerate(funnel.steps):
        code = code_of(asked.columns, str(step.condition.event), asked.notes)
        if code is not None:
            slot[code] = place
    window = _ENDLESS if funnel.window is None else funnel.window
    at = journeys.stretches
    level, when, tied = walk_plain(at.codes, at.times, at.begins, at.ends, slot, window)
    walked, left = Walked(all_up_to(level), when), np.flatnonzero(tied)
    if len(left):
        full = _walk_fully(funnel, journeys.take(left), None, None)
        walked.touched[left], walked.when[left] = full.touched, full.when
    return walked


def _walk_fully(
    funnel: Funnel,
    journeys: Journeys,
    restrict: tuple[int, Mask] | None,
    runs: tuple[Places, Places, Places] | None,
) -> Walked:
    """Block by block; `runs` ascend by unit."""
    serving: dict[int, Mask] = {}
    parts = []
    for first, last, block in blocks(journeys):
        allowed = None
        if restrict is not None:
            allowed = restrict[0], restrict[1][journeys.offsets[first] : journeys.offsets[last]]
        mine = runs
        if runs is not None:
            low, high = np.searchsorted(runs[0], [first, last])
            mine = runs[0][low:high] - first, runs[1][low:high], runs[2][low:high]
        parts.append(_walk_block(funnel, block, serving, allowed, mine))
    if len(parts) == 1:
        return parts[0]
    return Walked(np.concatenate([part.touched for part in parts]), np.concatenate([part.when for part in parts]))


def _walk_block(
    funnel: Funnel,
    journeys: Journeys,
    serving: dict[int, Mask],
    restrict: tuple[int, Mask] | None,
    runs: tuple[Places, Places, Places] | None,
) -> Walked:
    rows, offsets = _concerned(funnel, journeys) if restrict is None else (journeys.rows, journeys.offsets)
    bits, exclusion = _bits(funnel, journeys.asked, rows, serving, restrict)
    picked = np.flatnonzero((bits != 0) | (exclusion != 0) | (funnel.order == "strict"))
    offsets = np.searchsorted(picked, offsets)
    times, bits, exclusion = journeys.asked.columns.times[rows[picked]], bits[picked], exclusion[picked]
    if runs is None:
        units = np.arange(journeys.size)
        runs = units, np.full(len(units), NONE), np.full(len(units), FOREVER)
    window = _ENDLESS if funnel.window is None else funnel.window
    if funnel.order == "unordered":
        args = (times, bits, exclusion != 0, offsets, funnel.size, window, funnel.entry == "first", *runs)
        level, when = best_windows(*args)
        return Walked(all_up_to(level), when)
    optional = np.array([False, *(step.optional for step in funnel.steps)])
    first = np.array([exclusion.from_step for exclusion in funnel.exclusions], np.int64)
    last = np.array([exclusion.to_step for exclusion in funnel.exclusions], np.int64)
    rules = (funnel.size, window, funnel.order == "strict", funnel.entry == "first", optional, first, last)
    _, touched, when = walk_all(times, bits, exclusion, offsets, rules, runs)
    return Walked(touched, when)


def _concerned(funnel: Funnel, journeys: Journeys) -> tuple[Places, Places]:
    """The rows of the events that may matter, by their names, and where each unit begins among them."""
    names: set[str] = set()
    conditions = [step.condition for step in funnel.steps] + [one.condition for one in funnel.exclusions]
    for condition in conditions:
        if condition.event is None or funnel.order == "strict":
            return journeys.rows, journeys.offsets
        names.add(condition.event)
    at = journeys.stretches
    wanted = np.array([name in names for name in (*journeys.names, None)], dtype=np.bool_)
    places, offsets = pick(at.codes, at.begins, at.ends, wanted)
    return places if journeys.picked is None else journeys.picked[places], offsets


def _bits(
    funnel: Funnel, asked: Asked, rows: Places, serving: dict[int, Mask], restrict: tuple[int, Mask] | None
) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """For each of these events, the steps it may serve and the exclusions it meets, one bit each.

    serving: what looks at all history and is weighed once, by the place of the step: a first time.
    """
    events = Picked(asked.columns, rows)

    def met(condition: Condition) -> Mask:
        return mask(events, condition, zone=asked.zone, notes=asked.notes)

    bits = np.zeros(len(rows), np.uint64)
    for place, step in enumerate(funnel.steps):
        if step.first_time is not None and place not in serving:
            serving[place] = step_mask(asked, step)
        serves = serving[place][rows] if place in serving else met(step.condition)
        if restrict is not None and restrict[0] == place + 1:
            serves = serves & restrict[1]
        bits |= serves.astype(np.uint64) << np.uint64(place)
    exclusion = np.zeros(len(rows), np.uint64)
    for place, one in enumerate(funnel.exclusions):
        exclusion |= met(one.condition).astype(np.uint64) << np.uint64(place)
    return bits, exclusion


def touches(funnel: Funnel, journeys: Journeys) -> Mask | frozenset[str]:
    """The funnel's own events: those that may serve a step; names, where they alone decide."""
    if only_names(funnel):
        return frozenset(str(step.condition.event) for step in funnel.steps)
    alone, serving = replace(funnel, exclusions=()), dict[int, Mask]()
    parts = [_bits(alone, journeys.asked, block.rows, serving, None)[0] != 0 for _, _, block in blocks(journeys)]
    return np.concatenate(parts)
