"""Names of columns hint at what is in them, in every language of our users."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.guess.words import hints, slug, words_of


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("customer_id", "customer"), ("Klient", "customer"), ("číslo zákazníka", "customer"), ("клиент", "customer"),
        ("Kunde-Nr", "customer"), ("ID cliente", "customer"), ("userid", "user"), ("Użytkownik", "user"),
        ("case:concept:name", "case"), ("Data", "moment"), ("Datum", "moment"), ("дата заказа", "moment"),
        ("Zeitpunkt", "moment"), ("zdarzenie", "event"), ("Událost", "event"), ("событие", "event"),
        ("Cena brutto", "price"), ("Menge", "quantity"), ("Kwota", "amount"), ("Faktura", "receipt"),
        ("Data urodzenia", "birth"), ("Termin (plánovaný)", "planned"), ("Пользователь", "user"),
    ],
)  # fmt: skip
def test_names_hint(name: str, hint: str) -> None:
    assert hint in hints(name)


@given(st.text())
def test_any_name_has_words_and_a_slug(name: str) -> None:
    assert all(words_of(name))
    assert set(slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789_")
