"""Short real words tell the code pages of Polish, Czech and Russian apart."""

from __future__ import annotations

import pytest

from cesta.ingest.files.codepages import likeliest_page
from cesta.ingest.files.text import FOREIGN_WORD

POLISH = "Łódź Kraków Gdańsk zażółć Wrocław są Poznań spódnica długość źrebię ŻÓŁTY wełna Świętokrzyskie płaszcz Jaś"
CZECH = "Plzeň Židenice kabát šaty tričko dětské Ústí košile Žižkov příliš žluťoučký kůň Šárka Jiří objednávka"
RUSSIAN = "Москва заказ пальто куртка Екатеринбург Да рубашка мужская я"
GERMAN = "Müller Größe Zürich Österreich"


def read_back(text: str, encoding: str) -> str:
    written = text.encode(encoding)
    return written.decode(likeliest_page(FOREIGN_WORD.findall(written)))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((text, page) for text in (POLISH, CZECH) for page in ("windows-1250", "iso-8859-2", "cp852")),
        *((RUSSIAN, page) for page in ("windows-1251", "koi8-r", "cp866")),
        (GERMAN, "windows-1252"),
    ],
)
def test_a_few_words_are_read_right(text: str, encoding: str) -> None:
    assert read_back(text, encoding) == text


@pytest.mark.parametrize(
    ("text", "encoding"), [(POLISH, "windows-1250"), (CZECH, "windows-1250"), (RUSSIAN, "windows-1251")]
)
def test_one_word_is_enough_in_the_everyday_pages(text: str, encoding: str) -> None:
    wrong = [word for word in text.split() if not word.isascii() and read_back(word, encoding) != word]
    assert wrong == []
