"""Mermaid's own grammar of a journey, line by line, and files that others wrote."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from cesta.exchange.mermaid import read_mermaid, write_mermaid
from cesta.exchange.sheet import Sheet
from cesta.model.errors import CestaError

LINE = re.compile(
    r"journey|%%(?!\{)[^\n]*|title\s[^#\n;]+|accTitle\s*:\s*[^#\n;]+|accDescr\s*:\s*[^#\n;]+|section\s[^#:\n;]+"
    r"|[^#:\n;]+:[^#\n;]+"
)
"""The tokens of Mermaid's lexer for a journey (journey.jison): a line is one of them."""


@pytest.mark.parametrize("language", ["en", "pl", "cs", "ru"])
def test_every_line_is_one_that_mermaid_reads(taken: Callable[..., Sheet], language: str) -> None:
    lines = write_mermaid(taken(language)).decode().splitlines()
    assert lines[0] == "journey"
    assert all(LINE.fullmatch(line.strip()) for line in lines)
    tasks = [line for line in lines if re.search(r": [1-5](:|$)", line)]
    assert len(tasks) == len(taken(language).stops)


def test_a_journey_of_others() -> None:
    text = (
        b"journey\n  title Day\n  section Work\n    Tea: 5: Me\n    Do work: 1: Me, Cat\n  section Home\n    Sit: 3\n"
    )
    data = read_mermaid(text, "day")
    assert [stage["name"] for stage in data["stages"]] == ["Work", "Home"]
    assert data["stages"][0]["touchpoints"][1]["emotion"] == {"assumed": -2}
    with pytest.raises(CestaError):
        read_mermaid(b"flowchart LR\n a --> b", "x")
