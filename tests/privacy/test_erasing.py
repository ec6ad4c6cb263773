"""Erasing goes through the workspace, the record and all copies; an unknown id changes none; a kill ends nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cesta.accounts.record import Record
from cesta.accounts.roles import AT_THE_MACHINE
from cesta.ingest.progress import quiet
from cesta.model.errors import CestaError
from cesta.privacy import erasing
from cesta.privacy.erasing import PENDING, erase_everywhere, finish
from cesta.store.backup import back_up
from cesta.store.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> Iterator[Workspace]:
    with shop_maker(tmp_path / "shop") as made:
        yield made


def two_of(workspace: Workspace, record: Record) -> tuple[str, str]:
    first, second = (str(one) for one in workspace.columns().customers[:2])
    for customer in (first, second):
        record.note(AT_THE_MACHINE, "GET /api/customers/{customer}", 1, customer=customer)
    return first, second


def test_the_record_and_backups_forget_whom_the_workspace_forgets(workspace: Workspace, tmp_path: Path) -> None:
    record = Record(workspace.data)
    ann, bob = two_of(workspace, record)
    back_up(workspace.root, tmp_path / "a.tar", quiet)
    with pytest.raises(CestaError, match="unknown_customer"):
        erase_everywhere(workspace, record, ["nobody-at-all"])
    assert not (workspace.data / PENDING).exists()
    done = erase_everywhere(workspace, record, [ann])
    assert ann in done.ids
    assert (done.record, [one.outcome for one in done.copies]) == (1, ["cleaned"])
    assert record.name_of(ann) == ""
    assert record.name_of(bob) != ""
    assert not (workspace.data / PENDING).exists()


@pytest.mark.parametrize("where", ["erase", "_elsewhere", "clean_copies", "_end"])
def test_what_was_interrupted_is_finished(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    record = Record(workspace.data)
    ann, bob = two_of(workspace, record)
    back_up(workspace.root, tmp_path / "a.tar", quiet)

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(erasing, where, killed)
        with pytest.raises(KeyboardInterrupt):
            erase_everywhere(workspace, record, [ann])
    assert (workspace.data / PENDING).exists()
    finish(workspace, record)
    assert not (workspace.data / PENDING).exists()
    assert ann not in workspace.columns().customers
    assert bob in workspace.columns().customers
    assert (record.name_of(ann), bool(record.name_of(bob))) == ("", True)
    assert f'"{ann}"'.encode() not in (tmp_path / "a.tar").read_bytes()
    finish(workspace, record)


def test_a_full_disk_leaves_nothing_begun(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    record = Record(workspace.data)
    ann, _ = two_of(workspace, record)

    def full(*_: object, **__: object) -> None:
        raise CestaError("disk_full", "There is no room.", None)

    with monkeypatch.context() as patch:
        patch.setattr(erasing, "erase", full)
        with pytest.raises(CestaError, match="disk_full"):
            erase_everywhere(workspace, record, [ann])
    assert not (workspace.data / PENDING).exists()
    assert record.name_of(ann) != ""
    assert ann in workspace.columns().customers


def test_nobody_wrote_a_record_yet(workspace: Workspace) -> None:
    ann = str(workspace.columns().customers[0])
    assert erase_everywhere(workspace, Record(workspace.data), [ann]).record == 0
    with sqlite3.connect(workspace.data / "log.sqlite") as sql:
        assert sql.execute("select count(*) from events where customer = ?", (ann,)).fetchone() == (0,)
