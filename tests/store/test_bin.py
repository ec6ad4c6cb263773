"""What is deleted lies in the bin as it was, comes back as it was, and goes after its days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cesta.model.errors import CestaError
from cesta.store.bin import STAMP, delete, document_path, list_bin, restore, title_of
from cesta.store.kinds import FOLDERS, KINDS
from cesta.store.loads import BIN_DAYS
from cesta.store.workspace import Workspace


def write(workspace: Workspace, kind: str, id_: str, text: str) -> Path:
    folder = workspace.root / FOLDERS[kind]
    folder.mkdir(exist_ok=True)
    path = folder / f"{id_}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_a_deleted_document_is_gone_and_comes_back_as_it_was(workspace: Workspace, kind: str) -> None:
    path = write(workspace, kind, "one", "# kept\nname: {pl: Stali, en: Loyal}\n")
    before = workspace.generation()
    binned = delete(workspace, kind, "one", "pl")
    assert not path.exists()
    assert (binned.kind, binned.id, binned.title) == (kind, "one", "Stali")
    assert list_bin(workspace, "pl") == (binned,)
    assert [each.title for each in list_bin(workspace)] == ["Loyal"]
    assert workspace.generation() != before or kind == "mapping"
    assert restore(workspace, binned.entry, "pl") == binned
    assert path.read_text(encoding="utf-8").startswith("# kept")
    assert list_bin(workspace) == ()


def test_two_of_the_same_name_lie_side_by_side_the_last_first(workspace: Workspace) -> None:
    write(workspace, "map", "m", "title: First\n")
    first = delete(workspace, "map", "m")
    path = write(workspace, "map", "m", "title: Second\n")
    second = delete(workspace, "map", "m")
    assert [binned.title for binned in list_bin(workspace)] == ["Second", "First"]
    restore(workspace, first.entry)
    with pytest.raises(CestaError, match="again") as error:
        restore(workspace, second.entry)
    assert error.value.code == "document_exists"
    assert path.read_text(encoding="utf-8") == "title: First\n"
    assert [binned.entry for binned in list_bin(workspace)] == [second.entry]


def test_it_goes_after_its_days_and_not_before(workspace: Workspace) -> None:
    folder = workspace.data / "bin"
    folder.mkdir()
    now = datetime.now(UTC)
    for days in (BIN_DAYS - 1, BIN_DAYS + 1):
        stamp = (now - timedelta(days=days)).strftime(STAMP)
        (folder / f"{stamp}~map~after-{days}.yaml").write_text("title: x\n", encoding="utf-8")
    (folder / "note.yaml").write_text("", encoding="utf-8")
    assert [binned.id for binned in list_bin(workspace)] == [f"after-{BIN_DAYS - 1}"]
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize(
    ("kind", "id_", "code"),
    [("map", "none", "unknown_map"), ("map", "../cesta", "unknown_map"), ("dog", "x", "unknown_kind")],
)
def test_what_is_not_there_is_told(workspace: Workspace, kind: str, id_: str, code: str) -> None:
    with pytest.raises(CestaError) as error:
        delete(workspace, kind, id_)
    assert error.value.code == code
    with pytest.raises(CestaError, match="bin"):
        restore(workspace, "../../cesta")


def test_a_document_that_cannot_be_read_goes_by_its_file(workspace: Workspace) -> None:
    path = write(workspace, "map", "odd", "title: [\n")
    assert title_of(path) == "odd"
    assert delete(workspace, "map", "odd").title == "odd"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["delete", "restore"]), st.sampled_from("ab")), max_size=12))
def test_nothing_is_lost_whatever_is_done(workspace: Workspace, steps: list[tuple[str, str]]) -> None:
    written = {write(workspace, "map", name, f"title: {name}\n").stem for name in "ab"}
    for step, name in steps:
        try:
            if step == "delete":
                delete(workspace, "map", name)
            else:
                restore(workspace, next(binned.entry for binned in list_bin(workspace) if binned.id == name))
        except (CestaError, StopIteration):
            continue
    there = {path.stem for path in (workspace.root / "maps").glob("*.yaml")}
    assert there | {binned.id for binned in list_bin(workspace)} == written
    for name in there:
        assert document_path(workspace, "map", name).read_text(encoding="utf-8") == f"title: {name}\n"
    for binned in list_bin(workspace):
        (workspace.data / "bin" / f"{binned.entry}.yaml").unlink()
