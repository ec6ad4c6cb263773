"""A kept mapping is used again when its files and all its columns are there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cesta.ingest.files.staged import Staged
from cesta.ingest.guess.guess import guess
from cesta.ingest.guess.kept import fitting, keep
from cesta.ingest.mapping import read_mapping

Make = Callable[..., Staged]
LOG = "user_id | event | time\nu1 | see | 2024-01-01 10:00\nu2 | buy | 2024-01-02 10:00"


def test_kept_and_found_again(made: Make, tmp_path: Path) -> None:
    first = guess([made("log-01.csv", LOG)], "UTC")
    path = keep(tmp_path, first.mapping)
    second = fitting(tmp_path, [made("log-02.csv", LOG), made("geo.csv", "a\n1")])
    assert second is not None
    assert (second.path, second.mapping.text) == (path, first.mapping)
    assert [one.file.name for one in second.beside] == ["geo.csv"]


def test_other_files_or_columns_do_not_fit(made: Make, tmp_path: Path) -> None:
    first = guess([made("log-01.csv", LOG)], "UTC")
    keep(tmp_path, first.mapping)
    assert fitting(tmp_path, [made("other.csv", LOG)]) is None
    assert fitting(tmp_path, [made("log-03.csv", LOG.replace("user_id", "client"))]) is None


def test_a_mapping_of_other_files_is_not_written_over(tmp_path: Path) -> None:
    texts = [
        f"id: log\nfiles: {{log: {file}}}\nevents:\n"
        f"  - {{event: {event}, from: log, customer: a, time: b, time_is: recorded}}\n"
        for file, event in (("a.csv", "see"), ("b.csv", "see"), ("a.csv", "buy"))
    ]
    assert [keep(tmp_path, text).name for text in texts] == ["log.yaml", "log-2.yaml", "log.yaml"]
    assert read_mapping(tmp_path / "mappings" / "log-2.yaml").id == "log-2"


def test_rules_that_mend_stay(made: Make, tmp_path: Path) -> None:
    text = guess([made("log.csv", LOG)], "UTC").mapping
    path = keep(tmp_path, text)
    path.write_text(f"{text}\nrepairs:\n  - {{field: time, value: x, becomes: null}}\n")
    assert len(read_mapping(keep(tmp_path, text.replace("user_id", "event"))).repairs) == 1


def test_a_broken_mapping_is_passed_by(made: Make, tmp_path: Path) -> None:
    (tmp_path / "mappings").mkdir()
    (tmp_path / "mappings" / "broken.yaml").write_text("id: [")
    assert fitting(tmp_path, [made("log.csv", LOG)]) is None
