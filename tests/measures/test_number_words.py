"""A number is written as its reader's language writes it."""

from __future__ import annotations

import pytest

from cesta.measures.number_words import told


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ["1,234.50 EUR", "-3.0 %", "2.0 d"]),
        ("pl", ["1\N{NO-BREAK SPACE}234,50 EUR", "-3,0 %", "2,0 dni"]),
        ("cs", ["1\N{NO-BREAK SPACE}234,50 EUR", "-3,0 %", "2,0 d"]),
        ("ru", ["1\N{NO-BREAK SPACE}234,50 EUR", "-3,0 %", "2,0 дн."]),
    ],
)
def test_each_language_has_its_own_signs(lang: str, said: list[str]) -> None:
    found = [
        told(1234.5, "money", "EUR", lang),
        told(-0.03, "change", None, lang),
        told(172_800, "seconds", None, lang),
    ]
    assert found == said
