"""What averages hide: a planted difference is marked, chance alone hardly ever, and the numbers are the map's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cesta.maps.bind import view
from cesta.maps.book import Book
from cesta.maps.hidden import FALSE, Hidden, hidden, marks
from cesta.store.workspace import Workspace

Mask = NDArray[np.bool_]
CUSTOMERS = 400


def world(seed: int, planted: float) -> Hidden:
    """Customers with one to three journeys, eight shares that hang together, twelve segments; in the first segment the
    first share is so much higher, and nothing else differs."""
    rng = np.random.default_rng(seed)
    owner = np.sort(rng.integers(0, CUSTOMERS, 800))
    members = {f"s{row}": rng.random(CUSTOMERS) < 0.35 for row in range(12)}
    book = Book(np.ones(800, np.bool_), owner, 30)
    own = rng.normal(0, 1, CUSTOMERS)[owner]
    for share in range(8):
        higher = planted * members["s0"][owner] if share == 0 else 0.0
        above = rng.random(800) < np.clip(0.45 + 0.1 * own + higher, 0, 1)
        book.share(f"/stages/{share}/conversion", above, np.ones(800, np.bool_))
    return marks(book, members, {name: name.upper() for name in members})


def test_a_planted_difference_is_marked_and_told() -> None:
    for seed in range(5):
        found = world(seed, 0.35)
        mark = next(mark for mark in found.marks if mark.pointer == "/stages/0/conversion")
        first = mark.sides[0]
        assert (first.segment, first.name) == ("s0", "S0")
        assert (first.inside.value or 0) - (first.outside.value or 0) == first.difference.value
        assert (first.inside.value or 0) > (first.outside.value or 0) + 0.2
        assert found.compared == 8 * 12


def test_without_differences_marks_are_as_seldom_as_promised() -> None:
    worlds = 120
    marked = sum(bool(world(seed, 0.0).marks) for seed in range(1000, 1000 + worlds))
    # any mark is false here: at most one world in twenty, and the error of counting them
    assert marked <= worlds * FALSE + 3 * (worlds * FALSE) ** 0.5


def test_with_differences_few_marks_are_false() -> None:
    false = every = 0
    for seed in range(2000, 2040):
        for mark in world(seed, 0.35).marks:
            every += len(mark.sides)
            false += sum((mark.pointer, side.segment) != ("/stages/0/conversion", "s0") for side in mark.sides)
    assert every >= 38
    assert false <= 2 * FALSE * every


def test_marks_are_of_numbers_that_the_map_shows(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> None:
    with shop_maker(tmp_path / "shop") as workspace:
        (workspace.root / "segments" / "buyers.yaml").write_text(
            "cesta: segment/1\nid: buyers\nname: Buyers\nrule: {did: {event: purchase}}\n", encoding="utf-8"
        )
        shown = view(workspace, "buy-clothes")
        found = hidden(workspace, "buy-clothes")
        goal = next(mark for mark in found.marks if mark.pointer == "/goal/rate")
        assert shown.goal is not None
        assert goal.sides[0].segment == "buyers"
        inside, outside = goal.sides[0].inside, goal.sides[0].outside
        assert inside.n + outside.n == shown.goal.rate.n
        assert (inside.of or 0) + (outside.of or 0) == shown.goal.rate.of
        alone = hidden(workspace, "buy-clothes", segment="buyers")
        assert all(side.segment != "buyers" for mark in alone.marks for side in mark.sides)


def test_without_segments_nothing_is_hidden() -> None:
    book = Book(np.ones(4, np.bool_), np.arange(4), 1)
    book.share("/goal/rate", np.ones(4, np.bool_), np.ones(4, np.bool_))
    assert marks(book, {}, {}) == Hidden((), 0, FALSE, 0.10, 1)
