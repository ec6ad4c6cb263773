"""What words and marks in a text stand for good or bad: known words, what turns them round, faces, punctuation."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.voice.folding import folded

WORDS = Path(__file__).parent / "models" / "words.json.gz"
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[.,;:!?]")
_STOPS = frozenset(".,;:!?")
_GOOD_FACE = re.compile(r"[:;=8xX]'?-?[)D\]*3pP](?!\w)|\^_?\^|<3|(?<=\w)\){1,3}(?=\s|$)")
_BAD_FACE = re.compile(r"[:;=]'?-?[(\[/\\](?!\w)|(?<=\w)\({2,}|(?<=\w)\((?=\s|$)|:-?\|")
_TURNS = {
    "pl": "nie bez ani nigdy nikt nic zaden zadna zadne zadnych zadnego brak malo",
    "cs": "ne bez ani nikdy nikdo nic zadny zadna zadne zadnou zadnych malo nula",
    "sk": "nie ne bez ani nikdy nikto nic ziadny ziadna ziadne ziadnych malo",
    "ru": "не ни без нет никогда никто ничего нельзя никаких никакой никакого мало",
    "uk": "не ні без немає нема ніколи ніхто нічого жодного жодних мало",
    "en": "not no never without nothing nobody hardly cannot can't cant don't dont didn't didnt doesn't doesnt "
    "isn't isnt wasn't wasnt won't wont wouldn't wouldnt couldn't couldnt aren't arent haven't havent nor neither",
    "de": "nicht kein keine keinen keiner ohne nie niemals nichts kaum",
    "es": "no sin nunca nada nadie ni tampoco",
    "pt": "nao sem nunca nada ninguem nem",
    "fr": "ne n pas sans jamais rien personne ni aucun aucune",
}
_BUTS = "ale jednak lecz but however though aber doch но однако але зато pero embargo mas porem cependant"
_REACH = 3
"""How many words a negation reaches, unless a comma comes or a word that it turns round."""
SIGNS = 20
_TURNING = frozenset(_BUTS.split())


class Known(NamedTuple):
    """Words of a language with how good or bad they are, whole and as beginnings."""

    words: dict[str, float]
    beginnings: dict[str, float]
    turns: frozenset[str]


@cache
def _book() -> dict[str, dict[str, dict[str, float]]]:
    with gzip.open(WORDS, "rt", encoding="utf-8") as stream:
        book: dict[str, dict[str, dict[str, float]]] = json.load(stream)
    return book


@cache
def known(lang: str) -> Known:
    """What is known of a language; of one that is not known, English."""
    book = _book()
    lang = lang if lang in _TURNS else "en"
    return Known(book["words"][lang], book["beginnings"].get(lang, {}), frozenset(_TURNS[lang].split()))


@cache
def faces() -> dict[str, float]:
    """Emoji, and how glad or sad they are."""
    return _book()["words"]["*"]


def value(word: str, book: Known) -> float:
    """How good or bad a folded word is: itself, its beginning, or the same word in another form."""
    found = book.words.get(word)
    if found is not None:
        return found
    for end in range(len(word), 1, -1):
        found = book.beginnings.get(word[:end])
        if found is not None:
            return found
    for end in range(len(word) - 1, max(len(word) - 4, 4), -1):
        found = book.words.get(word[:end])
        if found is not None:
            return found * 0.7
    return 0.0


def _worth(word: str, lang: str, book: Known) -> tuple[float, bool]:
    """How good or bad a word is, and whether it turns itself round (Czech and Slovak `ne-`)."""
    if lang in ("cs", "sk") and len(word) > 4 and word.startswith("ne") and not word.startswith("nej"):
        inner = value(word[2:], book)
        if inner:
            return -0.8 * inner, True
    return value(word, book), False


def signs(text: str, lang: str) -> list[float]:
    """What a cleaned text shows, as 20 numbers of about the same size.

    >>> plain, turned = signs("This is good", "en"), signs("This is not good", "en")
    >>> plain[0] > 0, turned[0], turned[2] > 0
    (True, 0.0, True)
    """
    book = known(lang)
    tokens = _TOKEN.findall(folded(text))
    words = sum(token not in _STOPS for token in tokens)
    good = bad = turned_good = turned_bad = last = first = 0.0
    negations, reach, hits = 0, 0, 0
    for token in tokens:
        if token in _STOPS:
            reach = 0
            continue
        if token in book.turns:
            negations, reach = negations + 1, _REACH
            continue
        worth, within = _worth(token, lang, book)
        if token in _TURNING:
            good, bad, reach = good * 0.6, bad * 0.6, 0
        if worth:
            hits += 1
            turned = reach > 0 and not within
            if turned and worth > 0:
                turned_good += worth
            elif turned:
                turned_bad -= worth
            elif worth > 0:
                good += worth
            else:
                bad -= worth
            last, reach = (-worth, 0) if turned else (worth, reach)
            first = first or last
        reach -= 1
    scale = 1 / (2 + words) ** 0.5
    happy, sad = _faces(text)
    return [
        good * scale, bad * scale, turned_good * scale, turned_bad * scale, last / 3, first / 3,
        min(happy, 6) / 3, min(sad, 6) / 3, *_marks(text, words), min(negations, 4) / 2,
        float(hits == 0), float(bad + turned_good > 0 and good + turned_bad > 0),
        (good + turned_bad - bad - turned_good) * scale,
    ]  # fmt: skip


def _faces(text: str) -> tuple[float, float]:
    """How much gladness and how much sadness faces and hearts show."""
    table = faces()
    worths = [table[char] for char in text if char > "\u203b" and char in table]
    happy = sum(worth for worth in worths if worth > 0) + 2 * len(_GOOD_FACE.findall(text))
    return happy, -sum(worth for worth in worths if worth < 0) + 2 * len(_BAD_FACE.findall(text))


def _marks(text: str, words: int) -> list[float]:
    """Punctuation, capitals and length."""
    letters = sum(map(str.isalpha, text)) or 1
    stripped = text.rstrip()
    return [
        min(text.count("!"), 4) / 2,
        min(text.count("?"), 3) / 2,
        float(stripped.endswith("?")),
        float("..." in text or "…" in text),
        min(sum(map(str.isdigit, text)) / letters, 1.0),
        sum(map(str.isupper, text)) / letters,
        float(np.log1p(words)) / 4,
        float(bool(re.search(r"(\w)\1\1", text))),
    ]


def signs_of(texts: Sequence[str], langs: Sequence[str]) -> NDArray[np.float32]:
    """The signs of each text."""
    return np.array([signs(*pair) for pair in zip(texts, langs, strict=True)], dtype=np.float32).reshape(-1, SIGNS)
