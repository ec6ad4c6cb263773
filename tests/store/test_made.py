"""Copies are remembered by where they lie, each once, whoever notes them at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cesta.store.made import forget_made, made, note_made


def test_nothing_was_made_yet(tmp_path: Path) -> None:
    assert made(tmp_path) == ()
    forget_made(tmp_path, [])
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_is_made_again_is_there_once(tmp_path: Path) -> None:
    for name in ("a.tar", "b.csv", "a.tar"):
        note_made(tmp_path, "backup" if name == "a.tar" else "export", tmp_path / name)
    assert [(one.kind, Path(one.file).name) for one in made(tmp_path)] == [("export", "b.csv"), ("backup", "a.tar")]
    forget_made(tmp_path, [str(tmp_path / "a.tar"), "another"])
    assert [Path(one.file).name for one in made(tmp_path)] == ["b.csv"]


def test_several_note_at_once(tmp_path: Path) -> None:
    names = [f"{number}.tar" for number in range(20)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda name: note_made(tmp_path, "backup", tmp_path / name), names))
    assert {Path(one.file).name for one in made(tmp_path)} == set(names)
