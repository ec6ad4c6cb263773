"""A reader learns from rated texts what a word means here; what does not help is not kept."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.errors import CestaError
from cesta.voice.fast import fast_reader
from cesta.voice.feelings import felt
from cesta.voice.scores import SIDES
from cesta.voice.taught import Rated, side_of, taught

THINGS = ("parcel", "order", "shirt", "courier", "site", "invoice", "jacket", "label")
WORDS = {"negative": "purple", "neutral": "square", "positive": "wooden"}


def made(count: int, seed: int, honest: bool = True) -> list[Rated]:
    """Texts in which three words decide that decide nothing elsewhere; or nothing does."""
    drawn = random.Random(seed)
    found = []
    for number in range(count):
        side = drawn.choice(SIDES)
        word = WORDS[side if honest else drawn.choice(SIDES)]
        found.append(
            Rated(f"The {drawn.choice(THINGS)} {number} and the {drawn.choice(THINGS)} were {word}", side, "en")
        )
    return found


def test_what_a_word_means_here_is_learned() -> None:
    reader, lesson = taught(fast_reader(), made(120, 1))
    assert lesson.kept
    assert (lesson.texts, lesson.held) == (120, 30)
    assert lesson.after_sides > 0.9 > lesson.before_sides
    new = [f"Our {thing} is {word}" for thing in ("table", "chair") for word in WORDS.values()]
    assert [one.label for one in felt(reader, new, ["en"] * 6)] == list(SIDES) * 2
    # Chances stay chances, and feelings are those of the reader that learned.
    chances, before = (one.chances(new, ["en"] * 6) for one in (reader, fast_reader()))
    assert chances[:, :3].sum(axis=1) == pytest.approx(1, abs=1e-4)
    assert (chances[:, 3:] == before[:, 3:]).all()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_ratings_that_say_nothing_teach_nothing(seed: int) -> None:
    reader, lesson = taught(fast_reader(), made(120, seed, honest=False))
    assert not lesson.kept
    assert reader is fast_reader()


def test_the_order_of_texts_changes_nothing() -> None:
    texts = made(60, 4)
    assert taught(fast_reader(), texts)[1] == taught(fast_reader(), texts[::-1])[1]


def test_a_few_texts_are_too_few() -> None:
    with pytest.raises(CestaError, match="39"):
        taught(fast_reader(), [*made(39, 5), Rated("?!", "negative")])


@given(st.integers(0, 10), st.integers(0, 10))
@settings(max_examples=20)
def test_more_stars_are_never_worse(one: int, other: int) -> None:
    sides = [SIDES.index(side_of({"nps": value})) for value in sorted((one, other))]
    assert sides == sorted(sides)


@pytest.mark.parametrize("said", [{}, {"stars": 0}, {"stars": "5"}, {"nps": 11}, {"label": "good"}])
def test_what_is_no_rating_is_told(said: dict[str, object]) -> None:
    with pytest.raises(CestaError):
        side_of(said)
