"""Words of themes: those that set it apart, none that say nothing, each language by itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.voice.folding import folded
from cesta.voice.languages import LANGUAGES
from cesta.voice.themes_words import SHOWN, deciding, stem, stop_words

SAID = {
    "pl": (["Kolejka do kasy.", "Długa kolejka przy kasie!", "kolejki..."], ["Zimna zupa", "Zupa była zimna.", "zupa"]),
    "ru": (["Очередь в кассу.", "Огромная очередь!", "очереди"], ["Холодный суп", "Суп был холодный.", "суп"]),
}


def test_each_language_has_its_words() -> None:
    texts = [text for pair in SAID.values() for theme in pair for text in theme]
    langs = ["pl"] * 6 + ["ru"] * 6
    found = deciding(texts, langs, [0, 0, 0, 1, 1, 1] * 2)
    assert found[0]["pl"][0] == "kolejka"
    assert found[0]["ru"][0] == "очередь"
    assert set(found[1]["pl"]) == {"zupa", "zimna"}
    assert not {"była", "был"} & {word for theme in found.values() for words in theme.values() for word in words}


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "ru-Latn"])
def test_every_language_has_words_that_say_nothing(lang: str) -> None:
    assert len(stop_words(lang)) > 80
    assert all(folded(word) == word for word in stop_words(lang))


@settings(max_examples=30)
@given(st.lists(st.tuples(st.text(max_size=40), st.sampled_from(["pl", "en", "und"]), st.integers(-1, 3)), max_size=12))
def test_whatever_is_said(rows: list[tuple[str, str, int]]) -> None:
    found = deciding([text for text, _, _ in rows], [lang for _, lang, _ in rows], [theme for _, _, theme in rows])
    assert found == deciding(*map(list, zip(*reversed(rows), strict=True))) if rows else found == {}
    for theme, by_lang in found.items():
        for lang, words in by_lang.items():
            said = " ".join(text.lower() for text, spoken, of in rows if (spoken, of) == (lang, theme))
            assert len(words) <= SHOWN
            assert all(stem(folded(word), lang) in folded(said) for word in words)
