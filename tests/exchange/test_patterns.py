"""Templates: each is a sound map in all four languages, and a workspace can keep its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cesta.exchange.patterns import ORDER, begin, save, templates
from cesta.maps.document import parse
from cesta.maps.lint import Shelf, problems_of
from cesta.model.errors import CestaError
from cesta.model.shape import LANGUAGES
from cesta.store.workspace import Workspace

CHANNELS = ("web", "app", "store", "phone", "email", "mail", "chat", "social")
"""Those a workspace has from its first day."""


def untranslated(value: Any) -> list[Any]:
    """Texts that are not in all four languages."""
    if isinstance(value, dict):
        if value and set(value) <= set(LANGUAGES):
            return [] if len(set(value)) == len(LANGUAGES) and all(value.values()) else [value]
        return [each for item in value.values() for each in untranslated(item)]
    return [each for item in value for each in untranslated(item)] if isinstance(value, list) else []


@pytest.mark.parametrize("template", ORDER)
def test_a_sound_map_in_four_languages(workspace: Workspace, template: str) -> None:
    document = parse(begin(workspace, template, "map"))
    problems = problems_of(document, Shelf({}, channels=CHANNELS, languages=LANGUAGES))
    assert {problem.code for problem in problems} <= {"no_owner", "metric_without_target", "no_review_date"}
    assert untranslated(dict(document.data)) == []
    assert 4 <= len(document.stages) <= 9
    assert isinstance(parse(begin(workspace, template, "mine", title="Mine", language="ru")).stages[0].name, str)


def test_a_map_is_kept_as_a_template_and_begun_from(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> None:
    with shop_maker(tmp_path / "shop") as workspace:
        save(workspace, "buy-clothes", "our-shop")
        own = templates(workspace, "pl")[0]
        assert (own.id, own.own, own.name) == ("our-shop", True, "I buy something to wear")
        begun = parse(begin(workspace, "our-shop", "second"))
        assert (begun.id, begun.owner, begun.status) == ("second", None, "draft")
        for wrong in ("our-shop", "retail", "../x"):
            with pytest.raises(CestaError):
                save(workspace, "buy-clothes", wrong)
        with pytest.raises(CestaError) as told:
            begin(workspace, "retial", "third")
        assert told.value.code == "unknown_template"
