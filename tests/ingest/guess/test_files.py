"""From files to a load: guessed once, kept, used again for the next month; a folder's other files are passed over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cesta.ingest.guess.answers import Answers
from cesta.ingest.guess.files import files_of, guess_files, load_files
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

HEAD = "client;action;when;amount"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "mine", timezone="Europe/Prague") as opened:
        yield opened


def month(folder: Path, number: int, rows: int = 4) -> Path:
    path = folder / f"shop-2024-0{number}.csv"
    lines = [f"c{n % 2};{('see', 'buy')[n % 2]};1{n}.{number}.2024 10:0{n};{n},50" for n in range(rows)]
    path.write_text("\n".join([HEAD, *lines]) + "\n")
    return path


def test_guessed_kept_and_used_again(workspace: Workspace, tmp_path: Path) -> None:
    first = load_files(workspace, [month(tmp_path, 1)])
    assert (first.events, first.customers, first.set_aside) == (4, 2, 0)
    assert guess_files(workspace, [month(tmp_path, 2)]).reused == "shop"
    both = load_files(workspace, [tmp_path])
    assert (both.events, both.duplicates) == (4, 4)
    assert [path.name for path in (tmp_path / "mine" / "mappings").iterdir()] == ["shop.yaml"]


def test_a_corrected_mapping_is_used(workspace: Workspace, tmp_path: Path) -> None:
    load_files(workspace, [month(tmp_path, 1)])
    path = tmp_path / "mine" / "mappings" / "shop.yaml"
    path.write_text(path.read_text().replace("event_is: action", "event_is: upper(action)"))
    found = guess_files(workspace, [month(tmp_path, 2)])
    assert "upper(action)" in found.mapping
    assert guess_files(workspace, [month(tmp_path, 2)], Answers(event="visit")).reused is None


def test_what_cannot_be_read_in_a_folder_is_passed_over(workspace: Workspace, tmp_path: Path) -> None:
    month(tmp_path, 1)
    (tmp_path / "empty.csv").write_text("")
    (tmp_path / "README").write_text("hello")
    found = guess_files(workspace, [tmp_path])
    assert [note.code for note in found.notes if note.code == "passed_over"] == ["passed_over"]
    assert [table.name for table in found.tables] == ["shop"]
    with pytest.raises(CestaError, match="empty_file"):
        guess_files(workspace, [tmp_path / "empty.csv"])


def test_no_files(tmp_path: Path) -> None:
    with pytest.raises(CestaError, match="no_file"):
        files_of([tmp_path])


def test_nothing_is_loaded_or_kept_of_what_holds_no_events(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "geo.csv").write_text("city,lat\nBrno,49.2\n")
    with pytest.raises(CestaError, match="no_events"):
        load_files(workspace, [tmp_path / "geo.csv"])
    assert not list((tmp_path / "mine" / "mappings").iterdir())
