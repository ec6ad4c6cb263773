"""A workspace opens, notices every change, and refuses what it cannot be."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.loads import LoadHead, bin_load, insert_load, insert_shards
from cesta.store.shards import table_of, write_shards
from cesta.store.workspace import Workspace

ANN, BOB, LATE = (
    Event("web", "1", "ann", "see", 10),
    Event("web", "2", "bob", "see", 20, {"price": 1}),
    Event("web", "3", "ann", "buy", 5, {"price": 1.0}),
)


def seal(workspace: Workspace, load_id: str, events: list[Event]) -> None:
    shards = write_shards(workspace.shard_folder, load_id, table_of(events))
    with workspace.log.transaction() as sql:
        insert_load(sql, LoadHead(load_id, "web"), 0)
        insert_shards(sql, shards)


def seen(workspace: Workspace) -> list[tuple[str, int]]:
    columns = workspace.columns()
    return [(columns.customers[o], t) for o, t in zip(columns.owners().tolist(), columns.times.tolist(), strict=True)]


def test_a_new_one_has_its_folders_and_settings(tmp_path: Path) -> None:
    root = tmp_path / "deep" / "shop"
    with Workspace.create(
        root, name='Ann\'s "shop": #1', timezone="Europe/Prague", languages=("cs", "en")
    ) as workspace:
        assert workspace.settings.name == 'Ann\'s "shop": #1'
        assert (workspace.settings.timezone, workspace.settings.languages) == ("Europe/Prague", ("cs", "en"))
        assert workspace.columns().customers == ()
    assert {"maps", "segments", "personas", "mappings", "cesta.yaml"} < {path.name for path in root.iterdir()}
    assert (root / ".gitignore").read_text() == "data/\n"


def test_a_workspace_is_never_made_twice(workspace: Workspace) -> None:
    with pytest.raises(CestaError, match="workspace_exists"):
        Workspace.create(workspace.root)


def test_bad_settings_make_nothing(tmp_path: Path) -> None:
    with pytest.raises(CestaError, match="bad_setting"):
        Workspace.create(tmp_path / "shop", timezone="Mars/Olympus")
    assert not (tmp_path / "shop").exists()


def test_opening_no_workspace_leaves_no_trace(tmp_path: Path) -> None:
    with pytest.raises(CestaError, match="no_workspace"):
        Workspace.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_newer_workspace_is_refused_and_left_alone(workspace: Workspace) -> None:
    workspace.close()
    (workspace.root / "cesta.yaml").write_text("format: 9\n")
    shutil.rmtree(workspace.data)
    with pytest.raises(CestaError, match="newer_format"):
        Workspace.open(workspace.root)
    assert not workspace.data.exists()


def test_columns_are_shards_and_log_together(workspace: Workspace) -> None:
    workspace.log.append([ANN])
    assert seen(workspace) == [("ann", 10)]
    seal(workspace, "a", [BOB])
    assert seen(workspace) == [("ann", 10), ("bob", 20)]
    workspace.log.append([LATE])
    assert seen(workspace) == [("ann", 5), ("ann", 10), ("bob", 20)]
    price = workspace.columns().props["price"]
    found = [price.values[code] if code >= 0 else None for code in price.codes.tolist()]
    assert [(type(value), value) for value in found] == [(float, 1.0), (type(None), None), (int, 1)]


def test_columns_are_kept_until_they_change(workspace: Workspace) -> None:
    workspace.log.append([ANN])
    first = workspace.columns()
    assert workspace.columns() is first
    workspace.log.append([BOB])
    assert workspace.columns() is not first


def test_the_generation_changes_with_every_event_load_and_definition(workspace: Workspace) -> None:
    generations = [workspace.generation()]
    assert workspace.generation() == generations[0]

    def changed() -> None:
        generations.append(workspace.generation())
        assert len(set(generations)) == len(generations)

    workspace.log.append([ANN])
    changed()
    seal(workspace, "a", [BOB])
    changed()
    for folder in ("maps", "segments", "personas", "touchpoints", "measures"):
        path = workspace.root / folder / "one.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text("id: one\n")
        changed()
        path.write_text("id: other\n")
        changed()
    (workspace.root / "cesta.yaml").write_text("format: 1\nmin_n: 3\n")
    changed()


def test_edited_settings_count_at_once(workspace: Workspace) -> None:
    assert workspace.settings.min_n == 30
    (workspace.root / "cesta.yaml").write_text("format: 1\nmin_n: 3\n")
    assert workspace.settings.min_n == 3


def test_a_copied_and_a_moved_workspace_open(workspace: Workspace, tmp_path: Path) -> None:
    workspace.log.append([ANN])
    seal(workspace, "a", [BOB])
    shutil.copytree(workspace.root, tmp_path / "copy")
    workspace.close()
    workspace.root.rename(tmp_path / "moved")
    for name in ("copy", "moved"):
        with Workspace.open(tmp_path / name) as other:
            assert seen(other) == [("ann", 10), ("bob", 20)]


def test_definitions_alone_make_a_workspace_without_data(workspace: Workspace, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    shutil.copytree(workspace.root, clone, ignore=shutil.ignore_patterns("data"))
    with Workspace.open(clone) as other:
        assert seen(other) == []


def test_a_load_in_the_bin_is_not_read_and_its_files_stay_for_thirty_days(workspace: Workspace) -> None:
    seal(workspace, "a", [BOB])
    seal(workspace, "b", [ANN])
    with workspace.log.transaction() as sql:
        bin_load(sql, "a")
        sql.execute("update meta set changes = changes + 1")
    assert seen(workspace) == [("ann", 10)]
    assert workspace.sweep() == []
    with workspace.log.transaction() as sql:
        sql.execute("update loads set binned = binned - ? where load_id = 'a'", (31 * 86_400_000_000,))
    assert workspace.sweep() == ["a-00000.parquet"]
    assert [load.load_id for load in workspace.log.all_loads()] == ["b"]


def test_sweeping_spares_what_counts(workspace: Workspace) -> None:
    seal(workspace, "a", [BOB])
    (workspace.shard_folder / "b-00000.parquet").write_text("half")
    assert workspace.tidy() == ["b-00000.parquet"]
    assert seen(workspace) == [("bob", 20)]


def test_the_environment_has_the_last_word(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CESTA_MIN_N", "7")
    assert workspace.settings.min_n == 7


def test_a_lost_log_is_told_before_its_shards_are_swept_away(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "shop").close()
    shard = tmp_path / "shop" / "data" / "shards" / "orders-1-00000.parquet"
    shard.write_bytes(b"PAR1")
    for path in (tmp_path / "shop" / "data").glob("log.sqlite*"):
        path.unlink()
    with pytest.raises(CestaError, match="is missing or empty") as caught:
        Workspace.open(tmp_path / "shop")
    assert (caught.value.code, shard.exists()) == ("broken_workspace", True)


def test_a_file_where_a_folder_must_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CestaError, match="file/maps cannot be used: Not a directory") as caught:
        Workspace.create(tmp_path / "file")
    assert caught.value.code == "no_access"


def test_settings_do_not_wait_for_journeys_that_are_being_laid(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace, ThreadPoolExecutor(1) as pool, workspace._lock:
        assert pool.submit(lambda: workspace.settings.timezone).result(timeout=30) == "UTC"
