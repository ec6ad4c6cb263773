"""Progress can be told to nobody."""

from __future__ import annotations

from cesta.ingest.progress import Progress, quiet


def test_quiet_takes_what_any_progress_takes() -> None:
    told: Progress = quiet
    told("reading", 1, 2)
