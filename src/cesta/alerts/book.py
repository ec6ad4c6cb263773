"""What alerts told, and when it was over: one entry from the first time a number is wrong until it is right again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cesta.alerts.judging import Verdict
from cesta.store.database import Database

FILE = "alerts.sqlite"
TABLES = (
    """
create table firings (
    seq integer primary key autoincrement, alert text not null, why text not null, value real not null, limit_ real,
    began integer not null, ended integer, sent text not null, failed text not null
) strict;;
create unique index one_at_a_time on firings (alert) where ended is null;;
""",
)


@dataclass(frozen=True, slots=True)
class Firing:
    """began, ended: microseconds; ended None: it is still so. sent: to whom; failed: what could not be, and why."""

    seq: int
    alert: str
    why: str
    value: float
    limit: float | None
    began: int
    ended: int | None
    sent: str
    failed: str


class Firings:
    """In a file of its own in the workspace's data."""

    def __init__(self, data: Path) -> None:
        self._book = Database(data / FILE, TABLES)

    def history(self, alert: str | None = None, limit: int = 100) -> list[Firing]:
        """The newest first."""
        rows = self._book.read(
            "select * from firings where (?1 is null or alert = ?1) order by seq desc limit ?2", (alert, limit)
        )
        return [Firing(*row) for row in rows]

    def begin(self, alert: str, verdict: Verdict, now: int) -> int | None:
        """Notes that a number is wrong; None where that is known already."""
        with self._book.change() as sql:
            if sql.execute("select 1 from firings where alert = ? and ended is null", (alert,)).fetchone():
                return None
            values = (alert, verdict.why, verdict.value, verdict.limit, now)
            return sql.execute(
                "insert into firings (alert, why, value, limit_, began, sent, failed) values (?, ?, ?, ?, ?, '', '')",
                values,
            ).lastrowid

    def told(self, seq: int, sent: list[str], failed: list[str]) -> None:
        with self._book.change() as sql:
            row = (", ".join(sent), "; ".join(failed), seq)
            sql.execute("update firings set sent = ?, failed = ? where seq = ?", row)

    def end(self, alert: str, now: int) -> bool:
        """The number is right again; False where nothing was wrong."""
        if not self._book.read("select 1 from firings where alert = ? and ended is null", (alert,)):
            return False
        with self._book.change() as sql:
            sql.execute("update firings set ended = ? where alert = ? and ended is null", (now, alert))
        return True

    def close(self) -> None:
        self._book.close()
