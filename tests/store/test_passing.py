"""A folder of work under way stays as long as its process lives, and no longer; also when that is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from cesta.store.passing import A_DAY, Passing, passing, sweep_passing
from cesta.store.workspace import Workspace

HOLDING = """
import sys
from pathlib import Path
from cesta.store.passing import Passing

held = Passing(Path(sys.argv[1]), "guess")
(held.path / "rows").write_text("much")
print(held.path.name, flush=True)
sys.stdin.read()
"""


def test_it_is_there_for_its_work_and_gone_after_it(tmp_path: Path) -> None:
    with passing(tmp_path, "guess") as folder:
        (folder / "inner").mkdir()
        assert sweep_passing(tmp_path) == []
        assert [path.name for path in tmp_path.iterdir()] == [folder.name]
        assert folder.name.startswith("passing-guess-")
    assert list(tmp_path.iterdir()) == []


def test_only_what_a_killed_process_left_is_swept(tmp_path: Path) -> None:
    held = Passing(tmp_path, "staged")
    command = [sys.executable, "-c", HOLDING, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        name = other.stdout.readline().strip()
        assert sweep_passing(tmp_path) == [], "its process lives"
        other.kill()
        other.wait()
    assert sweep_passing(tmp_path) == [name]
    assert [path.name for path in tmp_path.iterdir()] == [held.path.name]
    held.close()


def test_what_was_never_locked_is_left_for_a_day(tmp_path: Path) -> None:
    names = ("guess-a", "sealing-b", "backup-c", ".passing-d")
    for name in names:
        (tmp_path / name).mkdir()
    (tmp_path / "shards").mkdir()
    assert sweep_passing(tmp_path) == []
    then = time.time() - A_DAY - 60
    for path in tmp_path.iterdir():
        os.utime(path, (then, then))
    assert sweep_passing(tmp_path) == sorted(names)
    assert [path.name for path in tmp_path.iterdir()] == ["shards"]


def test_what_a_killed_load_left_goes_when_the_workspace_is_served_next(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        rows = "".join(f"c{n % 999},see,2026-01-01T00:00:{n % 60:02d}Z,{n}\n" for n in range(200_000))
        (tmp_path / "visits.csv").write_text("customer,event,time,n\n" + rows)
        command = [sys.executable, "-m", "cesta.cli.main", "load", str(workspace.root), str(tmp_path / "visits.csv")]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as load:
            while not (left := list(workspace.data.glob("passing-*"))):
                assert load.poll() is None, "it was over before it was killed"
                time.sleep(0.002)
            assert workspace.tidy() == [], "it is still loading"
            load.kill()
        assert workspace.tidy() == [folder.name for folder in left]
        assert not [path for path in workspace.data.iterdir() if "passing" in path.name]
