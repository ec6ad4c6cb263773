"""The map in sentences: one for the map, one a stage, in the reader's words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cesta.exchange.sheet import Sheet
from cesta.exchange.summary import about_of, sentences, who_of
from cesta.exchange.wording import count


@pytest.mark.parametrize("language", ["en", "pl", "cs", "ru"])
def test_every_stage_is_said(taken: Callable[..., Sheet], language: str) -> None:
    sheet = taken(language)
    said = list(sentences(sheet))
    assert all(any(stage.name in line for line in said) for stage in sheet.view.stages)
    assert any(count(sheet.view.people.value or 0, language) in part for part in who_of(sheet))
    assert len(about_of(sheet)) == 3


def test_without_numbers_none_is_said(taken: Callable[..., Sheet]) -> None:
    said = " ".join(sentences(taken("en", numbers=False)))
    assert "%" not in said
