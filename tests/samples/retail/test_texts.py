"""Texts say what they mean: many wordings, four languages, known moods."""

from __future__ import annotations

import re

import numpy as np
import pytest

from cesta.samples.retail import plants, walk
from cesta.samples.retail.events import Walker, World
from cesta.samples.retail.texts import COUNT, LABELS, LANGUAGES, TOPICS, VARIANTS, meaning, text, texts

OWN_LETTERS = {"en": r"[a-zA-Z]", "pl": r"[ąćęłńóśźżŁŚŻ]", "cs": r"[áčďéěíňóřšťúůýžČŘŠŽ]", "ru": r"[а-яА-Я]"}


def test_every_text_is_there_once_and_in_its_language() -> None:
    everything = texts(1)
    assert len(set(everything)) == COUNT == len(LANGUAGES) * len(LABELS) * len(TOPICS) * VARIANTS
    for language in LANGUAGES:
        mine = [said for number, said in enumerate(everything) if meaning(number).language == language]
        assert len(mine) == 1200
        assert sum(bool(re.search(OWN_LETTERS[language], said)) for said in mine) > 0.95 * len(mine)
        if language != "ru":
            assert not any(re.search("[а-яА-Я]", said) for said in mine)


def test_each_text_is_three_whole_sentences() -> None:
    for said in texts(1):
        assert len(re.findall(r"[.!](?= |$)", said)) >= 3, said
        assert said[0].isupper()


def test_haste_leaves_a_third_as_it_was_and_the_rest_alike() -> None:
    hasty = texts(2)
    changed = [number for number in range(COUNT) if hasty[number] != text(number)]
    assert 0.6 < len(changed) / COUNT < 0.7
    for number in changed[::97]:
        assert abs(len(hasty[number]) - len(text(number))) < 12


@pytest.mark.parametrize("planted", [True, False])
def test_reviews_have_the_moods_they_should(planted: bool) -> None:
    """Counted over reviews of parcels in time and late ones, against mood times willingness to write."""
    world = World(seed=6, plants=plants.NAMES if planted else ())
    block = Walker(world).block(0)
    kind, order = block.rows[:, walk.KIND], block.owner * 1000 + block.rows[:, walk.ORDER]
    came = kind == walk.DELIVERY
    late = dict(zip(order[came].tolist(), block.rows[came, walk.LATE].tolist(), strict=True))
    spoiled = plants.strengths(world.plants, 1)["late_delivery"]["spoiled"]
    for lateness, mood in ((0, plants.MOOD), (1, plants.mood_when_late(spoiled))):
        written = [
            meaning(number).polarity + 2
            for number, which, what in zip(
                block.rows[:, walk.TEXT].tolist(), order.tolist(), kind.tolist(), strict=True
            )
            if what == walk.REVIEW and late[which] == lateness
        ]
        found = np.bincount(written, minlength=5) / len(written)
        expected = np.array(mood) * plants.WRITES / np.dot(mood, plants.WRITES)
        assert (np.abs(found - expected) < 3.5 * np.sqrt(expected * (1 - expected) / len(written))).all()


def test_stars_are_the_mood_of_the_text() -> None:
    rows = Walker(World()).block(0, 500).rows
    reviews = rows[rows[:, walk.KIND] == walk.REVIEW]
    assert [meaning(number).polarity + 3 for number in reviews[:, walk.TEXT].tolist()] == reviews[
        :, walk.STARS
    ].tolist()
