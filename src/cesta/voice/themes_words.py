"""Which words set a theme apart, language by language: in its texts often, in all others seldom."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from cesta.voice.folding import folded
from cesta.voice.scores import MODELS

_WORD = re.compile(r"[^\W\d_]{3,}(?:['’][^\W\d_]+)*")
_BENDING, _BENT, _FIRM = frozenset(("pl", "cs", "ru", "sk", "uk")), 5, 6
"""Where words have many endings, and after how many letters they begin there and elsewhere."""
SHOWN = 5


@cache
def stop_words(lang: str) -> frozenset[str]:
    """Folded words of a language that say nothing about what a text is about.

    >>> "nie" in stop_words("pl"), "paczka" in stop_words("pl")
    (True, False)
    """
    lines = (MODELS / "stops.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(folded(word) for line in lines if line.startswith(f"{lang} ") for word in line.split()[1:])


def stem(word: str, lang: str) -> str:
    """The part of a folded word that its forms share; roughly, and the same for every form.

    >>> stem("kolejka", "pl") == stem("kolejki", "pl"), stem("queue", "en") == stem("queues", "en")
    (True, True)
    """
    if lang in _BENDING:
        return word[: min(_BENT, max(4, len(word) - 1))]
    return (word[:-1] if len(word) > 3 and word.endswith("s") else word)[:_FIRM]


def stems_of(text: str, lang: str) -> dict[str, str]:
    """Each stem of a text, with the word it stands in, as it was written in small letters."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text.lower()):
        plain = folded(word)
        if plain not in stop_words(lang):
            found.setdefault(stem(plain, lang), word)
    return found


def deciding(texts: Sequence[str], langs: Sequence[str], themes: Sequence[int]) -> dict[int, dict[str, list[str]]]:
    """Of each theme (from 0 on; below 0 are texts of none) and language the words that set it apart, surest first.

    >>> said = ["dirty room", "the room was dirty", "cold soup", "soup was cold", "my soup!"]
    >>> deciding(said, ["en"] * 5, [0, 0, 1, 1, 1])[1]
    {'en': ['soup', 'cold']}
    """
    found: defaultdict[int, dict[str, list[str]]] = defaultdict(dict)
    for lang in sorted(set(langs)):
        mine = [at for at, spoken in enumerate(langs) if spoken == lang]
        for theme, words in _of_language([texts[at] for at in mine], [themes[at] for at in mine], lang).items():
            found[theme][lang] = words
    return dict(found)


def _of_language(texts: Sequence[str], themes: Sequence[int], lang: str) -> dict[int, list[str]]:
    within: defaultdict[int, Counter[str]] = defaultdict(Counter)
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, theme in zip(texts, themes, strict=True):
        stems = stems_of(text, lang)
        within[theme].update(stems.keys())
        for one, word in stems.items():
            forms[one][word] += 1
    sizes = Counter(themes)
    everywhere = sum(within.values(), Counter[str]())
    shown = {one: min(counted, key=lambda word: (-counted[word], len(word), word)) for one, counted in forms.items()}
    return {
        theme: [shown[one] for one in _surest(within[theme], everywhere, size, len(texts))]
        for theme, size in sizes.items()
        if theme >= 0
    }


def _surest(here: Counter[str], everywhere: Counter[str], size: int, texts: int) -> list[str]:
    """The stems of a theme by c-TF-IDF: the share of its texts times how seldom a stem is at all."""
    # What one text of several says is no word of the theme, unless no two have a word in common.
    shared = {one: count for one, count in here.items() if count > 1} if size > 2 else {}
    worth = {one: count / size * math.log(1 + texts / everywhere[one]) for one, count in (shared or here).items()}
    # A word that is as usual in the other texts sets nothing apart.
    apart = {
        one: value for one, value in worth.items() if here[one] * texts > 1.5 * everywhere[one] * size or texts == size
    }
    return sorted(apart, key=lambda one: (-round(apart[one], 9), one))[:SHOWN]
