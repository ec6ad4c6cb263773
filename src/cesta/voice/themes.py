"""What many texts are about: themes found across languages, with words, quotes, months, and what is new."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.voice.cleaning import cleaned
from cesta.voice.feelings import Feeling, feel
from cesta.voice.scores import Floats
from cesta.voice.themes_grouped import NONE, Ints, grouped, middles_of
from cesta.voice.themes_past import Rise, month_of, risen
from cesta.voice.themes_points import points_of
from cesta.voice.themes_words import deciding

MOST = 5000
"""So many texts are read for their meaning unless more are asked for; about 28 a second for each core."""
QUOTES, QUOTED, NAMED = 4, 300, 3


@dataclass(frozen=True)
class Text:
    """What somebody wrote, and what is known about it."""

    text: str
    lang: str | None = None
    time: str | None = None
    customer: str | None = None


@dataclass(frozen=True)
class Quote:
    """A text that stands for its theme, in its own words."""

    text: str
    lang: str
    time: str | None
    customer: str | None


@dataclass(frozen=True)
class Theme:
    """What several texts are about, named by its words in the language with the most texts."""

    number: int
    name: str
    texts: int
    share: float
    customers: int
    polarity: float
    languages: dict[str, int]
    words: dict[str, list[str]]
    months: dict[str, int]
    rise: Rise | None
    quotes: list[Quote]


@dataclass(frozen=True)
class Themes:
    """All themes, the biggest first. `texts` came, `read` were read, `other` of them are of no theme;
    `of` is the theme's number for each text as it came, none for others."""

    texts: int
    read: int
    other: int
    months: dict[str, int]
    themes: list[Theme]
    of: list[int | None]


@dataclass(frozen=True)
class Read:
    """The texts that are read, in an order of their own: the same whichever way they came."""

    texts: list[Text]
    said: list[str]
    felt: list[Feeling]
    months: list[str | None]
    points: Floats


def themes(texts: Sequence[Text], most: int = MOST) -> Themes:
    """The themes of these texts. Raises bad_value."""
    for one in texts:
        if one.time is not None:
            month_of(one.time)
    order = _mixed(texts, most)
    read = _read([texts[at] for at in order])
    groups = grouped(read.points)
    told: list[int | None] = [None] * len(texts)
    for at, group in zip(order, groups.tolist(), strict=True):
        told[at] = None if group == NONE else group + 1
    return Themes(
        len(texts),
        len(order),
        int((groups == NONE).sum()),
        _counted(month for month in read.months if month is not None),
        _told(read, groups),
        told,
    )


def _mixed(texts: Sequence[Text], most: int) -> list[int]:
    """Which texts are read and in which order: by a number made of each, so that it is as good as drawn."""
    said = [at for at, one in enumerate(texts) if any(map(str.isalpha, one.text))]

    def drawn(at: int) -> tuple[bytes, str, str, str]:
        one = texts[at]
        return (
            hashlib.sha1(one.text.encode("utf-8", "replace")).digest(),
            one.time or "",
            one.customer or "",
            one.lang or "",
        )

    return sorted(said, key=drawn)[:most]


def _read(texts: list[Text]) -> Read:
    felt = feel([one.text for one in texts], [one.lang for one in texts])
    said = [cleaned(one.text) for one in texts]
    months = [None if one.time is None else month_of(one.time) for one in texts]
    return Read(texts, said, felt, months, points_of(said))


def _counted(found: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(found).items()))


def _told(read: Read, groups: Ints) -> list[Theme]:
    langs = [one.lang for one in read.felt]
    words = deciding(read.said, langs, groups.tolist())
    near = read.points @ middles_of(read.points, groups).T
    count = int(groups.max(initial=NONE)) + 1
    return [_theme(read, groups == group, near[:, group], words[group], count, group + 1) for group in range(count)]


def _theme(
    read: Read, is_in: NDArray[np.bool_], near: Floats, words: dict[str, list[str]], count: int, number: int
) -> Theme:
    mine = np.flatnonzero(is_in).tolist()
    languages = Counter(read.felt[at].lang for at in mine)
    by_size = sorted(languages, key=lambda lang: (-languages[lang], lang))
    named = next((words[lang] for lang in by_size if words.get(lang)), [])
    return Theme(
        number,
        ", ".join(named[:NAMED]),
        len(mine),
        round(len(mine) / len(read.texts), 4),
        len({read.texts[at].customer for at in mine} - {None}),
        round(float(np.mean([read.felt[at].polarity for at in mine])), 3),
        {lang: languages[lang] for lang in by_size},
        {lang: words[lang] for lang in by_size if words.get(lang)},
        _counted(month for at in mine if (month := read.months[at]) is not None),
        risen(read.months, is_in.tolist(), count),
        _quotes(read, mine, near, by_size),
    )


def _quotes(read: Read, mine: list[int], near: Floats, by_size: list[str]) -> list[Quote]:
    """The texts nearest to the middle, one of each language first, no two alike."""
    nearest = sorted(mine, key=lambda at: (-round(float(near[at]), 5), read.said[at]))
    first = [next(at for at in nearest if read.felt[at].lang == lang) for lang in by_size]
    found: dict[str, Quote] = {}
    for at in [*first, *nearest]:
        one = read.texts[at]
        short = read.said[at] if len(read.said[at]) <= QUOTED else read.said[at][: QUOTED - 1] + "…"
        found.setdefault(short, Quote(short, read.felt[at].lang, one.time, one.customer))
    return list(found.values())[:QUOTES]
