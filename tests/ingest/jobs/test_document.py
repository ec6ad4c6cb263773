"""Jobs are read with their mistakes told; secrets come from the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.ingest.jobs.document import read_jobs, the_job
from cesta.model.errors import CestaError

ORDERS = """
id: web-orders
from: postgresql://shop:${SHOP_SECRET}@db/shop
every: 15m
options: {table: orders, cursor: id}
shape: orders
"""


def put(root: Path, text: str) -> None:
    (root / "jobs").mkdir(exist_ok=True)
    (root / "jobs" / "a.yaml").write_text(text, encoding="utf-8")


def test_a_job_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, ORDERS)
    (job,) = read_jobs(tmp_path)
    assert (job.id, job.every, dict(job.options), job.shape) == (
        "web-orders", 900_000_000, {"table": "orders", "cursor": "id"}, "orders",
    )  # fmt: skip
    assert (job.is_folder, job.changed) == (False, "replace")
    monkeypatch.setenv("SHOP_SECRET", "quiet")
    assert job.where() == "postgresql://shop:quiet@db/shop"
    monkeypatch.delenv("SHOP_SECRET")
    with pytest.raises(CestaError, match="there is no variable SHOP_SECRET"):
        job.where()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a", "names and values"),
        ("id: a\nform: b", "Did you mean from"),
        ("id: a\nevery: 1m", '"from" is missing'),
        ("id: A b\nfrom: x\nevery: 1m", 'id is "A b"'),
        ("id: a\nfrom: x\nevery: often", "bad_duration"),
        ("id: a\nfrom: x\nevery: 1m\nchanged: maybe", "It is ask, keep, replace"),
        ("id: a\nfrom: x\nevery: 1m\noptions: [a]", "options must be"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, text: str, said: str) -> None:
    put(tmp_path, text)
    with pytest.raises(CestaError, match=said):
        read_jobs(tmp_path)


def test_a_job_nobody_knows_is_told(tmp_path: Path) -> None:
    put(tmp_path, ORDERS)
    with pytest.raises(CestaError, match=r"unknown_job: .*web-orders"):
        the_job(tmp_path, "web-order")
