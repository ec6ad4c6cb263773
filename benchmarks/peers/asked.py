"""What every peer does: load the file, then answer one question a line with its rows and the seconds they took."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence

Rows = list[list[object]]
Question = Callable[[], Iterable[Sequence[object]]]


def serve(load: Callable[[str], tuple[str, dict[str, Question]]]) -> None:
    """`load(path of the events)` gives the peer's version and its questions. JSON lines in and out.

    A question's rows are sorted; whole numbers stay whole.
    """
    begun = time.perf_counter()
    version, questions = load(sys.argv[1])
    say({"version": version, "loaded_s": time.perf_counter() - begun, "questions": sorted(questions)})
    for line in sys.stdin:
        begun = time.perf_counter()
        rows = [list(row) for row in questions[line.strip()]()]
        took = time.perf_counter() - begun
        say({"seconds": took, "rows": sorted(rows)})


def say(told: dict[str, object]) -> None:
    print(json.dumps(told), flush=True)
