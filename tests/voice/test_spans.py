"""Pieces of texts: the same piece has the same number wherever it stands, and none crosses from text to text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.voice.spans import BUCKETS, spans

TEXTS = st.lists(st.text("abcž й!\n", max_size=12), min_size=1, max_size=5)


def pieces(texts: list[str], which: int) -> list[int]:
    found = spans(texts)
    return sorted(found.bucket[found.text == which].tolist())


@given(TEXTS)
@settings(max_examples=40)
def test_a_text_has_the_same_pieces_alone_as_among_others(texts: list[str]) -> None:
    for place, text in enumerate(texts):
        assert pieces(texts, place) == pieces([text], 0)


@given(TEXTS)
@settings(max_examples=40)
def test_every_number_fits_and_every_piece_lies_in_its_text(texts: list[str]) -> None:
    found = spans(texts)
    assert (found.bucket >= 0).all()
    assert (found.bucket < BUCKETS).all()
    assert (found.last > found.first).all()
    assert set(found.text.tolist()) <= set(range(len(texts)))


def test_pieces_are_runs_of_letters_and_rows_of_words() -> None:
    found = spans(["ab cd"])
    # Runs: " a" "ab" "b " " c" "cd" "d ", " ab" "ab " " cd" "cd ", " ab " " cd "; words: ab, cd, "ab cd".
    assert len(found.text) == 15
    assert set(pieces(["ab"], 0)) <= set(pieces(["ab cd"], 0))
