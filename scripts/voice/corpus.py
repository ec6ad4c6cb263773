"""The texts to learn feelings from: what each says, in which language, and what people said it feels like."""

from __future__ import annotations

import csv
import gzip
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path

from cesta.voice.cleaning import cleaned
from cesta.voice.scores import EMOTIONS

HERE = Path(__file__).parent
LICENCES = {
    "vader_icwsm2014": "MIT",
    "xed": "CC BY 4.0",
    "cedr": "Apache-2.0",
    "goemotions_single": "Apache-2.0",
    "lexicons_multilang": "MIT",
}
VADER = {
    "amazonReviewSnippets": "amazon",
    "tweets": "tweets",
    "movieReviewSnippets": "movies",
    "nytEditorialSnippets": "nyt",
}
XED_LANGUAGES = ("pl", "cs", "ru", "sk", "de", "es", "pt", "fr")
TAKEN = {
    "vader_amazon": 3000, "vader_tweets": 2600, "vader_movies": 1500, "vader_nyt": 600, "cedr_twitter": 2000,
    "cedr_lj": 1500, "cedr_lenta": 700, "goemotions": 2400, "xed_pl": 1500, "xed_cs": 1500, "xed_ru": 1200,
    "xed_en": 1200, "xed_sk": 400, "xed_de": 400, "xed_es": 400, "xed_pt": 400, "xed_fr": 400,
}  # fmt: skip
"""How many of each source are learned from, chosen evenly by feeling."""
_BAD, _GOOD, _OPEN = {"anger", "disgust", "fear", "sadness"}, {"joy", "trust"}, {"anticipation", "surprise"}
_CEDR = ("joy", "sadness", "surprise", "fear", "anger")
_SEEDED = dict(zip("ANDFJSUT", EMOTIONS, strict=True))
_GOEMOTIONS = {
    "admiration": "trust joy", "amusement": "joy", "approval": "trust", "caring": "trust",
    "desire": "anticipation",
    "excitement": "joy anticipation", "gratitude": "joy trust", "joy": "joy", "love": "joy",
    "optimism": "anticipation joy",
    "pride": "joy", "relief": "joy", "anger": "anger", "annoyance": "anger", "disappointment": "sadness",
    "disapproval": "anger", "disgust": "disgust", "embarrassment": "sadness", "fear": "fear", "grief": "sadness",
    "nervousness": "fear", "remorse": "sadness", "sadness": "sadness", "confusion": "surprise",
    "curiosity": "anticipation",
    "realization": "surprise", "surprise": "surprise",
}  # fmt: skip


@dataclass(frozen=True)
class Example:
    """One text; `side` is -1, 0, 1 or None where it is open; `named` are feelings among the `asked` ones."""

    source: str
    lang: str
    text: str
    side: int | None
    named: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    valence: float | None = None


def _lines(path: Path) -> TextIOWrapper:
    return gzip.open(path, "rt", encoding="utf-8", errors="replace")


def side_of(named: set[str]) -> int | None:
    """Good or bad as told by feelings; None where they disagree or tell neither."""
    if not named:
        return 0
    if named <= _BAD | _OPEN and named & _BAD:
        return -1
    return 1 if named <= _GOOD | _OPEN and named & _GOOD else None


def vader(folder: Path) -> Iterator[Example]:
    files = {
        "amazonReviewSnippets": "amazon",
        "tweets": "tweets",
        "movieReviewSnippets": "movies",
        "nytEditorialSnippets": "nyt",
    }
    for file, domain in files.items():
        with _lines(folder / "vader_icwsm2014" / f"{file}_GroundTruth.txt.gz") as stream:
            for line in stream:
                parts = line.rstrip("\n").split("\t")
                if len(parts) > 2:
                    valence = float(parts[1])
                    side = -1 if valence <= -0.5 else 1 if valence >= 0.5 else 0
                    yield Example(f"vader_{domain}", "en", cleaned(parts[2]), side, valence=valence)


