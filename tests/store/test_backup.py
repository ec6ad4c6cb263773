"""A backup is the workspace at one moment, whatever happens meanwhile; one that is not whole is never restored."""

from __future__ import annotations

import hashlib
import io
import subprocess
import tarfile
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.door import LoadHead, accept, begin_seal, unload
from cesta.ingest.progress import quiet
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.accepted import accepted
from cesta.store.backup import SUMS, back_up, bring_back
from cesta.store.checking import check
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace


def events_of(root: Path) -> list[Event]:
    with Workspace.open(root) as workspace:
        return [each.event for each in accepted(workspace)]


def fill(root: Path) -> Path:
    with Workspace.create(root, name="Šop") as workspace:
        (root / "maps" / "mapa-ž.yaml").write_text("title: Mapa\n")
        (root / "data" / "keys.json").write_text("[]")
        for load in ("web-1", "web-2"):
            events = [Event("web", f"{load}:{n}", f"c{n % 3}", "see", n, {"n": n}) for n in range(20)]
            with begin_seal(workspace, LoadHead(load, "web")) as sealing:
                sealing.add(table_of(events))
                sealing.finish()
        accept(workspace, [{"customer": "ann", "event": "buy", "ts": "2024-01-01", "message_id": "1"}, "no"], "api")
        unload(workspace, "web-2")
    return root


@pytest.fixture(scope="module")
def backed_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("backups")
    back_up(fill(folder / "shop"), folder / "shop.tar", quiet)
    return folder / "shop.tar"


def test_what_comes_back_is_what_was_there(backed_up: Path, tmp_path: Path) -> None:
    root = tmp_path / "again"
    bring_back(backed_up, root, quiet)
    assert events_of(root) == events_of(backed_up.parent / "shop")
    assert (root / "maps" / "mapa-ž.yaml").read_text() == "title: Mapa\n"
    assert (root / "data" / "keys.json").read_text() == "[]"
    assert check(root, quiet).damaged == ()
    with Workspace.open(root) as workspace:
        assert [load.binned is not None for load in workspace.log.all_loads()] == [False, True]
        assert workspace.log.counts()["set_aside"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["again"], "nothing else is left"
    assert not list((backed_up.parent / "shop" / "data").glob("*passing-*"))


def test_any_tar_and_sha256sum_can_read_it(backed_up: Path, tmp_path: Path) -> None:
    subprocess.run(["tar", "-xf", backed_up], cwd=tmp_path, check=True)
    subprocess.run(["sha256sum", "--quiet", "-c", SUMS], cwd=tmp_path, check=True)


def test_a_backup_amid_writing_has_every_message_before_it_once(tmp_path: Path) -> None:
    root, sent, stop = fill(tmp_path / "shop"), [0], threading.Event()

    def write() -> None:
        with Workspace.open(root) as workspace:
            while not stop.is_set():
                one = {"customer": "bob", "event": "see", "ts": "2024-01-01", "message_id": f"m{sent[0]}"}
                accept(workspace, [one], "live")
                sent[0] += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(3):
            before = sent[0]
            back_up(root, tmp_path / f"{number}.tar", quiet)
            bring_back(tmp_path / f"{number}.tar", tmp_path / f"r{number}", quiet)
            kept = [event.message_id for event in events_of(tmp_path / f"r{number}") if event.source == "live"]
            assert kept == [f"m{n}" for n in range(len(kept))]
            assert before <= len(kept) <= sent[0] + 1
    finally:
        stop.set()
        writer.join()


@given(st.data())
def test_no_changed_byte_is_ever_restored(
    backed_up: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = bytearray(backed_up.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        content[place] ^= data.draw(st.integers(1, 255))
    else:
        del content[place:]
    folder = tmp_path_factory.mktemp("damaged")
    (folder / "bad.tar").write_bytes(content)
    with suppress(CestaError):
        bring_back(folder / "bad.tar", folder / "again", quiet)
        # Only what tar pads with, and times and rights, may differ unnoticed.
        assert events_of(folder / "again") == events_of(backed_up.parent / "shop")
        return
    assert [path.name for path in folder.iterdir()] == ["bad.tar"]


@pytest.mark.parametrize("name", ["../out.yaml", "/tmp/out.yaml", "data/../../out.yaml"])
def test_nothing_is_ever_written_outside_the_folder(tmp_path: Path, name: str) -> None:
    with tarfile.open(tmp_path / "bad.tar", "w") as archive:
        entry = tarfile.TarInfo(name)
        sums = f"{hashlib.sha256(b'').hexdigest()}  {name}\n".encode()
        last = tarfile.TarInfo(SUMS)
        last.size = len(sums)
        archive.addfile(entry, io.BytesIO())
        archive.addfile(last, io.BytesIO(sums))
    with pytest.raises(CestaError, match="no backup of Cesta does"):
        bring_back(tmp_path / "bad.tar", tmp_path / "again", quiet)
    assert [path.name for path in tmp_path.iterdir()] == ["bad.tar"]


def test_what_is_there_is_never_written_over(backed_up: Path, tmp_path: Path) -> None:
    root = fill(tmp_path / "shop")
    with pytest.raises(CestaError, match="already"):
        back_up(root, backed_up, quiet)
    with pytest.raises(CestaError, match="inside the workspace"):
        back_up(root, root / "maps" / "shop.tar", quiet)
    with pytest.raises(CestaError, match="not empty"):
        bring_back(backed_up, root, quiet)
    (tmp_path / "empty").mkdir()
    assert bring_back(backed_up, tmp_path / "empty", quiet) > 5


def test_a_damaged_workspace_makes_no_backup(tmp_path: Path) -> None:
    root = fill(tmp_path / "shop")
    shard = next((root / "data" / "shards").glob("web-2*"))
    content = shard.read_bytes()
    shard.write_bytes(content[:-9] + b"x" + content[-8:])
    with pytest.raises(CestaError, match=f"{shard.name} is damaged"):
        back_up(root, tmp_path / "shop.tar", quiet)
    shard.unlink()
    with pytest.raises(CestaError, match=f"{shard.name} is missing"):
        back_up(root, tmp_path / "shop.tar", quiet)
    assert not list(tmp_path.glob("*.tar")) + list(tmp_path.glob(".*.part"))
