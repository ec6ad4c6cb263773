"""Backups are written anew without somebody; exports and waiting uploads that tell of her go; others stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.ingest.door import LoadHead, accept, begin_seal
from cesta.ingest.progress import quiet
from cesta.model.event import Event
from cesta.privacy.copies import clean_copies
from cesta.store.accepted import accepted
from cesta.store.backup import back_up, bring_back
from cesta.store.made import made, note_made
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace

ZOE, BOB = "zoe-4711", "bob-17"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "shop"
    with Workspace.create(root) as workspace:
        with begin_seal(workspace, LoadHead("web-1", "web")) as sealing:
            sealing.add(table_of([Event("web", str(n), (ZOE, BOB)[n % 2], "see", n, {}) for n in range(10)]))
            sealing.finish()
        accept(workspace, [{"customer": ZOE, "event": "buy", "ts": "2024-01-01"}, f"{ZOE}: broken"], "api")
    return root


def customers(root: Path) -> list[str]:
    with Workspace.open(root) as workspace:
        return sorted(each.event.customer for each in accepted(workspace))


def test_a_backup_is_as_if_she_had_never_been_there(root: Path, tmp_path: Path) -> None:
    with_her, without = tmp_path / "a.tar", tmp_path / "b.tar"
    back_up(root, with_her, quiet)
    other = tmp_path / "other"
    with Workspace.create(other) as workspace:
        accept(workspace, [{"customer": BOB, "event": "buy", "ts": "2024-01-01"}], "api")
    back_up(other, without, quiet)
    note_made(root / "data", "backup", without)
    note_made(root / "data", "backup", tmp_path / "gone.tar")
    (tmp_path / "broken.tar").write_text("no backup")
    note_made(root / "data", "backup", tmp_path / "broken.tar")
    untouched = without.read_bytes()
    done = clean_copies(root / "data", {ZOE})
    assert [(Path(one.file).name, one.outcome) for one in done] == [
        ("a.tar", "cleaned"), ("b.tar", "without"), ("gone.tar", "missing"), ("broken.tar", "failed")
    ]  # fmt: skip
    assert done[-1].why
    assert without.read_bytes() == untouched
    assert ZOE.encode() not in with_her.read_bytes()
    bring_back(with_her, tmp_path / "back", quiet)
    assert customers(tmp_path / "back") == [BOB] * 5
    assert customers(root).count(ZOE) == 6, "the workspace itself is erased by others"
    assert {Path(one.file).name for one in made(root / "data")} == {"a.tar", "b.tar", "broken.tar"}
    assert [one.outcome for one in clean_copies(root / "data", {ZOE})] == ["without", "without", "failed"]
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_exports_and_uploads_that_tell_of_her_go(root: Path, tmp_path: Path) -> None:
    for name, text in (("hers.csv", f"customer,n\n{ZOE},1\n"), ("his.csv", f"customer,n\n{BOB},1\n")):
        (tmp_path / name).write_text(text)
        note_made(root / "data", "export", tmp_path / name)
        upload = root / "data" / "uploads" / name.removesuffix(".csv")
        upload.mkdir(parents=True)
        (upload / name).write_text(text)
    half = root / "data" / "uploads" / "half"
    half.mkdir()
    (half / "half.parquet").write_bytes(b"PAR1")
    done = {(one.kind, Path(one.file).name): one.outcome for one in clean_copies(root / "data", {ZOE})}
    assert done == {
        ("export", "hers.csv"): "removed",
        ("export", "his.csv"): "without",
        ("upload", "hers.csv"): "removed",
        ("upload", "half.parquet"): "removed",
    }
    assert not (tmp_path / "hers.csv").exists()
    assert (tmp_path / "his.csv").exists()
    assert [path.name for path in (root / "data" / "uploads").iterdir()] == ["his"]
