"""A letter goes once, whoever asks again; one that was not taken is tried again, but not at once."""

from __future__ import annotations

from pathlib import Path

from cesta.alerts.mailed import AGAIN, Mailed


def test_once_and_after_a_restart_no_more(tmp_path: Path) -> None:
    book = Mailed(tmp_path)
    assert book.begin("digest", "jana week", "jana@shop.example", 1)
    book.close()
    again = Mailed(tmp_path)
    assert not again.begin("digest", "jana week", "jana@shop.example", 2 * AGAIN)
    assert again.begin("review", "jana week", "jana@shop.example", 2)
    assert again.begin("digest", "jana week", "other@shop.example", 3)
    again.failed("digest", "jana week", "other@shop.example", "full")
    assert not again.begin("digest", "jana week", "other@shop.example", AGAIN)
    assert [(one.kind, one.problem) for one in again.every()] == [("digest", "full"), ("review", ""), ("digest", "")]
    assert again.begin("digest", "jana week", "other@shop.example", AGAIN + 3)
    again.close()
