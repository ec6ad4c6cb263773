"""Differences in words: one line each, in the reader's language, with every word there."""

from __future__ import annotations

import pytest

from cesta.maps.diff import Change, Thing
from cesta.maps.diff_words import WORDS, in_words, shown
from cesta.maps.phrases import phrases

PAY = Thing("stage", "pay", {"en": "I pay", "pl": "Płacę", "cs": "Platím", "ru": "Я плачу"})
CARD = Thing("touchpoint", "card", "Card")
CHANGES = (
    Change("changed", PAY, (), "owner", "Jana", None),
    Change("moved", CARD, (PAY,), None, None, None, Thing("stage", "look", "I look"), PAY),
    Change("moved", PAY, (), None, None, CARD),
    Change("removed", Thing("barrier", "b", "No BLIK"), (PAY, CARD)),
    Change("changed", Thing("map", "m", "Buy"), (), "tags", ["a", "b"], ["b", "c"]),
    Change("changed", Thing("map", "m", "Buy"), (), "goal.target", 0.1, 0.2),
)


def test_in_english() -> None:
    assert in_words(CHANGES) == [
        "stage “I pay”: owner: Jana → –",
        "touchpoint “Card”: stage “I look” → stage “I pay” (to the front)",
        "stage “I pay” moved (after “Card”)",
        "touchpoint “Card”: barrier “No BLIK” removed",
        "tags: −a, +c",
        "goal, target: 0.1 → 0.2",
    ]


@pytest.mark.parametrize("language", ["pl", "cs", "ru"])
def test_every_word_is_there_in_each_language(language: str) -> None:
    words, english = phrases(WORDS, language), phrases(WORDS, "en")
    assert words.keys() == english.keys()
    assert all(words.values())
    assert in_words(CHANGES, language)[0] != in_words(CHANGES)[0]


def test_long_values_are_cut() -> None:
    assert len(shown("x" * 500, "en")) == 100
