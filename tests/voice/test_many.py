"""Many texts: shared out among processes they come back in order, the same as read here."""

from __future__ import annotations

import numpy as np
import pytest

from cesta.model.errors import CestaError
from cesta.voice.best import embedded
from cesta.voice.feelings import feel
from cesta.voice.many import SHARE, embedded_many, feel_many, tier_of

TEXTS = [
    f"Tato objednávka číslo {number} {'přišla pozdě' if number % 2 else 'je skvělá'}." for number in range(2 * SHARE)
]


def test_shared_out_or_not_the_answers_are_the_same() -> None:
    langs = ["cs"] * len(TEXTS)
    assert feel_many(TEXTS, langs, "best") == feel(TEXTS, langs, "best")


def test_meanings_come_back_in_order_too() -> None:
    assert np.array_equal(embedded_many(TEXTS)[::SHARE], embedded(TEXTS[::SHARE]))


def test_only_two_readers_have_names() -> None:
    assert (tier_of("fast"), tier_of("best")) == ("fast", "best")
    with pytest.raises(CestaError, match="Say fast or best"):
        tier_of("middle")
