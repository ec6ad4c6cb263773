"""When a job runs next: by its rhythm, and after failures sooner first, then more and more rarely."""

from __future__ import annotations

from collections.abc import Sequence

from cesta.model.duration import SECOND
from cesta.store.job_runs import Run

FIRST_TRY = 10 * SECOND
LAST_TRY = 3600 * SECOND


def next_run(every: int, runs: Sequence[Run]) -> int:
    """When, in microseconds since 1970; 0: at once. runs: the newest first.

    >>> failed = Run("a", "failed", 0, 100 * SECOND)
    >>> [next_run(60 * SECOND, [failed] * n) // SECOND for n in (0, 1, 2, 3, 4)]
    [0, 110, 120, 140, 160]
    """
    if not runs:
        return 0
    failures = next((place for place, run in enumerate(runs) if run.state != "failed"), len(runs))
    if not failures:
        return runs[0].began + every
    # The first tries come before the rhythm would, later ones with it, but never rarer than once an hour by themselves.
    waits = min(FIRST_TRY << min(failures - 1, 20), LAST_TRY)
    return runs[0].ended + min(waits, max(every, FIRST_TRY))
