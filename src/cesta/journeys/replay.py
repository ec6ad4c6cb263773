"""Token replay: a journey moves tokens from step to step, and we count where one was missing or left behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cesta.model.wanted_journey import WantedJourney


@dataclass(frozen=True)
class Tokens:
    """What the replay of one journey counted."""

    missing: int
    remaining: int
    consumed: int
    produced: int

    @property
    def fitness(self) -> float:
        return (1 - self.missing / self.consumed) / 2 + (1 - self.remaining / self.produced) / 2


def replay(model: WantedJourney, names: Sequence[str]) -> Tokens:
    """Replays a journey; names that no step has are skipped.

    The beginning produces a token and the end consumes one; each step consumes one and produces one. Passing over what
    may be missing, or back in a loop, moves a token for free. Of several tokens that could serve, the newest does; of
    several steps of one name, the first in the document that a token can serve, else the first.

    >>> from cesta.model.wanted_journey import read_wanted_journey
    >>> replay(read_wanted_journey({"sequence": ["a", "b", "c"]}), ["a", "c"])
    Tokens(missing=1, remaining=1, consumed=3, produced=3)
    """
    steps_of: dict[str, list[int]] = {}
    for step, name in enumerate(model.names[1:], 1):
        steps_of.setdefault(name, []).append(step)
    # how many tokens lie behind each step, the newest last
    tokens = {0: 1}
    missing, fired = 0, 0
    for name in names:
        steps = steps_of.get(name)
        if steps is None:
            continue
        ways = ((step, at) for step in steps for at in reversed(tokens) if step in model.follow[at])
        step, at = next(ways, (steps[0], None))
        missing += at is None
        fired += 1
        _take(tokens, at)
        tokens[step] = tokens.pop(step, 0) + 1
    end = next((at for at in reversed(tokens) if at in model.final), None)
    missing += end is None
    _take(tokens, end)
    return Tokens(missing, sum(tokens.values()), fired + 1, fired + 1)


def _take(tokens: dict[int, int], at: int | None) -> None:
    if at is not None:
        tokens[at] -= 1
        if not tokens[at]:
            del tokens[at]
