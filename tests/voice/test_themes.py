"""Themes: the same pain in several languages is one, whichever way the texts come; what is none stays none."""

from __future__ import annotations

import pytest

from cesta.model.errors import CestaError
from cesta.voice.themes import Text, Themes, themes

PAINS = {
    "queue": [
        Text("Jedna kasa otwarta i kolejka na pół sklepu.", "pl", "2026-01-05", "a"),
        Text("Kolejka do kasy na pół godziny.", "pl", "2026-02-05", "a"),
        Text("Otevřená jedna pokladna a fronta přes celý obchod.", "cs", "2026-02-06", "b"),
        Text("Работает одна касса, очередь через весь магазин.", "ru", "2026-02-07"),
        Text("Очередь на кассе полчаса.", "ru", "2026-02-08", "c"),
        Text("One till open and a queue across the whole shop.", "en", "2026-01-08"),
    ],
    "login": [
        Text("Nie mogę zalogować się do aplikacji, hasło niby błędne.", "pl", "2026-01-05"),
        Text("Po aktualizaci se nemůžu přihlásit do aplikace.", "cs", "2026-01-06"),
        Text("Hlásí to špatné heslo a nejde se přihlásit.", "cs", "2026-01-07"),
        Text("После обновления не могу войти в приложение.", "ru", "2026-01-08"),
        Text("Can't log in to the app, it says wrong password.", "en", "2026-01-09", "a"),
        Text("can't log in since the update", "en", "2026-01-10", "a"),
    ],
    "damaged": [
        Text("Lampa przyszła pęknięta, karton zgnieciony.", "pl"),
        Text("Krabice promáčknutá a uvnitř rozbitá sklenice.", "cs"),
        Text("Коробка мятая, внутри разбитая ваза.", "ru"),
        Text("The box was crushed and the vase inside smashed.", "en"),
        Text("Lamp came cracked in a crushed box.", "en"),
    ],
}
TEXTS = [*(text for own in PAINS.values() for text in own), Text(""), Text("😍"), Text("Papírové letáky nechci.", "cs")]


@pytest.fixture(scope="module")
def found() -> Themes:
    return themes(TEXTS)


def test_one_pain_in_four_languages_is_one_theme(found: Themes) -> None:
    assert [theme.texts for theme in found.themes] == sorted((theme.texts for theme in found.themes), reverse=True)
    assert {frozenset(theme.languages) for theme in found.themes} == {frozenset(("pl", "cs", "ru", "en"))}
    at = 0
    for own in PAINS.values():
        assert len(set(found.of[at : at + len(own)])) == 1
        at += len(own)
    assert found.of[at:] == [None, None, None]
    assert (found.texts, found.read, found.other) == (20, 18, 1)


def test_a_theme_says_what_it_is(found: Themes) -> None:
    queue = next(theme for theme in found.themes if theme.number == found.of[0])
    assert (queue.texts, queue.customers, queue.months) == (6, 3, {"2026-01": 2, "2026-02": 4})
    assert "очередь" in queue.words["ru"]
    assert "kolejka" in queue.words["pl"]
    assert queue.name
    assert queue.polarity < 0
    assert {quote.lang for quote in queue.quotes} == set(queue.languages)
    assert {quote.text for quote in queue.quotes} <= {text.text for text in TEXTS}


def test_the_order_of_texts_changes_nothing(found: Themes) -> None:
    turned = themes(TEXTS[::-1])
    assert turned.themes == found.themes
    assert turned.of == found.of[::-1]


def test_of_many_texts_some_are_read() -> None:
    some = themes(TEXTS, most=5)
    assert (some.texts, some.read, some.themes) == (20, 5, [])


def test_what_has_no_words_has_no_themes() -> None:
    assert themes([]).themes == []
    assert themes([Text(""), Text("?!")]).of == [None, None]


def test_a_time_that_is_none_is_told() -> None:
    with pytest.raises(CestaError, match="yesterday"):
        themes([Text("late", time="yesterday")])
