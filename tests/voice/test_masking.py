"""Personal data goes out of a text whatever stands around it; prices, dates and words stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.voice.masking import MASK, masked

SECRETS = (
    "jan.nowak+sklep@firma.com.pl", "наташа@почта.рф", "+48 601-234-567", "601 234 567", "8 (912) 345-67-89",
    "777123456", "(22) 123 45 67 89", "4111 1111 1111 1111", "4111111111111111", "PL61 1090 1014 0000 0712 1981 2874",
    "CZ6508000000192000145399", "DE89 3704 0044 0532 0130 00", "61 1090 1014 0000 0712 1981 2874", "850101/1234",
)  # fmt: skip
KEPT = (
    "12.03.2026", "2026-03-12", "1 299,90 zł", "o 15:30", "rozmiar 38-40", "5000 Kč", "№ 12345", "Nic nie działa",
    "100%", "iPhone 15 Pro", "Dobra cena, mała awaria",
)  # fmt: skip
WORDS = st.text(st.sampled_from("aąčж ,.!?\n"), max_size=12)


@pytest.mark.parametrize("secret", SECRETS)
def test_what_is_personal_is_masked(secret: str) -> None:
    assert masked(f"Napište mi: {secret}, děkuji.") == f"Napište mi: {MASK}, děkuji."


@given(WORDS, st.sampled_from(SECRETS), WORDS)
def test_whatever_stands_around(before: str, secret: str, after: str) -> None:
    found = masked(f"{before} {secret} {after}")
    assert MASK in found
    assert sum(map(str.isdigit, found)) == 0
    assert "@" not in found


@given(st.lists(st.sampled_from(KEPT), max_size=5))
def test_what_is_not_stays(parts: list[str]) -> None:
    text = "; ".join(parts)
    assert masked(text) == text


@given(st.text(max_size=60))
def test_a_masked_text_has_nothing_more_to_mask(text: str) -> None:
    assert masked(masked(text)) == masked(text)