def xed(folder: Path) -> Iterator[Example]:
    for lang, file in [("en", "en-annotated")] + [(lang, f"{lang}-projections") for lang in XED_LANGUAGES]:
        with _lines(folder / "xed" / f"{file}.tsv.gz") as stream:
            for line in stream:
                said, _, marks = line.rstrip("\n").partition("\t")
                named = {EMOTIONS[int(mark) - 1] for mark in re.findall("[1-8]", marks)}
                text = cleaned(said).lstrip("-–*. ").strip()
                if named and len(text) > 5:
                    yield Example(f"xed_{lang}", lang, text, side_of(named), frozenset(named), frozenset(EMOTIONS))
    with _lines(folder / "xed" / "neu_en.txt.gz") as stream:
        for line in stream:
            text = cleaned(line.partition("\t")[2])
            if len(text) > 5:
                yield Example("xed_en", "en", text, 0, frozenset(), frozenset(EMOTIONS))


def cedr(folder: Path) -> Iterator[Example]:
    with _lines(folder / "cedr" / "cedr-main-train.csv.gz") as stream:
        for row in csv.DictReader(stream):
            named = {_CEDR[int(mark)] for mark in re.findall(r"\d", row["labels"])}
            side = 0 if named == {"surprise"} else side_of(named)
            yield Example(f"cedr_{row['source']}", "ru", cleaned(row["text"]), side, frozenset(named), frozenset(_CEDR))


def goemotions(folder: Path) -> Iterator[Example]:
    neither, wished = {"confusion", "curiosity", "realization"}, {"desire"}
    with _lines(folder / "goemotions_single" / "train.tsv.gz") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            label, named = row["label"], set(_GOEMOTIONS[row["label"]].split())
            side = 0 if label in neither else 1 if label in wished else side_of(named)
            yield Example("goemotions", "en", cleaned(row["text"]), side, frozenset(named), frozenset(EMOTIONS))


def own(kind: str) -> Iterator[Example]:
    """Our own texts: `seeds` to learn from, `held_out` never."""
    for path in sorted((HERE / kind).glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            worth, domain, marks, text = line.split("\t")
            side = 0 if worth == "m" else (int(worth) > 0) - (int(worth) < 0)
            named = frozenset(_SEEDED[mark] for mark in marks if mark in _SEEDED)
            # A text that is good or bad without a mark may still feel like something: it teaches nothing about that.
            asked = frozenset(EMOTIONS) if named or (side == 0 and worth != "m") else frozenset()
            yield Example(
                f"{'seed' if kind == 'seeds' else 'held'}_{domain}", path.stem, cleaned(text), side, named, asked
            )


def everything(folder: Path) -> list[Example]:
    """All that may be learned from and is not our own, each text once."""
    found: dict[str, Example] = {}
    for source in (vader, cedr, xed, goemotions):
        for example in source(folder):
            if example.text:
                found.setdefault(example.text, example)
    return list(found.values())


def chosen(folder: Path) -> list[Example]:
    """What is learned from: evenly by feeling within each source, the same texts at every run."""
    by_source: defaultdict[str, list[Example]] = defaultdict(list)
    for example in everything(folder):
        by_source[example.source].append(example)
    picked = [example for source, count in TAKEN.items() for example in _evenly(by_source[source], count)]
    return picked + list(own("seeds"))


def _evenly(examples: Iterable[Example], count: int) -> list[Example]:
    kinds: defaultdict[str, list[Example]] = defaultdict(list)
    for example in sorted(examples, key=lambda example: hashlib.sha1(example.text.encode()).digest()):
        kinds[min(example.named, default=str(example.side))].append(example)
    each = -(-count // len(kinds))
    return sorted((one for kind in sorted(kinds) for one in kinds[kind][:each]), key=lambda one: one.text)


def checksums(folder: Path) -> dict[str, str]:
    """Every file that is read, by its SHA-256."""
    files = [path for name in LICENCES for path in sorted((folder / name).glob("*")) if path.suffix in (".gz", ".txt")]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
