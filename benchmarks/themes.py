"""How well messages are routed and complaints grouped by theme, against simpler ways.

    python benchmarks/themes.py --data DATA [--json]

Routing: banking77 (English bank messages, 77 reasons), its train part split: 20 messages a reason to learn from, 10 to
ask about, drawn by the SHA-1 of their text. Beside the router: TF-IDF of words and pairs with a ridge model (`tfidf`),
and always the most frequent (`majority`). `carried`: the reasons of our own complaints learned in one language, asked
in others. `strange`: our own shop complaints, asked of the router of the bank: all should be unknown.
Themes: 200 complaints with labels (scripts/voice/complaints), written before anything grouped them: purity of themes,
share of texts in one, mutual information with the labels; and how often two texts with one label, in one or in
two languages, are in one theme. `plain` groups the same texts by the embedding as it is, `centred` by the points that
are used, less the middle of each language of the input.
Search: each of these complaints asks for those in other languages: of the first five, how many have its label.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cesta.voice.best import embedded
from cesta.voice.cleaning import cleaned
from cesta.voice.folding import folded
from cesta.voice.routing import Example, Router
from cesta.voice.scores import Floats
from cesta.voice.themes import Text, themes
from cesta.voice.themes_grouped import grouped
from cesta.voice.themes_points import points_of

COMPLAINTS = Path(__file__).resolve().parents[1] / "scripts" / "voice" / "complaints"
LEARNED, ASKED, RIDGE = 20, 10, 1.0
LANGS = ("pl", "cs", "ru", "en")
_WORD = re.compile(r"\w+")


def drawn(text: str) -> bytes:
    return hashlib.sha1(text.encode()).digest()


def bank(data: Path) -> tuple[list[Example], list[Example]]:
    """Messages to learn from and others to ask about."""
    with gzip.open(data / "banking77" / "train.tsv.gz", "rt", encoding="utf-8") as stream:
        every = {row["text"]: row["label"] for row in csv.DictReader(stream, delimiter="\t")}
    by_reason: defaultdict[str, list[Example]] = defaultdict(list)
    for text in sorted(every, key=drawn):
        by_reason[every[text]].append(Example(text, every[text]))
    learn = [one for own in by_reason.values() for one in own[:LEARNED]]
    return learn, [one for own in by_reason.values() for one in own[LEARNED : LEARNED + ASKED]]


def own() -> list[tuple[str, str, str]]:
    """Our own complaints: language, label, text."""
    return [
        (lang, *line.split("\t", 1))  # type: ignore[misc]
        for lang in LANGS
        for line in (COMPLAINTS / f"{lang}.tsv").read_text(encoding="utf-8").splitlines()
    ]


def by_tfidf(learn: Sequence[Example], ask: Sequence[Example]) -> list[str]:
    """A linear model over words and pairs of words."""
    said = [_terms(one.text) for one in learn]
    seen = Counter(term for terms in said for term in set(terms))
    place = {term: at for at, term in enumerate(sorted(seen))}
    rare = np.array([np.log((1 + len(said)) / (1 + seen[term])) + 1 for term in sorted(seen)], np.float32)
    known, asked = _weighed(said, place, rare), _weighed([_terms(one.text) for one in ask], place, rare)
    reasons = sorted({one.reason for one in learn})
    wanted = np.eye(len(reasons))[[reasons.index(one.reason) for one in learn]]
    dual = np.linalg.solve(known @ known.T + RIDGE * np.eye(len(known)), wanted - wanted.mean(axis=0))
    return [reasons[at] for at in (asked @ known.T @ dual).argmax(axis=1)]


def _terms(text: str) -> list[str]:
    words = _WORD.findall(folded(text))
    return words + [" ".join(pair) for pair in pairwise(words)]


def _weighed(said: Sequence[list[str]], place: dict[str, int], rare: NDArray[np.float32]) -> NDArray[np.float32]:
    rows = np.zeros((len(said), len(place)), np.float32)
    for row, terms in zip(rows, said, strict=True):
        for term in terms:
            if term in place:
                row[place[term]] += 1
    rows *= rare
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), np.float32)


def share_right(found: Sequence[str], ask: Sequence[Example]) -> float:
    return round(sum(told == one.reason for told, one in zip(found, ask, strict=True)) / len(ask), 3)


def routed(data: Path) -> dict[str, object]:
    learn, ask = bank(data)
    began = time.process_time()
    router = Router(learn)
    found = router.routes([one.text for one in ask])
    sure = [one.reason == told.reason for one, told in zip(ask, found, strict=True) if told.reason is not None]
    strange = router.routes([text for lang, _, text in own() if lang == "en"])
    return {
        "learned": len(learn),
        "asked": len(ask),
        "right": share_right([one.likely for one in found], ask),
        "routed": round(len(sure) / len(ask), 3),
        "right_of_routed": round(sum(sure) / max(len(sure), 1), 3),
        "promised": router.trial.right_routed,
        "strange_unknown": round(sum(one.reason is None for one in strange) / len(strange), 3),
        "tfidf": share_right(by_tfidf(learn, ask), ask),
        "majority": round(max(Counter(one.reason for one in ask).values()) / len(ask), 3),
        "cpu_s_here": round(time.process_time() - began, 1),
    }


def carried() -> dict[str, object]:
    """Reasons learned in one language, asked in the others."""
    told = [one for one in own() if one[1] != "-"]
    report: dict[str, object] = {}
    for lang in LANGS:
        router = Router([Example(text, label) for spoken, label, text in told if spoken == lang])
        for other in LANGS:
            ask = [Example(text, label) for spoken, label, text in told if spoken == other]
            if other != lang:
                found = [one.likely for one in router.routes([one.text for one in ask])]
                report[f"{lang} to {other}"] = share_right(found, ask)
    return report


def judged(told: Sequence[tuple[str, str, str]], groups: Sequence[int | None]) -> dict[str, object]:
    """How groups agree with labels."""
    some = [(one, group) for one, group in zip(told, groups, strict=True) if group is not None]
    within: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for (_, label, _), group in some:
        within[group][label] += 1
    together: defaultdict[str, list[bool]] = defaultdict(list)
    for (one, mine), (other, theirs) in combinations(zip(told, groups, strict=True), 2):
        kind = "one label" if one[1] == other[1] else "two labels"
        languages = "one language" if one[0] == other[0] else "two languages"
        if "-" not in (one[1], other[1]):
            together[f"{kind}, {languages}"].append(mine is not None and mine == theirs)
    return {
        "themes": len(within),
        "labels": len({label for _, label, _ in told} - {"-"}),
        "in_a_theme": round(len(some) / len(told), 3),
        "purity": round(sum(max(one.values()) for one in within.values()) / max(len(some), 1), 3),
        "information": mutual([one[1] for one, _ in some], [group for _, group in some]),
        "together": {kind: round(sum(pairs) / len(pairs), 3) for kind, pairs in sorted(together.items())},
    }


def mutual(labels: Sequence[str], groups: Sequence[int]) -> float:
    """Normalised mutual information: 0 tells nothing, 1 everything."""

    def spread(kinds: Sequence[object]) -> float:
        shares = np.array(list(Counter(kinds).values())) / max(len(kinds), 1)
        return float(-(shares * np.log(shares)).sum())

    both = spread(list(zip(labels, groups, strict=True)))
    alone = spread(labels) + spread(groups)
    return round(2 * (alone - both) / alone, 3) if alone else 0.0


def grouping() -> dict[str, object]:
    told = own()
    points = points_of([cleaned(text) for _, _, text in told])
    report: dict[str, object] = {
        "all": judged(told, _found(told)),
        "plain": judged(told, _alone(told, _plain(told))),
        "centred": judged(told, _alone(told, _centred(told, points))),
    }
    for lang in LANGS:
        mine = [one for one in told if one[0] == lang]
        report[lang] = judged(mine, _found(mine))
    return report


def _plain(told: Sequence[tuple[str, str, str]]) -> Floats:
    points = embedded([text for _, _, text in told])
    return _long(points - points.mean(axis=0))


def _centred(told: Sequence[tuple[str, str, str]], points: Floats) -> Floats:
    langs, centred = np.array([lang for lang, _, _ in told]), points.copy()
    for lang in LANGS:
        centred[langs == lang] -= points[langs == lang].mean(axis=0)
    return _long(centred)


def _long(points: Floats) -> Floats:
    return np.asarray(points / np.linalg.norm(points, axis=1, keepdims=True), np.float32)


def _alone(told: Sequence[tuple[str, str, str]], points: Floats) -> list[int | None]:
    mixed = sorted(range(len(told)), key=lambda at: drawn(told[at][2]))
    alone = dict(zip(mixed, grouped(points[mixed]).tolist(), strict=True))
    return [alone[at] if alone[at] >= 0 else None for at in range(len(told))]


def searched() -> dict[str, float]:
    """Of the five nearest texts in other languages, the share with the label of the one that asks."""
    told = own()
    langs, labels = np.array([lang for lang, _, _ in told]), np.array([label for _, label, _ in told])

    def right(points: Floats) -> float:
        shares = []
        for at in np.flatnonzero(labels != "-"):
            others = np.flatnonzero(langs != langs[at])
            first = others[np.argsort(-(points[others] @ points[at]))][:5]
            shares.append(float((labels[first] == labels[at]).mean()))
        return round(float(np.mean(shares)), 3)

    return {"points": right(points_of([cleaned(text) for _, _, text in told])), "plain": right(_plain(told))}


def _found(told: Sequence[tuple[str, str, str]]) -> list[int | None]:
    return themes([Text(text) for _, _, text in told]).of


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument("--json", action="store_true", help="One JSON document instead of lines.")
    given = asked.parse_args()
    report = {"themes": grouping(), "search": searched(), "carried": carried(), "routing": routed(given.data)}
    print(json.dumps(report, ensure_ascii=False, indent=None if given.json else 1))


if __name__ == "__main__":
    main()
