"""Windows: their edges, and those in which nothing can lie."""

from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

from cesta.model.instant import parse_instant
from cesta.segments.window import Window, empty_window, read_window

DAY = 86_400_000_000


def test_an_event_leaves_as_long_after_as_the_window_says() -> None:
    window = Window(in_last=DAY)
    low, high = window.bounds(5 * DAY, UTC)
    assert (low, high) == (4 * DAY + 1, 5 * DAY + 1)
    assert window.shifts == {0, DAY}
    assert Window(ago=DAY).shifts == {DAY}


def test_days_are_those_of_the_workspace() -> None:
    window = read_window({"from": "2024-03-20", "to": "2024-03-20"})
    low, high = window.bounds(parse_instant("2025-01-01"), ZoneInfo("Europe/Warsaw"))
    assert (low, high) == (parse_instant("2024-03-19T23:00:00Z"), parse_instant("2024-03-20T23:00:00Z"))


def test_windows_in_which_nothing_lies_are_told() -> None:
    assert empty_window(Window(in_last=5, ago=4)) is None
    assert "ago" in (empty_window(Window(in_last=5_000_000, ago=5_000_000)) or "")
    assert "after" in (empty_window(Window(since="2024-02-01", until="2024-01-01")) or "")
    assert empty_window(Window(since="2024-02-01", until="2024-02-01")) is None
