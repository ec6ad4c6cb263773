"""Themes of different texts: found by hash, the same in any order; small new ones are looked for, too."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.voice.scores import Floats
from cesta.voice.themes_found import Found, Words, find

random = np.random.default_rng(5)
MIDDLES = random.standard_normal((4, 60))
SIZES = (160, 120, 100, 7)
GROUPS = np.repeat(np.arange(4), SIZES)
WORDS = ("queue till", "parcel late", "login password", "broken zip")


def points() -> Floats:
    made = MIDDLES[GROUPS] + 0.5 * np.random.default_rng(6).standard_normal((len(GROUPS), 60))
    return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), np.float32)


def found(order: NDArray[np.int64], new: NDArray[np.bool_]) -> Found:
    hashes = np.random.default_rng(7).integers(1, 2**63, len(GROUPS)).astype(np.uint64)
    texts = [WORDS[GROUPS[at]] for at in order.tolist()]
    return find(hashes[order], texts, ["en"] * len(order), points()[order], new[order])


def test_each_text_is_of_its_theme_in_any_order() -> None:
    old = np.zeros(len(GROUPS), np.bool_)
    one, other = found(np.arange(len(GROUPS)), old), found(np.random.default_rng(8).permutation(len(GROUPS)), old)
    assert (one.of == other.of).all()
    assert one.themes == other.themes
    assert [set(theme.key.split("-")) for theme in one.themes[:3]] == [set(words.split()) for words in WORDS[:3]]
    assert one.at(np.array([0], np.uint64))[0].tolist() == [-1]


def test_a_theme_too_small_among_all_is_found_among_the_newest() -> None:
    new = (GROUPS == 3) | (np.arange(len(GROUPS)) % 20 == 0)
    assert not any(theme.early for theme in found(np.arange(len(GROUPS)), np.zeros(len(GROUPS), np.bool_)).themes)
    made = found(np.arange(len(GROUPS)), new)
    assert [set(theme.key.split("-")) for theme in made.themes if theme.early] == [set(WORDS[3].split())]
    assert (made.of == 3).sum() == SIZES[3]


def test_a_name_is_in_the_language_of_the_reader_or_the_most_frequent() -> None:
    words = Words("fronta", {"cs": ("fronta", "pokladna"), "en": ("queue",)}, False)
    assert words.name("en") == ("queue", "en")
    assert words.name("pl") == ("fronta, pokladna", "cs")
    assert Words("theme", {}, False).name("en") == ("", "")
