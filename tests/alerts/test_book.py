"""A number that stays wrong is one entry, whoever looks and however often."""

from __future__ import annotations

from pathlib import Path

from cesta.alerts.book import Firings
from cesta.alerts.judging import Verdict


def test_one_entry_until_it_is_right_again(tmp_path: Path) -> None:
    book, wrong = Firings(tmp_path), Verdict("below", 0.2, 0.3)
    assert book.history() == []
    assert not book.end("few", 1)
    first = book.begin("few", wrong, 2)
    assert first is not None
    assert book.begin("few", wrong, 3) is None
    book.told(first, ["jana@shop.example"], ["team: no"])
    assert book.end("few", 4)
    again = book.begin("few", wrong, 5)
    assert again is not None
    assert [(one.seq, one.began, one.ended) for one in book.history("few")] == [(again, 5, None), (first, 2, 4)]
    assert (book.history()[1].sent, book.history()[1].failed, book.history()[1].limit) == (
        "jana@shop.example", "team: no", 0.3
    )  # fmt: skip
    book.close()
