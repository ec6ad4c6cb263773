"""Letters say the same in every language, with every fact in them."""

from __future__ import annotations

import pytest

from cesta.notify.letters import WORDS, LetterKind, letter
from cesta.store.settings import LANGUAGES

FACTS = {"workspace": "Šop & syn", "name": "Jana", "link": "https://cesta.shop.example/welcome#abc"}
KINDS: tuple[LetterKind, ...] = ("invite", "reset", "try")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_in_every_language(kind: LetterKind, lang: str) -> None:
    made = letter(kind, lang, "jana@shop.example", **FACTS)
    assert FACTS["workspace"] in made.subject
    wanted = FACTS.values() if kind != "try" else [FACTS["workspace"]]
    assert all(fact in made.text for fact in wanted)
    assert "{" not in made.text + made.subject
    if lang != "en":
        assert made.text != letter(kind, "en", "", **FACTS).text


def test_a_language_that_we_do_not_speak_is_english() -> None:
    assert letter("try", "de", "", **FACTS) == letter("try", "en", "", **FACTS)
    assert {lang for words in WORDS.values() for lang in words} == set(LANGUAGES)


def test_a_name_with_a_line_break_makes_no_second_header() -> None:
    assert "\n" not in letter("try", "en", "", workspace="A\r\nBcc: b@c.example").subject
