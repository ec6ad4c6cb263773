"""A kept mapping is used again when its files and all its columns are there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cesta.ingest.files.staged import Staged
from cesta.ingest.guess.guess import guess
from cesta.ingest.guess.kept import fitting, keep

Make = Callable[..., Staged]
LOG = "user_id | event | time\nu1 | see | 2024-01-01 10:00\nu2 | buy | 2024-01-02 10:00"


def test_kept_and_found_again(made: Make, tmp_path: Path) -> None:
    first = guess([made("log-01.csv", LOG)], "UTC")
    path = keep(tmp_path, first.source, first.mapping)
    second = fitting(tmp_path, [made("log-02.csv", LOG), made("geo.csv", "a\n1")])
    assert second is not None
    assert (second.path, second.mapping.text) == (path, first.mapping)
    assert [one.file.name for one in second.beside] == ["geo.csv"]


def test_other_files_or_columns_do_not_fit(made: Make, tmp_path: Path) -> None:
    first = guess([made("log-01.csv", LOG)], "UTC")
    keep(tmp_path, first.source, first.mapping)
    assert fitting(tmp_path, [made("other.csv", LOG)]) is None
    assert fitting(tmp_path, [made("log-03.csv", LOG.replace("user_id", "client"))]) is None


def test_nothing_kept_is_written_over(tmp_path: Path) -> None:
    assert [keep(tmp_path, "log", text).name for text in ("a", "b", "a")] == ["log.yaml", "log-2.yaml", "log.yaml"]


def test_a_broken_mapping_is_passed_by(made: Make, tmp_path: Path) -> None:
    keep(tmp_path, "broken", "id: [")
    assert fitting(tmp_path, [made("log.csv", LOG)]) is None
