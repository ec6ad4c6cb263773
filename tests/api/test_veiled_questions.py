"""A question is refused where it names what is masked, and only there."""

from __future__ import annotations

from typing import Any

import pytest

from cesta.api.veiled_questions import check_question
from cesta.consent.purposes import Names
from cesta.model.errors import CestaError
from cesta.privacy.masks import Mask

MASK = Mask(Names(["email"]), Names(["email", "text"]), True)


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ({"params": {"steps": [{"event": "text", "where": {"price": 5}}], "breakdown": "channel"}}, False),
        ({"params": {"steps": [{"event": "visit", "where": {"Email": "x"}}]}}, True),
        ({"params": {"filter": "price > 5 and $email is set"}}, True),
        ({"params": {"breakdown": "context.traits.email"}}, True),
        ({"name": "email", "text": "what for", "params": {}}, False),
    ],
)
def test_only_what_is_masked(question: dict[str, Any], refused: bool) -> None:
    if not refused:
        check_question(MASK, question)
        return
    with pytest.raises(CestaError, match="masked"):
        check_question(MASK, question)
