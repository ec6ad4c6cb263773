"""Markdown that reads well: a heading, a Mermaid journey, tables, and nothing that marks break."""

from __future__ import annotations

from collections.abc import Callable

from cesta.exchange.markdown import plain, read_markdown, write_markdown
from cesta.exchange.sheet import Sheet


def test_it_says_what_the_map_says(taken: Callable[..., Sheet]) -> None:
    sheet = taken("ru")
    text = write_markdown(sheet).decode()
    assert text.startswith(f"# {plain(sheet.view.title)}\n")
    assert "```mermaid\njourney\n" in text
    assert all(plain(stop.name) in text for stop in sheet.stops)
    assert "95" not in write_markdown(taken("ru", numbers=False)).decode().split("<details>")[0]


def test_a_mermaid_journey_in_a_readme_is_a_map() -> None:
    data = read_markdown(b"# My day\n\n```mermaid\njourney\ntitle My day\nsection Go\n  Walk: 5: Me\n```\n", "day")
    assert data["stages"][0]["touchpoints"] == [{"id": "walk", "name": "Walk", "emotion": {"assumed": 2}}]
