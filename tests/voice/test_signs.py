"""Signs: known words in their forms, negation, Czech `ne-`, faces."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.voice.signs import SIGNS, faces, signs, signs_of

BALANCE = -1


@pytest.mark.parametrize(
    ("lang", "good", "bad"),
    [
        ("pl", "polecam, świetna obsługa", "nie polecam, fatalna obsługa"),
        ("cs", "doporučuji, skvělá kvalita", "nedoporučuji, hrozná kvalita"),
        ("ru", "рекомендую, отличный магазин", "не рекомендую, ужасный магазин"),
        ("en", "I recommend it, great shop", "I don't recommend it, awful shop"),
        ("sk", "odporúčam, skvelý obchod", "neodporúčam, hrozný obchod"),
        ("de", "zu empfehlen, toll", "nicht zu empfehlen, schlecht"),
    ],
)
def test_good_words_weigh_more_than_the_same_turned_round(lang: str, good: str, bad: str) -> None:
    assert signs(good, lang)[BALANCE] > 0 > signs(bad, lang)[BALANCE]


def test_marks_over_letters_make_no_difference_to_words() -> None:
    assert signs("świetna obsługa", "pl")[:6] == signs("swietna obsluga", "pl")[:6]


def test_faces_count() -> None:
    assert faces()["😍"] > 0 > faces()["😢"]
    assert signs("ok 😍 :)", "en")[6] > 0
    assert signs("ok 😢 :(", "en")[7] > 0
    assert signs("спасибо))", "ru")[6] > 0


@given(st.lists(st.text(max_size=80), max_size=4), st.sampled_from(["pl", "cs", "ru", "en", "xx"]))
@settings(max_examples=50)
def test_any_text_has_as_many_signs_and_all_are_numbers(texts: list[str], lang: str) -> None:
    found = signs_of(texts, [lang] * len(texts))
    assert found.shape == (len(texts), SIGNS)
    assert np.isfinite(found).all()
