"""Any number of refused rows is kept, and read as often as wanted."""

from __future__ import annotations

from pathlib import Path

from cesta.ingest.files.refusals import HELD, Refusals
from cesta.ingest.files.staged import Refused


def test_many_are_kept_on_disk_in_their_order(tmp_path: Path) -> None:
    refused = Refusals(tmp_path / "refused")
    for row in range(HELD + 2):
        refused.add(row, "ragged_row", "why", b"x\xff" * 300)
    assert len(refused) == HELD + 2
    for _ in range(2):
        assert [one.row for one in refused] == list(range(HELD + 2))
    first = next(iter(refused))
    assert first == Refused(0, None, ("x\\xff" * 300)[:200], "ragged_row", "why")
    assert first in refused
