"""Ours and strangers' readers stand on one shelf; a broken one is left out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cesta.ingest.readers.shelf import OURS, reader_of, shelf
from cesta.model.errors import CestaError

PLUG_IN = """
from cesta.ingest.readers.contract import Reader, parted

def read(place, cursor):
    yield from parted("", iter([{"line": 1}]))

READER = Reader("tally", read, (".tally",), schemes=("tally",))
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package with a reader that works, one that cannot be imported, and something that is none."""
    (tmp_path / "cesta_tally.py").write_text(PLUG_IN)
    info = tmp_path / "cesta_tally-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: cesta-tally\nVersion: 1.0\n")
    points = "tally = cesta_tally:READER\nbroken = cesta_nowhere:READER\nnone = cesta_tally:read\n"
    (info / "entry_points.txt").write_text(f"[cesta.readers]\n{points}")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    shelf.cache_clear()
    yield
    sys.modules.pop("cesta_tally", None)
    shelf.cache_clear()


def test_all_of_ours_are_there() -> None:
    assert len(shelf()) == len(OURS)


@pytest.mark.usefixtures("installed")
def test_a_package_offers_a_reader(caplog: pytest.LogCaptureFixture) -> None:
    assert reader_of("tally://here").kind == "tally"
    assert len(shelf()) == len(OURS) + 1
    assert [record.__dict__["reader"] for record in caplog.records] == ["cesta_nowhere:READER", "cesta_tally:read"]


def test_a_url_finds_its_reader_also_with_a_driver() -> None:
    assert [reader_of(url).kind for url in ("sqlite:///a.db", "postgresql+pg8000://h/d", "imaps://me@h")] == [
        "sql", "sql", "imap",
    ]  # fmt: skip


def test_a_url_nobody_reads_is_told() -> None:
    with pytest.raises(CestaError, match=r'bad_value: .*"gopher:".*imaps'):
        reader_of("gopher://here")
