"""Words and numbers in each language: nothing missing, nothing bare."""

from __future__ import annotations

import pytest

from cesta.exchange.wording import WORDS, between, length, share, shown, tell
from cesta.maps.phrases import phrases
from cesta.maps.view import Number


@pytest.mark.parametrize("language", ["pl", "cs", "ru"])
def test_every_word_is_there(language: str) -> None:
    words = phrases(WORDS, language)
    assert words.keys() == phrases(WORDS, "en").keys()
    assert all(words.values())
    assert tell("page", language, 1, 2) != tell("page", "en", 1, 2)


def test_numbers() -> None:
    assert shown(Number(None, "share", 7, 7, too_few=True), "en") == "n = 7, too few"
    assert shown(Number(0.25, "share", 10, 40, evidence="inferred"), "cs") == "≈ 25,0\u00a0%"
    assert between(Number(0.25, "share", 10, 40, 0.2, 0.3), "pl") == "20,0…30,0"
    assert (share(1.0, "en"), length(86400 * 3, "cs")) == ("100.0%", "3,0 dní")
