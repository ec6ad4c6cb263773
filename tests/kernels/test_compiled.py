"""Compiled kernels: a cache that cannot go stale, and works without a place to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.kernels.compiled import cache_roots, compiled, sources_hash, writable


def test_the_name_changes_with_any_source(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1")
    before = sources_hash(tmp_path)
    assert sources_hash(tmp_path) == before
    (tmp_path / "b.py").write_text("y = 1")
    assert sources_hash(tmp_path) != before


def test_the_first_folder_that_can_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert writable([blocked, tmp_path], "k") == tmp_path / "kernels-k"
    assert writable([blocked], "k") is None


def test_where_it_looks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CESTA_KERNEL_CACHE", str(tmp_path))
    assert cache_roots()[0] == tmp_path
    monkeypatch.delenv("CESTA_KERNEL_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_roots()[0] == tmp_path / "xdg" / "cesta"


def test_a_compiled_loop_counts_like_python() -> None:
    @compiled
    def total(n: int) -> int:
        found = 0
        for i in range(n):
            found += i // 2
        return found

    assert total(101) == sum(i // 2 for i in range(101))
