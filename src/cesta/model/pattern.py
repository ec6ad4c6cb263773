"""A pattern of events, `(?1).*(?t<=30m)(?2)`: which conditions, in which order, how long after one another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cesta.model.duration import duration
from cesta.model.errors import CestaError

LONGEST = 2**62
TOKEN = re.compile(
    r"\(\?(?P<condition>\d{1,9})\)|(?P<any>\.\*)|\(\?t\s*(?P<sign>>=|<=|==|>|<)\s*(?P<length>\d+[smhdw]?)\)"
)
HINT = "Known: (?1) for condition 1, .* for any events, (?t>10) or (?t<=30m) for the time since the event before."


@dataclass(frozen=True, slots=True)
class PatternStep:
    """An event that meets a condition (0: any event), `least` to `most` microseconds after the step before.

    apart: other events may lie between it and the step before.
    """

    condition: int
    apart: bool = False
    least: int = 0
    most: int = LONGEST


def parse_pattern(text: str, conditions: int) -> tuple[PatternStep, ...]:
    """The steps of a pattern. A limit of time at its end becomes a step that any event meets. Raises bad_pattern.

    >>> [(step.condition, step.apart) for step in parse_pattern("(?1).*(?2)(?1)", conditions=2)]
    [(1, False), (2, True), (1, False)]
    """
    steps: list[PatternStep] = []
    gap = PatternStep(0)
    place = 0
    while place < len(text):
        found = TOKEN.match(text, place)
        if found is None:
            raise _bad(text, f"cannot be read at character {place + 1}: {text[place : place + 12]!r}")
        if found["condition"] is not None:
            number = int(found["condition"])
            if not 1 <= number <= conditions:
                raise _bad(text, f"names condition {number}; there are {conditions}")
            steps.append(replace(gap, condition=number))
            gap = PatternStep(0)
        elif found["any"] is not None:
            gap = replace(gap, apart=True)
        elif not steps:
            raise _bad(text, "begins with a time, but there is no event before it")
        else:
            gap = _within(gap, found["sign"], _length(text, found["length"]))
        place = found.end()
    if not steps:
        raise _bad(text, "names no condition")
    # A pattern may begin anywhere, so what stands before its first step says nothing.
    steps[0] = replace(steps[0], apart=False)
    limited = (gap.least, gap.most) != (0, LONGEST)
    return (*steps, gap) if limited else tuple(steps)


def _within(gap: PatternStep, sign: str, length: int) -> PatternStep:
    least = {">": length + 1, ">=": length, "==": length}.get(sign, 0)
    most = {"<": length - 1, "<=": length, "==": length}.get(sign, LONGEST)
    return replace(gap, apart=True, least=max(gap.least, least), most=min(gap.most, most))


def _length(text: str, written: str) -> int:
    """A length of time in microseconds; a number alone is seconds, and nothing at all is a length, too."""
    if not int(re.sub(r"\D", "", written)[:20]):
        return 0
    try:
        return min(duration(int(written) if written.isdecimal() else written), LONGEST)
    except CestaError as error:
        raise _bad(text, f"has a time that cannot be: {written}") from error


def _bad(text: str, what: str) -> CestaError:
    return CestaError("bad_pattern", f"The pattern {text[:200]!r} {what}.", HINT)
