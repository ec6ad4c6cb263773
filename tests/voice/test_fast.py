"""The fast reader: plain praise and blame in four languages, the same alone as among others."""

from __future__ import annotations

import numpy as np
import pytest

from cesta.voice.fast import fast_reader

PLAIN = {
    "pl": ("Świetna obsługa, polecam z całego serca!", "Fatalna obsługa, nie polecam nikomu."),
    "cs": ("Skvělá obsluha, moc doporučuji!", "Hrozná obsluha, nikomu nedoporučuji."),
    "ru": ("Отличное обслуживание, всем советую!", "Ужасное обслуживание, никому не советую."),
    "en": ("Great service, highly recommended!", "Awful service, do not recommend."),
}


@pytest.mark.parametrize("lang", PLAIN)
def test_plain_praise_and_blame_are_told_apart(lang: str) -> None:
    good, bad = fast_reader().chances(PLAIN[lang], [lang, lang])
    assert good[2] > good[0]
    assert bad[0] > bad[2]


def test_a_text_is_read_alone_as_among_others() -> None:
    texts, langs = [pair[0] for pair in PLAIN.values()], list(PLAIN)
    together = fast_reader().chances(texts, langs)
    alone = np.vstack([fast_reader().chances([text], [lang]) for text, lang in zip(texts, langs, strict=True)])
    np.testing.assert_allclose(together, alone, atol=1e-5)


def test_no_text_is_no_row() -> None:
    assert fast_reader().chances([], []).shape == (0, 11)
