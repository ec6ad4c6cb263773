"""Steps are told anew where they stand: nothing that changed meanwhile is written over, no damage is signed."""

from __future__ import annotations

from pathlib import Path

from cesta.model.arrival import Arrival
from cesta.model.event import Event
from cesta.store.row_sum import SUMMED, sum_of
from cesta.store.told import Anew, begin, settle, steps, tell, told_by
from cesta.store.workspace import Workspace

SUMS = f"select sum, {', '.join(SUMMED)} from events"


def test_what_is_told_is_there_with_its_checksum(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        log = workspace.log
        page = Event("site", "1", "ann", "page", 10, {"url": "/"})
        log.append([Arrival(page, "page", "{}", 20), Arrival(page, "identify", "{}", 20)])
        log.append([Event("till", "2", "ann", "buy", 11)])
        ((said,),) = steps(log)
        assert tell(log, [Anew(said.seq, said.properties, '{"channel":"radio"}', step=False)]) == 1
        assert tell(log, [Anew(said.seq, said.properties, '{"channel":"late"}', step=True)]) == 0
        assert log.read("select properties, step from events where seq = 1") == [('{"channel":"radio"}', 0)]
        assert all(row[0] == sum_of(row[1:]) for row in log.read(SUMS))
        with log.transaction() as sql:
            sql.execute("update events set sum = 5 where seq = 1")
        assert tell(log, [Anew(1, '{"channel":"radio"}', "{}", step=True)]) == 0


def test_it_is_known_by_which_rules_and_whether_to_the_end(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        log, before = workspace.log, workspace.log.marks()
        assert told_by(log) == ("", True)
        begin(log, "a")
        assert told_by(log) == ("a", False)
        settle(log, "a", changed=False)
        assert (told_by(log), log.marks()) == (("a", True), before)
        settle(log, "b", changed=True)
        assert log.marks().changes == before.changes + 1
