"""Cleaning: what is not the writer's own goes, her words stay, and nothing breaks it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.voice.cleaning import cleaned

PAIRS = [
    ("<p>Super <b>sklep</b></p><script>alert('x')</script>", "Super sklep"),
    ("Tom &amp; Jerry &lt;3", "Tom & Jerry <3"),
    ("Zobacz https://example.com/a?b=c teraz", "Zobacz teraz"),
    ("@marta dzięki, pisz na jan@example.com", "dzięki, pisz na"),
    ("Nikdy víc.\n\nS pozdravem\nJan Novák\n+420 777 123 456", "Nikdy víc."),
    ("Где заказ?\n\n--\nИван", "Где заказ?"),
    ("Still broken.\n\nOn Mon, 3 Nov 2026 at 10:00, Shop wrote:\n> Dear customer\n> it works", "Still broken."),
    ("Dalej nic.\n\nW dniu 3.11.2026 sklep napisał(a):\n> Dzień dobry", "Dalej nic."),
    ("> quoted only", "> quoted only"),
    ("DLACZEGO TO NIE DZIAŁA???", "dlaczego to nie działa???"),
    ("soooooo good", "sooo good"),
    ("  \n\t ", ""),
    ("zero\x00byte\u200b and \ud800 surrogate", "zero byte and surrogate"),
]


@pytest.mark.parametrize(("written", "own"), PAIRS)
def test_only_the_words_of_the_writer_stay(written: str, own: str) -> None:
    assert cleaned(written) == own


@given(st.text(max_size=400))
@settings(max_examples=60)
def test_any_text_comes_out_on_one_line(text: str) -> None:
    found = cleaned(text)
    assert "\n" not in found
    assert found == found.strip()
    assert cleaned(found).count(" ") <= found.count(" ") or "&" in found


@pytest.mark.parametrize("text", ["<" * 100_000, "a@" * 50_000, "> " * 50_000, "-- \n" * 25_000, "<script>" * 12_500])
def test_no_long_text_is_a_trap(text: str) -> None:
    assert len(cleaned(text)) <= len(text)
