"""Whatever byte of a workspace changes, the file is named; a whole one passes, of any format."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.accounts.record import Record
from cesta.accounts.roles import AT_THE_MACHINE
from cesta.ingest.door import LoadHead, accept, begin_seal
from cesta.ingest.progress import quiet
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.checking import check
from cesta.store.keys import Keys
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("check") / "shop"
    with Workspace.create(root) as workspace:
        for load in ("web-1", "web-2"):
            events = [Event("web", f"{n % 15}", f"c{n % 3}", "see", n, {"n": n}) for n in range(20)]
            with begin_seal(workspace, LoadHead(load, "web")) as sealing:
                sealing.add(table_of(events))
                sealing.finish()
        accept(workspace, [{"customer": "a", "event": "b", "ts": "2024-01-01", "props": {"p": 1.5}}] * 2 + ["no"], "x")
    return root


@pytest.fixture
def root(whole: Path, tmp_path: Path) -> Path:
    shutil.copytree(whole, tmp_path / "shop")
    return tmp_path / "shop"


def damaged(root: Path) -> list[str]:
    return [each.file for each in check(root, quiet).damaged]


def test_a_whole_one_passes(root: Path) -> None:
    found = check(root, quiet)
    assert (found.damaged, found.shards, found.unsummed, found.documents) == ((), 2, 0, 1)
    assert found.events == 31


@pytest.mark.parametrize("old", ["format_1", "format_2"])
def test_one_of_an_older_format_passes_row_by_row(old: str, tmp_path: Path) -> None:
    shutil.copytree(HERE / old, tmp_path / "old")
    found = check(tmp_path / "old", quiet)
    assert found.damaged == ()
    assert found.unsummed == found.shards > 0


@given(st.data())
def test_any_changed_byte_of_a_shard_is_found(
    whole: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    root = tmp_path_factory.mktemp("flipped") / "shop"
    shutil.copytree(whole, root)
    path = data.draw(st.sampled_from(sorted((root / "data" / "shards").iterdir())))
    content = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        content[place] ^= data.draw(st.integers(1, 255))
    else:
        del content[place:]
    path.write_bytes(content)
    assert damaged(root) == [f"data/shards/{path.name}"]


def test_a_missing_shard_is_named(root: Path) -> None:
    shard = min((root / "data" / "shards").iterdir())
    shard.unlink()
    assert damaged(root) == [f"data/shards/{shard.name}"]


def test_a_missing_log_is_named(root: Path) -> None:
    (root / "data" / "log.sqlite").unlink()
    assert damaged(root) == ["data/log.sqlite"]
    assert not (root / "data" / "log.sqlite").exists()


@pytest.mark.parametrize("keep", [0, 100, 5000])
def test_a_cut_log_is_named(root: Path, keep: int) -> None:
    path = root / "data" / "log.sqlite"
    path.write_bytes(path.read_bytes()[:keep])
    assert damaged(root) == ["data/log.sqlite"]


@pytest.mark.parametrize(
    "change",
    [
        "update events set time = time + 1",
        "update events set properties = '{\"p\": 2.5}'",
        "update events set properties = '{'",
        "update events set customer = 'b'",
        "update events set source = 'y'",
        "update events set received = received + 1",
        "update events set raw = '{}'",
        "update loads set events = events + 1 where seq = 1",
        "delete from loads where seq = 1",
    ],
)
def test_a_changed_row_of_the_log_is_found(root: Path, change: str) -> None:
    sql = sqlite3.connect(root / "data" / "log.sqlite")
    sql.execute("drop trigger event_changed")
    sql.execute(change)
    sql.commit()
    sql.close()
    assert set(damaged(root)) == {"data/log.sqlite"}


@pytest.mark.parametrize("change", ["events = events + 1", "customers = customers + 1", "hidden_count = 3"])
def test_a_shard_that_is_not_as_listed_is_found(root: Path, change: str) -> None:
    sql = sqlite3.connect(root / "data" / "log.sqlite")
    sql.execute(f"update shards set {change} where seq = 1")
    sql.commit()
    sql.close()
    name = min((root / "data" / "shards").iterdir()).name
    assert f"data/shards/{name}" in damaged(root)


def test_files_beside_the_log_are_read_too(root: Path) -> None:
    data = root / "data"
    Keys(data).create("web", 0)
    record = Record(data)
    record.note(AT_THE_MACHINE, "GET /api/maps", 0)
    record.close()
    assert damaged(root) == []
    (data / "keys.json").write_text((data / "keys.json").read_text().replace('"hash"', '"hush"'))
    with (data / "record.sqlite").open("r+b") as file:
        file.seek(4096 + 2)
        file.write(b"\xff" * 100)
    assert damaged(root) == ["data/record.sqlite", "data/keys.json"]


def test_broken_documents_are_named(root: Path) -> None:
    (root / "maps" / "m.yaml").write_text("a: [")
    (root / "cesta.yaml").write_text("format: 1\nnmae: x\n")
    assert damaged(root) == ["cesta.yaml", "maps/m.yaml"]


def test_no_workspace_is_told(tmp_path: Path) -> None:
    with pytest.raises(CestaError, match="not a workspace"):
        check(tmp_path, quiet)
