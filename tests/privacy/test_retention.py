"""Events leave when they were kept long enough by any rule that fits; the others stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.consent.purposes import FILE
from cesta.ingest.door import accept
from cesta.model.errors import CestaError
from cesta.privacy.retention import Due, expire, look
from cesta.store.removing import RemovedEvents
from cesta.store.workspace import Workspace

DAY = 86_400_000_000
RULES = """\
cesta: privacy/1
retention:
  - {name: {en: Browsing, pl: Przeglądanie}, events: {event: see}, keep: 2d}
  - {name: All, keep: 4d}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    with Workspace.create(tmp_path / "shop") as workspace:
        for name, days in (("see", (1, 3, 5)), ("buy", (1, 3, 5))):
            sent = [{"customer": "ann", "event": name, "ts": f"1970-01-{day:02d}T00:00:00Z"} for day in days]
            accept(workspace, sent, "api")
    return tmp_path / "shop"


def test_each_rule_says_what_is_due_and_all_of_it_goes(root: Path) -> None:
    (root / FILE).write_text(RULES)
    now = 5 * DAY
    with Workspace.open(root) as workspace:
        assert look(workspace, now).rules == (Due("Browsing", "2d", 2), Due("All", "4d", 2))
        assert look(workspace, now, "pl").rules[0].name == "Przeglądanie"
        assert expire(workspace, now) == RemovedEvents(3, 0, 0)
        columns = workspace.columns()
        left = sorted(
            (columns.names[code], time // DAY + 1) for code, time in zip(columns.codes, columns.times, strict=True)
        )
        assert left == [("buy", 3), ("buy", 5), ("see", 5)]
        assert look(workspace, now).rules == (Due("Browsing", "2d", 0), Due("All", "4d", 0))


def test_without_rules_everything_stays_and_a_broken_one_removes_nothing(root: Path) -> None:
    with Workspace.open(root) as workspace:
        assert expire(workspace, 10_000 * DAY) == RemovedEvents(0, 0, 0)
        (root / FILE).write_text(RULES.replace("2d", "two days"))
        with pytest.raises(CestaError, match="bad_privacy"):
            expire(workspace, 10_000 * DAY)
        assert len(workspace.columns().times) == 6
