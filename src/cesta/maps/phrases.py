"""Words that Python writes for readers: one line each in a text file, in English, Polish, Czech and Russian."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from cesta.model.shape import LANGUAGES

QUOTES = {"en": "“{}”", "pl": "„{}”", "cs": "„{}“", "ru": "«{}»"}


@cache
def phrases(path: Path, language: str) -> Mapping[str, str]:
    """The file's words in a language by key; a language we do not have is English.

    A line is `key | English | Polish | Czech | Russian`; one text alone stands for all four.
    """
    place = LANGUAGES.index(language) if language in LANGUAGES else 0
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        key, *texts = (part.strip() for part in line.split("|"))
        if texts:
            found[key] = texts[place if len(texts) > 1 else 0]
    return found


def quoted(text: str, language: str) -> str:
    """In the quotation marks of the language.

    >>> quoted("Płacę", "pl"), quoted("I pay", "en")
    ('„Płacę”', '“I pay”')
    """
    return QUOTES.get(language, QUOTES["en"]).format(text)
