"""Which files make one table, and what they are called whatever month they are of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cesta.ingest.files.staged import Staged
from cesta.ingest.guess.words import among, slug

MONTHS = among(
    "jan january styczen leden январь feb february luty unor февраль mar march marzec brezen март apr april "
    "kwiecien duben апрель may maj kveten май jun june czerwiec cerven июнь jul july lipiec cervenec июль aug "
    "august sierpien srpen август sep sept september wrzesien zari сентябрь oct october pazdziernik rijen "
    "октябрь nov november listopad ноябрь dec december grudzien prosinec декабрь"
)
# Words of a file's name that say nothing about what is in it.
IDLE = frozenset(
    ("export", "dataset", "data", "dump", "table", "csv", "all", "full", "final", "copy", "kopie", "kopia")
)
CHANGING = re.compile(r"\d+(?:[-_. ]?\d+)*|\((?:\d+)\)")
SUFFIXES = re.compile(r"(?:\.[a-z]{2,7})(?:\.(?:gz|zst|bz2|zip))?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """A table of the mapping: its name there, the pattern that finds its files, and the files staged now."""

    name: str
    pattern: str
    staged: tuple[Staged, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        return tuple(dict.fromkeys(one.file for one in self.staged))


def sources_of(staged: Sequence[Staged]) -> tuple[Source, ...]:
    """Files of one pattern with the same columns are one table.

    Names lose what all of them begin with, when there are several: olist_orders and olist_items are orders and items.
    """
    groups: dict[tuple[str, frozenset[str]], list[Staged]] = {}
    for one in staged:
        groups.setdefault((pattern_of(one), frozenset(one.columns)), []).append(one)
    names = _without_common_words([_words(group[0]) for group in groups.values()])
    taken: dict[str, int] = {}
    found = []
    for ((pattern, _), group), name in zip(groups.items(), names, strict=True):
        taken[name] = taken.get(name, 0) + 1
        unlike = name if taken[name] == 1 else f"{name}_{taken[name]}"
        alone = sum(other == pattern for other, _ in groups) > 1
        found.append(Source(unlike, _exact(group[0]) if alone else pattern, tuple(group)))
    return tuple(found)


def pattern_of(staged: Staged) -> str:
    """The file's name with every number and month in it left open, and its sheet.

    >>> from pathlib import Path
    >>> pattern_of(Staged("x", Path("orders-2024-01.csv"), None, Path("x"), (), 0))
    'orders-*.csv'
    """
    name = staged.file.name
    ending = SUFFIXES.search(name)
    stem, suffix = (name[: ending.start()], ending[0]) if ending else (name, "")
    opened = re.sub(r"[\[\]?*]", "*", stem)
    opened = CHANGING.sub("*", opened)
    opened = "".join("*" if slug(word) in MONTHS else word for word in re.split(r"([\W_]+)", opened))
    opened = re.sub(r"\*(?:[-_. ]?\*)+", "*", opened)
    pattern = name if opened.strip("*-_. ") == "" and not CHANGING.search(stem) else f"{opened}{suffix}"
    return f"{pattern}#{staged.sheet}" if staged.sheet else pattern


def source_id(sources: Sequence[Source], main: str) -> str:
    """What the source is called, the same for every month's export: what its files' names share, else the main table.

    >>> from pathlib import Path
    >>> source_id(sources_of([Staged("x", Path("Zamówienia-2024-01.csv"), None, Path("x"), (), 0)]), "zamowienia")
    'zamowienia'
    """
    if len(sources) == 1:
        return slug("-".join(_words(sources[0].staged[0])), "-") or "files"
    every = [_words(source.staged[0]) for source in sources]
    if shared := every[0][: _common(every)]:
        return slug("-".join(shared), "-")
    firsts = [words[0] for words in every]
    common = max(set(firsts), key=lambda word: (firsts.count(word), word))
    return common if firsts.count(common) * 2 > len(firsts) else slug(main, "-") or "files"


def _exact(staged: Staged) -> str:
    return f"{staged.file.name}#{staged.sheet}" if staged.sheet else staged.file.name


def _words(staged: Staged) -> list[str]:
    stem = SUFFIXES.sub("", staged.file.name)
    words = [word for word in slug(CHANGING.sub(" ", stem)).split("_") if word and word not in MONTHS]
    kept = [word for word in words if word not in IDLE] or words
    return [*kept, *(slug(staged.sheet).split("_") if staged.sheet else ())] or ["table"]


def _common(every: Sequence[Sequence[str]]) -> int:
    shortest = min(len(words) for words in every)
    return next((place for place in range(shortest) if len({words[place] for words in every}) > 1), shortest)


def _without_common_words(every: Sequence[Sequence[str]]) -> list[str]:
    """A word that most names begin with is the system's."""
    firsts = [words[0] for words in every]
    common = max(set(firsts), key=firsts.count)
    several = firsts.count(common) > 1 and all(len(words) > 1 for words in every if words[0] == common)
    cut = [words[1:] if several and words[0] == common else words for words in every]
    named = ["_".join(words)[:60].strip("_") for words in cut]
    return [name if name[:1].isalpha() else f"t_{name}" for name in named]
