"""What happened after each moment of a customer: the goal, an error, a call for help, the same once more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cesta.maps.barriers.compared import Mask, Places
from cesta.maps.trace import Trace

MINUTE = 60_000_000
SOON = 30 * MINUTE
"""What follows within so long follows at once: an error, a turn, a call for help."""
DAY = 24 * 60 * MINUTE
WEEK = 7 * DAY
USUAL_TIMES = 3
"""A moment led to the goal when that came within a week, or so many times what half of those who reach it need."""
BACK_WITHIN = 90 * DAY
"""A customer came back when she reached the goal again so soon, a day later at least."""
_ERROR = re.compile(
    r"fail|error|declin|reject|refus|invalid|timeout|time_out|exception|crash|rage|dead_?click|not_found|40[0-9]|50[0-9]"
    r"|odrzuc|nieuda|bł[aą]d|zam[ií]t|chyb|selh|отказ|ошиб|сбой",
    re.IGNORECASE,
)
_HELP = re.compile(
    r"support|help|chat|call|contact|faq|hotline|ticket|pomoc|infolini|kontakt|podpor|помощ|поддерж|звон|чат",
    re.IGNORECASE,
)
HELP_CHANNELS = frozenset({"chat", "phone", "call", "callcentre", "call-centre", "support", "hotline"})


def is_error(name: str) -> bool:
    """Whether an event's name says that something went wrong.

    >>> is_error("payment_failed"), is_error("purchase")
    (True, False)
    """
    return _ERROR.search(name) is not None


def is_help(name: str) -> bool:
    """Whether an event's name says that a customer asked for help.

    >>> is_help("support_call"), is_help("add_to_cart")
    (True, False)
    """
    return _HELP.search(name) is not None and not is_error(name)


@dataclass(frozen=True)
class Happened:
    """All events of the customers, and which of them belong to the journeys looked at (`rows`)."""

    found: Trace
    rows: Places
    goal: Mask
    starts: Mask

    @cached_property
    def owner(self) -> Places:
        return self.found.columns.owners()

    @property
    def codes(self) -> Places:
        return np.asarray(self.found.columns.codes, np.int64)

    @property
    def times(self) -> Places:
        return self.found.columns.times

    @property
    def names(self) -> tuple[str, ...]:
        return self.found.columns.names

    @cached_property
    def helps(self) -> Mask:
        """Which names are a call for help, by their words or their channel."""
        told = (is_help(name) or self._channel(code) in HELP_CHANNELS for code, name in enumerate(self.names))
        return np.array([*told], np.bool_)

    @cached_property
    def errors(self) -> Mask:
        return np.array([is_error(name) for name in self.names], np.bool_)

    def _channel(self, code: int) -> str | None:
        column = self.found.columns.props.get("channel")
        if column is None:
            return None
        here = column.codes[self.codes == code]
        here = here[here >= 0]
        return str(column.values[int(np.bincount(here).argmax())]) if len(here) else None

    @cached_property
    def next_goal(self) -> Places:
        """For each event how long until the customer's next goal; a very long time without one."""
        return self.until(self.goal)

    @cached_property
    def goal_within(self) -> int:
        """How soon after a moment the goal must come to count for it."""
        cut, won = self.found.cut, self.found.won
        took = self.next_goal[cut.first[won]]
        took = took[took < np.iinfo(np.int64).max]
        return max(WEEK, USUAL_TIMES * int(np.median(took))) if len(took) else WEEK

    @cached_property
    def on_the_way(self) -> Mask:
        """Moments since a beginning of the customer's, with no goal yet: what comes after a goal is another matter."""
        places = np.arange(len(self.times))
        begun = np.maximum.accumulate(np.where(self.starts, places, -1))
        done = np.maximum.accumulate(np.where(self.goal, places, -1))
        return np.asarray((begun > done) & (begun >= self.found.columns.begins[self.owner]))

    @cached_property
    def after_goal(self) -> Mask:
        """Moments that lie behind a goal of the same customer."""
        done = np.maximum.accumulate(np.where(self.goal, np.arange(len(self.times)), -1))
        before = np.concatenate([[-1], done[:-1]])
        return np.asarray(before >= self.found.columns.begins[self.owner])

    def until(self, wanted: Mask) -> Places:
        """For each event how long until the customer's next event of these, after it."""
        places = np.append(np.flatnonzero(wanted), len(self.times))
        after = places[np.searchsorted(places, np.arange(len(self.times)), side="right")]
        there = after < len(self.times)
        same = there & (self.owner[np.minimum(after, len(self.times) - 1)] == self.owner)
        gap = self.times[np.minimum(after, len(self.times) - 1)] - self.times
        return np.where(same, gap, np.iinfo(np.int64).max)

    @cached_property
    def comes_back(self) -> Mask:
        """Moments after which the customer reached the goal again, on another day and in time."""
        places = np.append(np.flatnonzero(self.goal), len(self.times))
        after = np.searchsorted(places, np.arange(len(self.times)), side="right")
        last = len(self.times) - 1
        while True:
            goal = np.minimum(places[after], last)
            hers = (places[after] <= last) & (self.owner[goal] == self.owner)
            same_day = hers & (self.times[goal] - self.times < DAY)
            if not same_day.any():
                return np.asarray(hers & (self.times[goal] - self.times <= BACK_WITHIN))
            after = after + same_day

    @cached_property
    def following(self) -> Places:
        """For each event the code of the customer's next one, or -1."""
        following = np.full(len(self.codes), -1, np.int64)
        same = self.owner[1:] == self.owner[:-1]
        following[:-1][same] = self.codes[1:][same]
        return following

    @cached_property
    def gap(self) -> Places:
        """How long until the customer's next event."""
        return self.until(np.ones(len(self.times), np.bool_))

    @cached_property
    def rounds(self) -> Mask:
        """Moments after which the customer was elsewhere and at the same again, at once."""
        order = np.lexsort((np.arange(len(self.codes)), self.codes, self.owner))
        again = np.full(len(self.codes), -1, np.int64)
        here, then = order[:-1], order[1:]
        same = (self.codes[here] == self.codes[then]) & (self.owner[here] == self.owner[then])
        again[here[same]] = then[same]
        soon = again >= 0
        soon[soon] = (self.times[again[soon]] - self.times[np.flatnonzero(soon)] <= SOON) & (
            self.following[soon] != self.codes[soon]
        )
        return soon

    @cached_property
    def errs(self) -> Mask:
        """Moments that an error follows at once."""
        return np.asarray((self.following >= 0) & self.errors[np.maximum(self.following, 0)] & (self.gap <= SOON))

    @cached_property
    def asks(self) -> Mask:
        """Moments that a call for help follows at once."""
        return np.asarray((self.following >= 0) & self.helps[np.maximum(self.following, 0)] & (self.gap <= SOON))

    @cached_property
    def place_of(self) -> NDArray[np.float64]:
        """For each name where in a journey it comes first, from 0 to 1, on the mean; 1 for what no journey has."""
        journey = self.found.journey[self.rows]
        keys, first = np.unique(journey * len(self.names) + self.codes[self.rows], return_index=True)
        starts = np.searchsorted(journey, journey[first])
        lengths = np.searchsorted(journey, journey[first], side="right") - starts
        shares = (first - starts) / np.maximum(lengths - 1, 1)
        code = keys % len(self.names)
        many = np.bincount(code, minlength=len(self.names))
        return np.where(many > 0, np.bincount(code, shares, len(self.names)) / np.maximum(many, 1), 1.0)

    @cached_property
    def turns(self) -> Mask:
        """Moments after which the customer went back at once to what usually comes clearly earlier."""
        then = np.maximum(self.following, 0)
        back = self.place_of[then] < self.place_of[self.codes] - 0.1
        aside = self.helps[then] | self.errors[then]
        return np.asarray((self.following >= 0) & back & ~aside & (self.gap <= SOON))

    def decided(self, within: int) -> Mask:
        """Moments of which it is known by now what came of them."""
        return np.asarray(self.times <= self.found.now - within)
