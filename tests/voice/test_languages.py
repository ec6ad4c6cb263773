"""Languages: told apart in a few words, also without marks and in Latin letters; nothing to tell is told as such."""

from __future__ import annotations

import pytest

from cesta.voice.languages import LANGUAGES, UNKNOWN, languages

SAID = [
    ("pl", "Paczka przyszła wczoraj, ale pudełko było zniszczone."),
    ("pl", "paczka przyszla wczoraj ale pudelko bylo zniszczone"),
    ("cs", "Balík přišel včera, ale krabice byla rozbitá."),
    ("cs", "balik prisel vcera ale krabice byla rozbita a nikdo mi nepomohl"),
    ("ru", "Посылка пришла вчера, но коробка была разбита."),
    ("ru-Latn", "spasibo vsem ochen dovolen"),
    ("ru-Latn", "posylka prishla vchera, no korobka byla razbita"),
    ("en", "The parcel came yesterday but the box was broken."),
    ("sk", "Balík prišiel včera, ale škatuľa bola rozbitá."),
    ("uk", "Посилка прийшла вчора, але коробка була розбита і ніхто не відповідає."),
    ("de", "Das Paket kam gestern, aber der Karton war kaputt."),
    ("es", "El paquete llegó ayer, pero la caja estaba rota."),
    ("pt", "A encomenda chegou ontem, mas a caixa estava quebrada."),
    ("fr", "Le colis est arrivé hier, mais le carton était abîmé."),
]


@pytest.mark.parametrize(("lang", "text"), SAID)
def test_a_sentence_tells_its_language(lang: str, text: str) -> None:
    assert languages([text])[0].lang == lang


def test_many_at_once_are_told_as_each_alone() -> None:
    texts = [text for _, text in SAID]
    assert [tongue.lang for tongue in languages(texts)] == [languages([text])[0].lang for text in texts]
    assert {tongue.lang for tongue in languages(texts)} == set(LANGUAGES)


@pytest.mark.parametrize("text", ["", "😀😀", "123 456", "!!!", "?"])
def test_what_has_no_words_has_no_language(text: str) -> None:
    assert languages([text])[0].lang == UNKNOWN


@pytest.mark.parametrize("text", ["slovo", "slovo " * 20_000, "dobro slovo", "slovo! Slovo, SLOVO?"])
def test_a_word_or_two_of_its_neighbours_are_not_russian_however_often_they_are_said(text: str) -> None:
    assert languages([text])[0].lang in ("cs", "sk", "pl")


def test_no_text_is_no_answer() -> None:
    assert languages([]) == []
