"""What was dismissed is remembered, map by map."""

from __future__ import annotations

from pathlib import Path

from cesta.maps.proposed_book import FILE, Dismissal, dismissals, keep


def test_the_newest_dismissal_of_a_key_counts(tmp_path: Path) -> None:
    assert dismissals(tmp_path, "buy") == {}
    first, second = (Dismissal(reason, "jana", "2026-01-01T00:00:00+00:00", 0.2) for reason in ("a test", "too few"))
    keep(tmp_path, "buy", "add-chat", first)
    keep(tmp_path, "buy", "add-chat", second)
    keep(tmp_path, "other", "add-chat", first)
    assert dismissals(tmp_path, "buy") == {"add-chat": second}
    assert dismissals(tmp_path, "other") == {"add-chat": first}


def test_a_damaged_file_says_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{")
    assert dismissals(tmp_path, "buy") == {}
