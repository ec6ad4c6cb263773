"""What the names of events usually mean: the act, the stage it belongs to, and its name in four languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from cesta.maps.propose.words import words
from cesta.model.shape import LANGUAGES

BESIDE = frozenset({"account", "trouble", "help", "leave"})
"""Meanings that may happen anywhere: they stand where the journey is, not in a stage of their own."""
Rule = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A stage as customers know it; `order` is where it usually comes."""

    id: str
    order: int
    name: Mapping[str, str]
    short: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Meaning:
    """goal: how good an end of a journey it is, 1 the best; None: none at all. rules: words that mean it."""

    id: str
    stage: str
    goal: int | None
    rules: tuple[Rule, ...]
    name: Mapping[str, str]
    short: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Dictionary:
    places: Mapping[str, Place]
    technical: tuple[Rule, ...]
    meanings: tuple[Meaning, ...]


@cache
def dictionary() -> Dictionary:
    """All that meanings.txt says."""
    text = (Path(__file__).parent / "meanings.txt").read_text(encoding="utf-8")
    places: dict[str, Place] = {}
    meanings: list[Meaning] = []
    technical: tuple[Rule, ...] = ()
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines and lines[0].startswith("["):
            places |= {place.id: place for place in map(_place, lines)}
        elif lines and lines[0].startswith("technical"):
            technical = tuple(_rules(lines[0]))
        elif lines:
            meanings.append(_meaning(lines))
    return Dictionary(places, technical, tuple(meanings))


def _place(line: str) -> Place:
    head, *names = [part.strip() for part in line.split("|")]
    id_, order = head.split()
    both = [name.partition(" / ") for name in names]
    name = {language: long for language, (long, _, _) in zip(LANGUAGES, both, strict=True)}
    short = {language: brief or long for language, (long, _, brief) in zip(LANGUAGES, both, strict=True)}
    return Place(id_.strip("[]"), int(order), name, short)


def _rules(line: str) -> Iterator[Rule]:
    for rule in line.split("|")[1:]:
        yield tuple(words_of(rule))


def words_of(rule: str) -> Iterator[str]:
    """The words of a rule, without accents; * at the end stays."""
    for word in rule.split():
        yield "".join(words(word)) + ("*" if word.endswith("*") else "")


def _meaning(lines: list[str]) -> Meaning:
    id_, stage, *rank = lines[0].split("|")[0].split()
    name, short = {}, {}
    for line in lines[1:]:
        language, _, said = line.partition(" ")
        long, _, brief = said.rpartition(" / ")
        name[language], short[language] = long.strip(), brief.strip()
    return Meaning(id_, stage, int(rank[0][1:]) if rank else None, tuple(_rules(lines[0])), name, short)


def met(rule: Rule, told: tuple[str, ...]) -> bool:
    """Whether every word of the rule is among the words told.

    >>> met(("add*", "cart"), ("added", "to", "cart")), met(("buy",), ("buyer",))
    (True, False)
    """
    return all(any(one.startswith(word[:-1]) if word.endswith("*") else one == word for one in told) for word in rule)


def weight(rules: tuple[Rule, ...], told: tuple[str, ...]) -> tuple[int, int]:
    """How much of a name the best of the rules explains: words, then letters; (0, 0) where none is met."""
    return max(((len(rule), sum(map(len, rule))) for rule in rules if met(rule, told)), default=(0, 0))


@lru_cache(maxsize=4096)
def meaning_of(name: str) -> Meaning | None:
    """What an event of this name means; the rule with most words wins, then the one with most letters.

    >>> [found.id if (found := meaning_of(name)) else None for name in ("ProductView", "payment_error", "zzz")]
    ['product', 'payment-error', None]
    """
    told = words(name)
    found = max(dictionary().meanings, key=lambda meaning: weight(meaning.rules, told))
    return found if weight(found.rules, told) > (0, 0) else None


@lru_cache(maxsize=4096)
def is_technical(name: str) -> bool:
    """Whether an event is of the machinery rather than of the customer; a name without words always is.

    >>> is_technical("$identify"), is_technical("session_start"), is_technical("search"), is_technical("log in")
    (True, True, False, False)
    """
    told = words(name)
    rules = tuple(rule for rule in dictionary().technical if len(rule) > 1 or len(told) == 1)
    found = meaning_of(name)
    return not told or weight(rules, told) > (weight(found.rules, told) if found else (0, 0))
