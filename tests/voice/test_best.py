"""The better reader: the meaning of a text is the same in every language, and decides."""

from __future__ import annotations

import numpy as np
import pytest

from cesta.voice.best import best_reader, embedded

PAIRS = {
    "pl": ("Jestem zachwycona, wszystko przyszło na czas.", "Paczka zginęła i nikt nie odbiera telefonu."),
    "cs": ("Jsem nadšená, všechno přišlo včas.", "Balík se ztratil a nikdo nebere telefon."),
    "ru": ("Я в восторге, всё пришло вовремя.", "Посылка пропала, и никто не берёт трубку."),
    "en": ("I am delighted, everything came in time.", "The parcel got lost and nobody picks up the phone."),
}


def test_the_same_said_in_other_languages_is_nearer_than_something_else() -> None:
    good = embedded([pair[0] for pair in PAIRS.values()])
    bad = embedded([pair[1] for pair in PAIRS.values()])
    assert np.allclose((good**2).sum(axis=1), 1, atol=0.01)
    assert (good @ good.T).min() > (good @ bad.T).max() - 0.05


@pytest.mark.parametrize("lang", PAIRS)
def test_praise_and_blame_are_told_apart(lang: str) -> None:
    good, bad = best_reader().chances(PAIRS[lang], [lang, lang])
    assert good[2] > good[0]
    assert bad[0] > bad[2]


def test_letters_that_are_no_text_are_read_all_the_same() -> None:
    assert np.isfinite(embedded(["a\ud800b", "\x00", "x" * 1100])).all()
    assert embedded([]).shape == (0, 384)
