"""Every reason is told in every language, with its numbers."""

from __future__ import annotations

import pytest

from cesta.alerts.judging import Verdict
from cesta.alerts.wording import WHY, words_of


@pytest.mark.parametrize("lang", ["en", "pl", "cs", "ru", "de"])
@pytest.mark.parametrize("why", sorted(WHY))
def test_told(why: str, lang: str) -> None:
    subject, text = words_of(Verdict(why, 0.2134, 12345.6), "Buyers", "Šop", lang)
    assert subject == "Šop: Buyers"
    assert "0.2134" in text
    assert "12,346" in text
