"""How many messages were not kept is known, also after a restart, and costs no commit for each."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

from cesta.store.unfollowed import Unfollowed, unfollowed_of
from cesta.store.workspace import Workspace


def test_they_are_counted_by_source_and_stay_counted(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop", name="Shop") as workspace:
        count = unfollowed_of(workspace.log)
        assert (count.now(), unfollowed_of(workspace.log)) == ({}, count)
        marks = workspace.log.marks()
        threads = [Thread(target=count.note, args=("web", 2)) for _ in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        count.note("till", 1)
        assert count.now() == {"web": 40, "till": 1} == Unfollowed(workspace.log).now()
        assert workspace.log.marks() == marks
    with Workspace.open(tmp_path / "shop") as workspace:
        count = unfollowed_of(workspace.log)
        count.note("web", 1)
        count.settle()
        assert Unfollowed(workspace.log).now() == {"web": 41, "till": 1}


def test_what_is_new_waits_a_moment_for_the_disk(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop", name="Shop") as workspace:
        count = Unfollowed(workspace.log)
        count.note("web", 5)
        assert workspace.log.read("select * from unfollowed") == []
        count.settle()
        assert workspace.log.read("select * from unfollowed") == [("web", 5)]
