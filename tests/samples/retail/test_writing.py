"""The same seed writes the same bytes; any number of events is met; files appear whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NoReturn

import pyarrow.csv as pc
import pyarrow.parquet as pq
import pytest

from cesta.model.errors import CestaError
from cesta.samples.retail.events import Block, World
from cesta.samples.retail.writing import blocks, write


def quiet(_what: str, _done: int, _total: int) -> None:
    """Nobody looks."""


@pytest.mark.parametrize("suffix", ["parquet", "csv", "jsonl"])
def test_the_same_seed_writes_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    written = []
    for name, seed in (("one", 5), ("two", 5), ("other", 6)):
        write(World(seed=seed, noise=2), 3000, str(tmp_path / f"{name}.{suffix}"), quiet)
        written.append((tmp_path / f"{name}.{suffix}").read_bytes())
    assert written[0] == written[1] != written[2]


@pytest.mark.parametrize("noise", [0, 1, 2])
@pytest.mark.parametrize("events", [1000, 10_000, 123_456])
def test_as_many_events_come_as_were_asked_for(events: int, noise: int) -> None:
    made = sum(len(block.times) for block in blocks(World(noise=noise), events))
    assert abs(made - events) <= (96 if noise < 2 else 100)
    if events >= 10_000:
        assert abs(made - events) <= 0.01 * events


def test_fewer_events_are_the_beginning_of_more(tmp_path: Path) -> None:
    for name, events in (("few", 2000), ("many", 4000)):
        write(World(), events, str(tmp_path / name) + ".jsonl", quiet)
    assert (tmp_path / "many.jsonl").read_bytes().startswith((tmp_path / "few.jsonl").read_bytes())


def test_all_kinds_of_file_say_the_same(tmp_path: Path) -> None:
    for suffix in ("parquet", "csv", "jsonl"):
        write(World(seed=3, noise=2), 2000, str(tmp_path / f"events.{suffix}"), quiet)
    table = pq.read_table(tmp_path / "events.parquet")
    lines = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    assert pc.read_csv(tmp_path / "events.csv").num_rows == len(lines) == len(table)
    head = ("customer", "event", "ts", "message_id")
    for row, line in zip(table.to_pylist(), lines, strict=True):
        props = {name: value for name, value in row.items() if name not in head and value is not None}
        assert line["props"] == props
        assert [line[name] for name in ("customer", "event", "message_id")] == [
            row[name] for name in ("customer", "event", "message_id")
        ]
        assert line["ts"] == row["ts"].strftime("%Y-%m-%dT%H:%M:%S.") + f"{row['ts'].microsecond // 1000:03d}Z"


@pytest.mark.parametrize(
    ("events", "out", "code"),
    [(999, "x.csv", "bad_amount"), (10**10 + 1, "x.csv", "bad_amount"), (5000, "x.xlsx", "bad_format")],
)
def test_what_cannot_be_made_is_refused(tmp_path: Path, events: int, out: str, code: str) -> None:
    with pytest.raises(CestaError, match=code):
        write(World(), events, str(tmp_path / out), quiet)
    assert not list(tmp_path.iterdir())


def test_a_file_that_was_not_finished_is_not_there(tmp_path: Path) -> None:
    class Full:
        def take(self, _block: Block) -> NoReturn:
            raise OSError(28, "No space left on device")

        def close(self) -> None:
            """Never reached."""

    with pytest.raises(OSError, match="No space"):
        write(World(), 2000, str(tmp_path / "events.csv"), quiet, Full())
    assert not list(tmp_path.iterdir())
