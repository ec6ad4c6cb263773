"""A valley that deepens rings and says where; what was declared, what may be chance, and what rises does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cesta.alerts.looking import look
from cesta.alerts.valleys import apart, measured
from cesta.ingest.door import accept
from cesta.maps.view import Emotion
from cesta.store.workspace import Workspace
from cesta.tasks.book import list_tasks

MAP = """\
cesta: map/1
id: buy
title: Buy
start: {first_of: [visit]}
stages:
  - id: s
    name: S
    touchpoints:
      - {id: come, name: Come, match: {event: visit}, emotion: {assumed: -2}}
      - {id: wait, name: I wait for it, match: {event: wait}}
      - {id: help, name: Help, match: {event: help}}
"""
STARS = {"wait": ((3, 2, 2), (1, 1, 2)), "help": ((1, 2, 1), (5, 4, 5))}
"""Of the month before and of this one."""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    root: Path = tmp_path_factory.mktemp("valleys") / "shop"
    Workspace.create(root, name="Shop", timezone="UTC", currency="EUR", languages=("cs",)).close()
    (root / "maps").mkdir(exist_ok=True)
    (root / "maps" / "buy.yaml").write_text(MAP, encoding="utf-8")
    with Workspace.open(root) as workspace:
        events: list[dict[str, object]] = [{"event": "visit", "customer": "c0", "ts": "2026-03-01T00:00:00Z"}]
        for name, months in STARS.items():
            for month, stars in enumerate(months):
                events += [
                    {"event": name, "customer": f"c{n}", "ts": f"2026-0{3 + month}-1{n % 9}T0{n // 9}:00:00Z",
                     "props": {"stars": stars[n % 3]}}
                    for n in range(36)
                ]  # fmt: skip
        events.append({"event": "visit", "customer": "c0", "ts": "2026-04-28T00:00:00Z"})
        accept(workspace, events, "web")
        yield workspace


def ask(shop: Workspace, rule: str) -> tuple[str, float | None, float | None]:
    path = shop.root / "alerts" / "mood.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"cesta: alert/1\nid: mood\nname: Mood\nmap: buy\n{rule}\n", encoding="utf-8")
    (found,) = look(shop, 1, quiet=True)
    assert not found.problem
    return found.why, found.value, found.limit


def test_the_valley_that_deepened_is_found_wherever_it_is(shop: Workspace) -> None:
    why, value, limit = ask(shop, "cell: valley\ndeepens_by: 0.3")
    assert why == "deepens_by"
    assert value == pytest.approx(-5 / 3)
    assert limit == pytest.approx(-2 / 3 - 0.3)
    assert ask(shop, "cell: valley\ndeepens_by: 1.2")[0] == ""


def test_what_was_declared_and_what_rose_does_not_ring(shop: Workspace) -> None:
    assert ask(shop, "cell: /stages/0/touchpoints/0/emotion\nbelow: -1") == ("", None, None)
    assert ask(shop, "cell: /stages/0/touchpoints/2/emotion\ndeepens_by: 0.1")[0] == ""
    assert ask(shop, "cell: /stages/0/touchpoints/1/emotion\ndeepens_by: 0.3")[0] == "deepens_by"


def test_who_is_told_reads_where(shop: Workspace) -> None:
    ask(shop, "cell: valley\ndeepens_by: 0.3\ntask: true")
    look(shop, 2)
    (task,) = list_tasks(shop, source="alert")
    assert "Mood: I wait for it. Nálada zřetelně klesla na -1.667" in task.note


def test_intervals_apart() -> None:
    low, high = Emotion(-1, "measured", 40, -1.2, -0.8), Emotion(1, "measured", 40, 0.8, 1.2)
    assert apart(low, high)
    assert not apart(low, low)
    assert not apart(low, Emotion(1, "measured", 1))
    assert measured(Emotion(-1, "assumed")) is None
