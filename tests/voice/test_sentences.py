"""Sentences: nothing is lost between them, and none is too long to read."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.voice.sentences import LONG, sentences


@given(st.text("až. !?…,»1\u2022", max_size=300))
@settings(max_examples=50)
def test_no_letter_is_lost_and_none_is_made_up(text: str) -> None:
    def letters(said: str) -> list[str]:
        return [char for char in said if char.isalnum()]

    assert letters("".join(sentences(text))) == letters(text)


@given(st.lists(st.text("ab", min_size=1, max_size=30), min_size=30, max_size=60).map(", ".join))
@settings(max_examples=20)
def test_somebody_without_full_stops_is_read_in_pieces(text: str) -> None:
    assert all(len(part) <= LONG for part in sentences(text))


def test_an_abbreviation_ends_no_sentence() -> None:
    assert sentences("Byl jsem tam např. v pondělí ráno. Nikdo tam nebyl.") == [
        "Byl jsem tam např. v pondělí ráno.",
        "Nikdo tam nebyl.",
    ]
