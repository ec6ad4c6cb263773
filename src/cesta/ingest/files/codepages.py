"""Which code page words with letters beyond ASCII are in, judged by how often each language uses each letter."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise

PAGES = ("windows-1250", "iso-8859-2", "windows-1251", "windows-1252", "koi8-r", "cp852", "cp866")
"""Those tried, the likelier first where all bytes seen mean the same."""
# How often each letter beyond ASCII is met among a thousand letters of ordinary text.
LETTERS = {
    "pl": "ł18 ę11 ą10 ó9 ż8 ś7 ć4 ń2 ź1",
    "cs": "í31 á22 ě15 é13 ř11 ž10 ý10 č10 š8 ů7 ú1 ť.4 ď.3 ň.3 ó.3",
    "sk": "á18 í13 é8 ý11 č11 š9 ž10 ú9 ľ4 ť6 ň1 ä.7 ô2 ď.5 ó.5 ĺ.1 ŕ.2",
    "hu": "é39 á36 ö10 ó10 ő9 í7 ü6 ú3 ű3",
    "de": "ü7 ä6 ö3 ß4",
    "fr": "é19 à5 è3 ê2 ç1 ù.6 â.5 î.5 û.5 ô.4 ë.3 ï.2 œ.2",
    "es": "ó8 í7 á5 é4 ñ3 ú2 ü.1",
    "pt": "ã7 ç5 é3 á3 ó3 í2 ê2 õ1 ú1 â1 à1 ô.5",
    "ru": "о110 е85 а80 и74 н67 т63 с55 р47 в45 л44 к35 м32 д30 п28 у26 я20 ы19 ь17 г17 з16 б16 ч14 й12 х10 ж9 ш7 ю6 "
    "ц5 щ4 э3 ф3 ъ.4 ё1",
    "uk": "о94 а83 и61 і57 н68 в54 е45 р45 т50 с41 к35 л37 у33 д31 м30 п29 я22 з23 ь18 г17 ч14 б17 х12 й13 ц8 ю7 ї6 є6 "
    "ж7 ш7 щ5 ф3 ґ.1",
}
MARKS = "„“”‘’‚–—…€°§№«» \u00a0´·×®©™²³"
EVERYDAY = {"windows-1250": 3.0, "iso-8859-2": 1.0, "windows-1251": 3.0, "windows-1252": 1.0}
"""What a page is worth before a word is read: one rare letter is too little to tell them by."""
FOREIGN = -12.0
"""Cost of a letter that the language has not."""
BROKEN = -20.0
"""Cost of a byte that means nothing or a control character."""
MARK = -7.0


@cache
def _costs(language: str) -> Mapping[str, float]:
    """The logarithm of how often a letter is met; a capital is met a tenth as often."""
    parts = [(part[0], float(part[1:])) for part in LETTERS[language].split()]
    costs = {}
    for letter, often in parts:
        costs[letter] = math.log(often / 1000)
        costs[letter.upper()] = math.log(often / 1000 / 10)
    return costs | dict.fromkeys(MARKS, MARK)


def likeliest_page(words: Iterable[bytes]) -> str:
    r"""The code page in which the words read most like one of the languages.

    >>> likeliest_page(["Łódź".encode("windows-1250")]), likeliest_page(["Привет".encode("windows-1251")])
    ('windows-1250', 'windows-1251')
    """
    counted = Counter(words)
    return max(PAGES, key=lambda page: (round(_score(counted, page), 6), -PAGES.index(page)))


def _score(words: Mapping[bytes, int], page: str) -> float:
    """How the best language explains the letters; higher is likelier."""
    letters: Counter[str] = Counter()
    clashes = 0
    for word, times in words.items():
        text = word.decode(page, errors="replace")
        letters.update({letter: count * times for letter, count in Counter(text).items() if not letter.isascii()})
        clashes += times * _clashes(text)
    broken = sum(times for letter, times in letters.items() if letter == "\ufffd" or "\x80" <= letter <= "\x9f")
    best = max(
        sum(times * costs.get(letter, FOREIGN) for letter, times in letters.items())
        for costs in (_costs(language) for language in LETTERS)
    )
    return EVERYDAY.get(page, 0.0) + best + broken * BROKEN + clashes * FOREIGN


def _clashes(text: str) -> int:
    """Places where no word of one script would go on so: a capital after a small letter, Latin beside Cyrillic."""
    found = 0
    for left, right in pairwise(text):
        if left.isalpha() and right.isalpha():
            found += (left.islower() and right.isupper()) or (_is_cyrillic(left) != _is_cyrillic(right))
    return found


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u04ff"
