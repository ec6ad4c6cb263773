"""The dictionary of meanings: whole in every language, and right about names that real sources use."""

from __future__ import annotations

import pytest

from cesta.maps.propose.meanings import BESIDE, dictionary, is_technical, meaning_of
from cesta.model.shape import LANGUAGES


def test_every_meaning_has_a_name_and_a_short_one_in_every_language() -> None:
    found = dictionary()
    for meaning in found.meanings:
        assert set(meaning.name) == set(meaning.short) == set(LANGUAGES), meaning.id
        assert all(text for text in (*meaning.name.values(), *meaning.short.values())), meaning.id
        assert all(len(text) <= 40 for text in meaning.name.values()), meaning.id
        assert all(len(word) <= 11 for text in meaning.short.values() for word in text.split()), meaning.id
        assert meaning.stage in found.places or meaning.stage in BESIDE, meaning.id
        assert meaning.rules, meaning.id
    ids = [meaning.id for meaning in found.meanings]
    assert len(ids) == len(set(ids))


def test_no_two_meanings_say_the_same() -> None:
    for language in LANGUAGES:
        names = [meaning.name[language] for meaning in dictionary().meanings]
        twice = {name for name in names if names.count(name) > 1}
        assert not twice - {"Rejestruję się", "Registruji se", "Регистрируюсь"}, language


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("order_delivered_carrier_date", "shipped"),
        ("order_delivered_customer_date", "delivery"),
        ("checkout_bug", "checkout-bug"),
        ("payment_error", "payment-error"),
        ("purchase_refunded", "refund"),
        ("złożono zamówienie", "order"),
        ("objednávka", "order"),
        ("Оплата", "payment"),
        ("pagamento", "payment"),
        ("Warenkorb", "cart"),
        ("newsletter_subscribed", "newsletter"),
        ("Blood test", "test"),
        ("$pageview", "page"),
        ("Send for Credit Collection", None),
    ],
)
def test_what_names_mean(name: str, meaning: str | None) -> None:
    found = meaning_of(name)
    assert (found.id if found else None) == meaning


def test_machinery_is_known() -> None:
    assert is_technical("$identify")
    assert is_technical("session_start")
    assert is_technical("!!!")
    assert not is_technical("login")
    assert not is_technical("first visit")
