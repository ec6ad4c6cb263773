"""What customers write, in four languages: sentences put together so that the mood of every text is known."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cesta.store.documents import read_document

LANGUAGES = ("en", "pl", "cs", "ru")
TOPICS = ("delivery", "size", "quality", "price", "service")
LABELS = ("anger", "disappointment", "neutral", "content", "joy")
"""The emotion of a text, by its polarity from -2 to 2."""
ENDS, MIDDLES = 4, 3
VARIANTS = ENDS * MIDDLES * ENDS
"""Wordings of one mood about one topic in one language."""
COUNT = len(LANGUAGES) * len(LABELS) * len(TOPICS) * VARIANTS
FOLDER = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text was made to say; `polarity` from -2 to 2."""

    language: str
    polarity: int
    label: str
    topic: str


def meaning(number: int) -> Meaning:
    """What the text of this number says.

    >>> meaning(0)
    Meaning(language='en', polarity=-2, label='anger', topic='delivery')
    """
    place, topic = divmod(number // VARIANTS, len(TOPICS))
    language, mood = divmod(place, len(LABELS))
    return Meaning(LANGUAGES[language], mood - 2, LABELS[mood], TOPICS[topic])


def text(number: int) -> str:
    """The text of this number: an opening, a middle that names the topic, a closing.

    >>> text(0)
    'What a mess. The parcel was more than a week late and nobody said a word. I want my money back.'
    """
    said = meaning(number)
    words, mood = _words(said.language), said.polarity + 2
    rest, closing = divmod(number % VARIANTS, ENDS)
    opening, middle = divmod(rest, MIDDLES)
    parts = (
        words["opening"][mood][opening],
        words["middle"][said.topic][mood][middle],
        words["closing"][mood][closing],
    )
    return " ".join(parts)


def hasty(number: int) -> str:
    """The same text as somebody in a hurry types it: letters swapped, left out and doubled, no capital, no marks."""
    chance = random.Random(number)
    typed = list(text(number).lower() if number % 2 else text(number))
    for _ in range(1 + len(typed) // 40):
        place = chance.randrange(len(typed) - 1)
        match chance.randrange(4):
            case 0:
                typed[place], typed[place + 1] = typed[place + 1], typed[place]
            case 1:
                typed[place] = typed[place] * 2
            case 2:
                typed[place] = ""
            case _:
                typed = [letter for letter in typed if letter not in ",."]
    return "".join(typed)


@cache
def texts(noise: int) -> Sequence[str]:
    """Every text there is, by number; at noise 2 two of three are typed in a hurry."""
    return tuple(hasty(number) if noise == 2 and number % 3 else text(number) for number in range(COUNT))


@cache
def _words(language: str) -> Any:
    return read_document(FOLDER / f"{language}.yaml").data
