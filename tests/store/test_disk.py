"""A file is the old one or the new one, never half of either."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.store.disk import settle_file, settle_folder, write_new, write_whole


def test_text_is_written_and_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    write_whole(path, "one\n")
    path.chmod(0o600)
    write_whole(path, "dvě\n")
    assert path.read_bytes() == "dvě\n".encode()
    assert path.stat().st_mode & 0o777 == 0o600
    assert [item.name for item in tmp_path.iterdir()] == ["map.yaml"]


def test_a_failed_write_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    write_whole(path, "one\n")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "\ud800")
    assert path.read_text() == "one\n"
    assert [item.name for item in tmp_path.iterdir()] == ["map.yaml"]


def test_settling_what_is_not_there_says_so(tmp_path: Path) -> None:
    settle_folder(tmp_path)
    (tmp_path / "x").touch()
    settle_file(tmp_path / "x")
    with pytest.raises(FileNotFoundError):
        settle_file(tmp_path / "y")
    with pytest.raises(NotADirectoryError):
        settle_folder(tmp_path / "x")


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    assert write_new(path, "one\n")
    assert not write_new(path, "two\n")
    assert path.read_text() == "one\n"
    assert [each.name for each in tmp_path.iterdir()] == ["new.yaml"]
