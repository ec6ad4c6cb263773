"""Folding: the same word typed with and without its marks is the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cesta.voice.folding import folded, in_cyrillic

POLISH_AND_CZECH = st.text("aąbcćčdďeęéěfghiíjklłmnńňoóprřsśštťuúůvwyýzźżž ŁŻŠĚ", max_size=40)


@given(POLISH_AND_CZECH)
def test_no_mark_stays_and_folding_twice_is_folding_once(text: str) -> None:
    assert folded(text).isascii()
    assert folded(folded(text)) == folded(text)
    assert len(folded(text)) == len(text)


def test_russian_comes_back_from_latin_letters() -> None:
    assert in_cyrillic("Spasibo, vsyo prishlo") == "спасибо, всё пришло".replace("ё", "е")
    assert in_cyrillic("chto za uzhas") == "что за ужас"
