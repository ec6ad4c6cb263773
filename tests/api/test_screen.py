"""Files of the screen are found, compressed and cached; nothing outside its folder is."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from cesta.api.screen import ASK_AGAIN, FOR_EVER, UNBUILT, page


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    made = tmp_path / "dist"
    (made / "assets").mkdir(parents=True)
    (made / "index.html").write_text("<title>Cesta</title>")
    (made / "assets" / "app-1a2b.js").write_text("let a = 1;" * 100)
    (made / "assets" / "sans-3c4d.woff2").write_bytes(b"wOF2")
    (made / ".made").write_text("mark")
    (tmp_path / "secret.txt").write_text("secret")
    return made


def test_hashed_files_are_kept_for_ever_and_compressed(dist: Path) -> None:
    file = page("assets/app-1a2b.js", dist)
    assert file is not None
    assert file.cache == FOR_EVER
    assert file.zipped is not None
    assert gzip.decompress(file.zipped) == file.body == (dist / "assets" / "app-1a2b.js").read_bytes()
    font = page("assets/sans-3c4d.woff2", dist)
    assert font is not None
    assert font.zipped is None


@pytest.mark.parametrize("path", ["", "maps/use-an-offer", "paths", "people/1001", "people/jan.novak@x", ".made"])
def test_pages_begin_at_the_start_page_and_are_asked_again(dist: Path, path: str) -> None:
    file = page(path, dist)
    assert file is not None
    assert file.body == b"<title>Cesta</title>"
    assert file.cache == ASK_AGAIN
    assert file.media == "text/html; charset=utf-8"


@pytest.mark.parametrize("path", ["../secret.txt", "assets/../../secret.txt", "/etc/passwd", "..%2fsecret.txt"])
def test_nothing_outside_is_served(dist: Path, path: str) -> None:
    file = page(path, dist)
    assert file is None or file.body == b"<title>Cesta</title>"


def test_a_missing_asset_is_missing(dist: Path) -> None:
    assert page("assets/gone.js", dist) is None


def test_a_changed_file_is_read_again(dist: Path) -> None:
    page("", dist)
    (dist / "index.html").write_text("<title>newer</title>")
    changed = page("", dist)
    assert changed is not None
    assert changed.body == b"<title>newer</title>"


def test_without_a_built_screen_a_page_says_how_to_build_it(tmp_path: Path) -> None:
    file = page("maps/x", tmp_path)
    assert file is not None
    assert file.body == UNBUILT
    assert b"make web" in file.body


@pytest.mark.parametrize("path", ["\x00", "a" * 5000, "..", "../" * 30 + "etc/passwd", "."])
def test_a_name_that_no_file_can_have_gets_the_start_page(path: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("start")
    file = page(path, tmp_path)
    assert file is not None
    assert file.body == b"start"
