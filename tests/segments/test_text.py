"""The text of rules: read, and refused with the place of the mistake."""

from __future__ import annotations

import pytest

from cesta.model.errors import CestaError
from cesta.segments.rule import document_of
from cesta.segments.text import parse_rule


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("did visit", {"did": "visit"}),
        ('did "any" where (price > 3)', {"did": {"event": "any", "where": "price > 3"}}),
        ("did anything in last 24h", {"did": {}, "in_last": "1d"}),
        ("did any of (visit, buy where (a = ')'))", {"did": {"any": ["visit", {"event": "buy", "where": "a = ')'"}]}}),
        ("did buy on 2024-03-20", {"did": {"event": "buy", "date": "2024-03-20"}}),
        ("latest visit more than 30d ago", {"latest": "visit", "ago": "30d"}),
        (
            "sequence compare 3 times, then leave, then call within 1d, then not buy within 2h in last 30d",
            {
                "sequence": [{"did": "compare", "times": 3}, "leave", {"did": "call", "within": "1d"},
                             {"not": "buy", "within": "2h"}],
                "in_last": "30d",
            },
        ),
        ("trait (tier = 'gold') over sign_up", {"trait": "tier = 'gold'", "of": "sign_up"}),
        ("different product over view >= 3", {"different": "product", "of": "view", "at_least": 3}),
        ("not (in segment a or did b)", {"not": {"any": [{"segment": "a"}, {"did": "b"}]}}),
        ("customer in ('ann', 'o''hara')", {"customers": ["ann", "o'hara"]}),
    ],
)  # fmt: skip
def test_what_texts_say(text: str, document: object) -> None:
    assert document_of(parse_rule(text)) == document


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [
        ("did", "bad_rule", 4),
        ("did visit at least", "bad_rule", 19),
        ("did visit in last 0d", "bad_rule", 19),
        ("did visit in last 3d more than 3d ago", "bad_rule", 11),
        ("did visit where (price >)", "bad_condition", 18),
        ("did visit and frob", "bad_rule", 15),
        ("(did visit", "bad_rule", 11),
        ("did visit ?", "bad_rule", 11),
        ("did visit from 2024-02-31", "bad_rule", 16),
        ("sequence a, then not b", "bad_rule", 23),
        ("sequence a 2.5 times", "bad_rule", 16),
        ("sum price over buy", "bad_rule", 19),
        ("not " * 60 + "did a", "bad_rule", 201),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, code: str, position: int) -> None:
    with pytest.raises(CestaError, match=f"position {position}[:.]") as caught:
        parse_rule(text)
    assert caught.value.code == code
