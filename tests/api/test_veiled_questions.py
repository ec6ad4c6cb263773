"""A question is refused where it names what is masked, and only there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cesta.api.veiled_questions import Asked, check, check_question
from cesta.consent.purposes import Names
from cesta.model.errors import CestaError
from cesta.privacy.masks import Mask
from cesta.privacy.veil import veil_of
from cesta.store.workspace import Workspace

MASK = Mask(Names(["email"]), Names(["email", "text"]), True)


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ({"params": {"steps": [{"event": "text", "where": {"price": 5}}], "breakdown": "channel"}}, False),
        ({"params": {"steps": [{"event": "visit", "where": {"Email": "x"}}]}}, True),
        ({"params": {"filter": "price > 5 and $email is set"}}, True),
        ({"params": {"breakdown": "context.traits.email"}}, True),
        ({"params": {"node": {"*": "email"}}}, True),
        ({"params": {"node": {"email": "event"}, "steps": ["email"]}}, False),
        ({"rule": {"any": [{"trait": "email = 'x'"}]}}, True),
        ({"name": "email", "text": "what for", "params": {}}, False),
    ],
)
def test_only_what_is_masked(question: dict[str, Any], refused: bool) -> None:
    if not refused:
        check_question(MASK, question)
        return
    with pytest.raises(CestaError, match="masked"):
        check_question(MASK, question)


def test_themes_are_refused_where_texts_are_hidden(tmp_path: Path) -> None:
    asked = Asked("/api/themes/texts", "q=late", None, ())
    with Workspace.create(tmp_path / "shop") as workspace:
        check(veil_of(workspace, Mask(Names(["email"]), Names(["email"]), True)), asked)
        with pytest.raises(CestaError, match="wrote"):
            check(veil_of(workspace, MASK), asked)
