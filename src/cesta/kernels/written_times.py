"""Times as people write them, millions at once: what a clock showed, or the moment where an offset stands beside it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled

NO_TIME, LOCAL, MOMENT, UNSURE = 0, 1, 2, 3
"""What became of a text: surely no time of this shape; a clock's time; a moment; one to be looked at alone."""
DAY = 86_400_000_000
DIRECTIVES = {"d": 256, "m": 257, "Y": 258, "H": 259, "M": 260, "S": 261, "f": 262, "y": 263}
GAP = 300
_DAY, _MONTH, _YEAR, _HOUR, _MINUTE, _SECOND, _FRACTION, _SHORT_YEAR = range(256, 264)
Texts = tuple[NDArray[np.uint8], NDArray[np.int64]]
"""All texts in one row of bytes, and where each begins; the last number is the end."""


def steps_of(shape: str) -> NDArray[np.int64] | None:
    """A format such as %d.%m.%Y as the loop below follows it; None: it says more than numbers.

    >>> steps_of("%H:%M").tolist(), steps_of("%d %b")
    ([259, 58, 260], None)
    """
    steps: list[int] = []
    place = 0
    while place < len(shape):
        letter = shape[place]
        if letter == "%":
            place += 1
            if shape[place : place + 1] not in DIRECTIVES:
                return None
            steps.append(DIRECTIVES[shape[place]])
        elif letter.isspace():
            if steps[-1:] != [GAP]:
                steps.append(GAP)
        elif letter.isascii():
            steps.append(ord(letter))
        else:
            return None
        place += 1
    if len({step for step in steps if 256 <= step < GAP}) < sum(256 <= step < GAP for step in steps):
        return None
    return np.array(steps, np.int64)


@compiled
def _days(year: int, month: int, day: int) -> int:
    """Days from 1970 to this date."""
    shifted = year - (month <= 2)
    era = shifted // 400
    of_era = shifted - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


@compiled
def _is_date(year: int, month: int, day: int) -> bool:
    """Whether the calendar has it; the first and the last year are left to a closer look."""
    if year < 2 or year > 9998 or month < 1 or month > 12 or day < 1:
        return False
    if month == 2:
        return day <= (29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28)
    return day <= (30 if month in (4, 6, 9, 11) else 31)


@compiled
def _number(data: NDArray[np.uint8], place: int, stop: int, most: int) -> tuple[int, int]:
    """A number of at most so many digits, and where it ends."""
    value = 0
    end = place
    while end < stop and end - place < most and 48 <= data[end] <= 57:
        value = value * 10 + data[end] - 48
        end += 1
    return value, end


@compiled
def _fixed(data: NDArray[np.uint8], place: int, stop: int, digits: int) -> int:
    """A number of just so many digits; -1: there is none."""
    value, end = _number(data, place, stop, digits)
    return value if end - place == digits else -1


@compiled
def _iso_clock(data: NDArray[np.uint8], place: int, stop: int) -> tuple[int, int]:
    """Microseconds since midnight of HH:MM[:SS[.ffffff]], and where it ends; -1: not written so."""
    hour, minute = _fixed(data, place, stop, 2), _fixed(data, place + 3, stop, 2)
    if hour < 0 or minute < 0 or hour > 23 or minute > 59 or data[place + 2] != 58:
        return -1, place
    place += 5
    second, fraction = 0, 0
    if place < stop and data[place] == 58:
        second = _fixed(data, place + 1, stop, 2)
        if second < 0 or second > 59:
            return -1, place
        place += 3
        if place < stop and data[place] == 46:
            fraction, end = _number(data, place + 1, stop, 6)
            for _ in range(6 - (end - place - 1)):
                fraction *= 10
            if end == place + 1:
                return -1, place
            _, place = _number(data, end, stop, 12)
    return ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction, place


