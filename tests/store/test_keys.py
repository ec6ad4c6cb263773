"""Write keys open their source until they are revoked, and cannot be read from the disk."""

from __future__ import annotations

from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.model.errors import CestaError
from cesta.store.keys import FILE, Keys


def test_a_key_opens_its_source_until_it_is_revoked(tmp_path: Path) -> None:
    keys = Keys(tmp_path)
    web, app = keys.create("web", 0), keys.create("app", 0)
    assert (keys.source_of(web), keys.source_of(app)) == ("web", "app")
    first = next(kept for kept in keys.every() if kept.source == "web")
    assert (first.ends, first.created) == (web[-4:], "1970-01-01T00:00:00Z")
    assert keys.revoke(first.id, 1_000_000).revoked == "1970-01-01T00:00:01Z"
    assert keys.revoke(first.id, 9_000_000).revoked == "1970-01-01T00:00:01Z"
    assert (keys.source_of(web), keys.source_of(app)) == (None, "app")


def test_what_another_process_does_is_seen(tmp_path: Path) -> None:
    keys, other = Keys(tmp_path), Keys(tmp_path)
    assert keys.every() == []
    made = other.create("web", 0)
    assert keys.source_of(made) == "web"
    other.revoke(other.every()[0].id, 0)
    assert keys.source_of(made) is None


def _make(root: Path, nth: int) -> None:
    Keys(root).create(f"source {nth}", 0)


def test_processes_that_make_keys_at_once_lose_none(tmp_path: Path) -> None:
    context = get_context("spawn")
    processes = [context.Process(target=_make, args=(tmp_path, nth)) for nth in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert {kept.source for kept in Keys(tmp_path).every()} == {f"source {nth}" for nth in range(4)}


def test_the_disk_does_not_hold_the_key(tmp_path: Path) -> None:
    key = Keys(tmp_path).create("web", 0)
    assert key not in (tmp_path / FILE).read_text(encoding="utf-8")


@given(st.text(max_size=40))
def test_no_other_text_opens_anything(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    keys = Keys(tmp_path_factory.getbasetemp() / "guessed")
    if not keys.every():
        keys.create("web", 0)
    assert keys.source_of(text) is None


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a" * 201])
def test_a_source_needs_a_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(CestaError, match="bad_source"):
        Keys(tmp_path).create(name, 0)


def test_a_key_nobody_has_cannot_be_revoked(tmp_path: Path) -> None:
    with pytest.raises(CestaError, match="unknown_key"):
        Keys(tmp_path).revoke("abc", 0)


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("[{]", encoding="utf-8")
    with pytest.raises(CestaError, match="broken_workspace"):
        Keys(tmp_path).every()