@compiled
def _iso(data: NDArray[np.uint8], place: int, stop: int) -> tuple[int, int]:
    """One text: what it shows, and which of the four things it is."""
    if _fixed(data, place, stop, 4) < 0:
        # Signs and letters begin no ISO time; anything beyond ASCII is for a closer look.
        return 0, NO_TIME if place >= stop or data[place] < 128 else UNSURE
    if stop - place < 10 or data[place + 4] != 45 or data[place + 7] != 45:
        return 0, UNSURE
    year, month, day = _fixed(data, place, stop, 4), _fixed(data, place + 5, stop, 2), _fixed(data, place + 8, stop, 2)
    if month < 0 or day < 0 or not _is_date(year, month, day):
        return 0, UNSURE
    wall = _days(year, month, day) * DAY
    place += 10
    if place == stop:
        return wall, LOCAL
    if data[place] != 84 and data[place] != 32:
        return 0, UNSURE
    if stop - place < 6:
        return 0, UNSURE
    clock, place = _iso_clock(data, place + 1, stop)
    if clock < 0:
        return 0, UNSURE
    wall += clock
    if place == stop:
        return wall, LOCAL
    if data[place] == 90 and place + 1 == stop:
        return wall, MOMENT
    if data[place] != 43 and data[place] != 45:
        return 0, UNSURE
    hours, minutes = _fixed(data, place + 1, stop, 2), 0
    end = place + 3
    if end < stop and data[end] == 58:
        minutes = _fixed(data, end + 1, stop, 2)
        end += 3
    if end != stop or hours < 0 or hours > 23 or minutes < 0 or minutes > 59:
        return 0, UNSURE
    offset = (hours * 60 + minutes) * 60_000_000
    return (wall - offset if data[place] == 43 else wall + offset), MOMENT


@compiled
def _shaped(data: NDArray[np.uint8], place: int, stop: int, steps: NDArray[np.int64]) -> tuple[int, int]:
    """One text read by a format."""
    year, month, day, hour, minute, second, fraction = 1900, 1, 1, 0, 0, 0, 0
    for at in range(place, stop):
        if data[at] > 127:
            return 0, UNSURE
    touching = False
    for at in range(len(steps)):
        step = steps[at]
        if step == GAP:
            if place >= stop or data[place] != 32:
                return 0, UNSURE if touching or (place < stop and data[place] < 32) else NO_TIME
            while place < stop and data[place] == 32:
                place += 1
            continue
        if step < 256:
            if place >= stop or data[place] != step:
                # A letter may be written small or large.
                return 0, UNSURE if touching or (place < stop and data[place] > 64) else NO_TIME
            place += 1
            continue
        touching = touching or (at + 1 < len(steps) and 256 <= steps[at + 1] < GAP)
        most = 4 if step == _YEAR else 6 if step == _FRACTION else 2
        value, end = _number(data, place, stop, most)
        digits = end - place
        if digits == 0 or (step in (_YEAR, _SHORT_YEAR) and digits < most):
            # A day may be written with a space in place of its zero.
            return 0, UNSURE if touching or (place < stop and data[place] == 32) else NO_TIME
        place = end
        if step == _DAY:
            day = value
        elif step == _MONTH:
            month = value
        elif step == _YEAR:
            year = value
        elif step == _SHORT_YEAR:
            year = value + (2000 if value < 69 else 1900)
        elif step == _HOUR:
            hour = value
        elif step == _MINUTE:
            minute = value
        elif step == _SECOND:
            second = value
        else:
            for _ in range(6 - digits):
                value *= 10
            fraction = value
    if place != stop or not _is_date(year, month, day) or hour > 23 or minute > 59 or second > 59:
        return 0, UNSURE if touching or year < 2 or year > 9998 else NO_TIME
    return _days(year, month, day) * DAY + ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction, LOCAL


@compiled
def _read(
    data: NDArray[np.uint8],
    starts: NDArray[np.int64],
    steps: NDArray[np.int64],
    walls: NDArray[np.int64],
    found: NDArray[np.int8],
) -> None:
    """Reads every text that was not read before; spaces around it do not count. No steps: ISO times."""
    for row in range(len(starts) - 1):
        if found[row] != NO_TIME:
            continue
        place, stop = starts[row], starts[row + 1]
        while place < stop and data[place] == 32:
            place += 1
        while place < stop and data[stop - 1] == 32:
            stop -= 1
        if place == stop:
            continue
        if len(steps):
            walls[row], found[row] = _shaped(data, place, stop, steps)
        else:
            walls[row], found[row] = _iso(data, place, stop)


def read_times(texts: Texts, steps: NDArray[np.int64], walls: NDArray[np.int64], found: NDArray[np.int8]) -> None:
    """Reads the texts that are NO_TIME so far, into `walls` (microseconds since 1970) and `found`.

    No steps: ISO times. UNSURE is left for a closer look, never guessed.
    """
    _read(texts[0], texts[1], steps, walls, found)


def warm() -> None:
    """Compiles the loops for text that is read."""
    texts = (np.frombuffer(b"2024-01-05", np.uint8), np.array([0, 10], np.int64))
    read_times(texts, np.zeros(0, np.int64), np.zeros(1, np.int64), np.zeros(1, np.int8))
