"""How well feelings are read, on texts of kinds that were left out of learning, against simpler ways.

    python benchmarks/feelings.py --data DATA [--cache FILE] [--json]

Three groups. `left out`: learned five times, each time without whole sources and whole domains of our own texts, and
asked about those. `held out`: our own texts of domains nothing is learned from, to the readers as they are installed.
`stars`: air travel (skytrax) and shop reviews (olist), which nothing is learned from; 1-2 stars are bad, 3 neither.
Macro-F1 of bad, neither, good; for feelings over those named at least ten times. Beside `fast` and `best`: always the
most frequent (`majority`), the translated AFINN lists (`afinn`), TF-IDF of words and letters with a linear model
(`tfidf`), and the plain multilingual embedding with a logistic head, learned from the same texts (`plain`).
Speed is in seconds of processor time on one core.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

from train_voice import FOLDS, folds, learn_best, learn_fast
from voice.corpus import Example, chosen, own
from voice.tables import Table, meanings, table
from voice.words import translated

from cesta.voice.best import BestReader, best_reader
from cesta.voice.cleaning import cleaned
from cesta.voice.fast import fast_reader
from cesta.voice.feelings import Feeling, felt
from cesta.voice.folding import folded
from cesta.voice.scores import EMOTIONS, Floats
from cesta.voice.signs import signs_of

Ints = NDArray[np.int64]
_REVIEWED = "shop hotel doctor school food film electro beauty app gym garage service courier"
PEERS = find_spec("sklearn") is not None
"""TF-IDF is scikit-learn's: compared with only where that is installed."""
REVIEWED = frozenset(_REVIEWED.split())
SIDE_OF = {"negative": -1, "neutral": 0, "positive": 1, "mixed": 0, "unknown": 0}
STARRED, FEWEST = 70, 10


def macro_f1(told: Ints, found: Ints, classes: Sequence[int] = (-1, 0, 1)) -> float:
    """The mean over the classes of how precise and how complete the answers are."""
    scores = [2 * ((told == c) & (found == c)).sum() / max((told == c).sum() + (found == c).sum(), 1) for c in classes]
    return round(float(np.mean(scores)), 3)


def confusion(told: Ints, found: Ints) -> list[list[int]]:
    """Rows: what people said, bad to good; columns: what was read."""
    return [[int(((told == a) & (found == b)).sum()) for b in (-1, 0, 1)] for a in (-1, 0, 1)]


def calibration(told: Ints, chances: Floats) -> dict[str, object]:
    """Of answers about so sure, how many are right; and how far off that is on average."""
    sure, right = chances.max(axis=1), told == chances.argmax(axis=1) - 1
    place = np.minimum((sure * 10).astype(int), 9)
    bins = [(int((place == b).sum()), float(sure[place == b].mean()), float(right[place == b].mean()))
            for b in range(10) if (place == b).any()]  # fmt: skip
    error = sum(count * abs(said - true) for count, said, true in bins) / len(told)
    return {"error": round(error, 3), "bins": [{"n": n, "sure": round(s, 2), "right": round(r, 2)} for n, s, r in bins]}


def afinn(examples: Sequence[Example], data: Path) -> Ints:
    """The sign of the sum of the translated AFINN words, without ours and without any skill."""
    books = {lang: translated(data / "lexicons_multilang", lang) for lang in {one.lang for one in examples}}
    found = []
    for one in examples:
        words, faces = books[one.lang]
        text = cleaned(one.text)
        total = sum(words.get(word.strip(".,!?:;()"), 0.0) for word in folded(text).split())
        found.append(int(np.sign(total + sum(faces.get(char, 0.0) for char in text))))
    return np.array(found)


@dataclass(frozen=True)
class Kind:
    """A kind of texts: where from, in which language."""

    source: str
    lang: str

    @property
    def name(self) -> str:
        domain = self.source.partition("_")[2]
        if self.source.startswith(("seed", "held")):
            return f"{self.lang} {'reviews' if domain in REVIEWED else 'posts'} ({self.source.partition('_')[0]})"
        return f"{self.lang} {self.source}"


def tfidf(of: Table, inside: Ints, outside: Ints) -> Ints:
    """A logistic model over pieces of words, each weighed by how rare it is."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import SGDClassifier
    from sklearn.pipeline import make_union

    texts = [folded(one.text) for one in of.examples]
    told = np.isfinite(of.wanted[inside][:, 0])
    pieces = make_union(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=3, sublinear_tf=True, max_features=40_000),
    )
    known_ = pieces.fit_transform([texts[at] for at in inside[told]])
    model = SGDClassifier(loss="log_loss", alpha=2e-5, class_weight="balanced", random_state=1, max_iter=15, tol=None)
    model.fit(known_, of.wanted[inside[told]][:, :3].argmax(axis=1) - 1)
    return np.asarray(model.predict(pieces.transform([texts[at] for at in outside])))


def left_out(of: Table, data: Path) -> dict[str, object]:
    """Each kind of texts, read by models that saw nothing of its source or domain."""
    left, rows = folds(of), len(of.examples)
    best, plain, fast = (np.zeros((rows, 11), np.float32) for _ in range(3))
    linear, most = np.zeros(rows, np.int64), np.zeros(rows, np.int64)
    for fold in range(FOLDS):
        inside, outside = np.flatnonzero(left != fold), np.flatnonzero(left == fold)
        teacher, bare = learn_best(of, inside), learn_best(of, inside, plain=True)
        best[outside], plain[outside] = teacher.scores(of, outside), bare.scores(of, outside)
        fast[outside] = learn_fast(of, inside, teacher).scores(of, outside)
        if PEERS:
            linear[outside] = tfidf(of, inside, outside)
        most[outside] = np.nansum(of.wanted[inside][:, :3], axis=0).argmax() - 1
        print(f"  left out {fold + 1} of {FOLDS}", file=sys.stderr, flush=True)
    words = afinn(of.examples, data)
    told = np.array([9 if one.side is None else one.side for one in of.examples])
    answers = {"majority": most, "afinn": words} | ({"tfidf": linear} if PEERS else {})
    answers |= {
        name: scores[:, :3].argmax(1) - 1 for name, scores in (("plain", plain), ("fast", fast), ("best", best))
    }
    names = np.array([Kind(one.source, one.lang).name for one in of.examples])
    sides, feelings = {}, {}
    for name in sorted(set(names)):
        these = (names == name) & (told != 9)
        if these.sum() >= 40 and not name.split()[1].startswith("xed"):
            sides[name] = {"n": int(these.sum())} | {
                key: macro_f1(told[these], found[these]) for key, found in answers.items()
            }
        these = (names == name) & np.isfinite(of.wanted[:, 3:]).any(axis=1)
        feelings[name] = {"n": int(these.sum())} | {
            key: emotions_f1(of.wanted[these, 3:], scores[these, 3:], line)
            for key, scores, line in (("plain", plain, None), ("fast", fast, fast_reader().thresholds),
                                      ("best", best, best_reader().thresholds))
        }  # fmt: skip
    kept = {name: row for name, row in feelings.items() if row["best"] is not None}
    return {"sides": sides, "emotions": kept}


def emotions_f1(wanted: Floats, scores: Floats, lines: Floats | None) -> float | None:
    """Macro-F1 over the feelings named often enough; without lines a feeling is named from an even chance on."""
    chance, found = 1 / (1 + np.exp(-scores)), []
    for at in range(len(EMOTIONS)):
        true, known_ = wanted[:, at], np.isfinite(wanted[:, at])
        if np.nansum(true) >= FEWEST:
            said = chance[known_, at] >= (0.5 if lines is None else lines[at])
            found.append(2 * (said * true[known_]).sum() / (said.sum() + true[known_].sum()))
    return round(float(np.mean(found)), 3) if found else None


class Remembering(BestReader):
    """The better reader, with meanings kept in a file."""

    def __init__(self, cache: Path) -> None:
        super().__init__()
        self._cache = cache

    def chances(self, texts: Sequence[str], langs: Sequence[str]) -> Floats:
        return self.judged(meanings(texts, self._cache), signs_of(texts, langs))


def starred(data: Path) -> list[Example]:
    """Reviews with stars, the same few of each side at every run."""
    found: list[Example] = []
    for file in ("lounge", "seat"):
        with gzip.open(data / "skytrax" / f"{file}.csv.gz", "rt", encoding="utf-8") as stream:
            for row in csv.DictReader(stream):
                if row["overall_rating"]:
                    stars = float(row["overall_rating"])
                    found.append(Example("skytrax", "en", row["content"], -1 if stars <= 4 else 0 if stars < 7 else 1))
    with gzip.open(data / "olist_sample" / "olist_order_reviews_dataset.csv.gz", "rt", encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            if row["review_comment_message"].strip():
                stars = float(row["review_score"])
                found.append(
                    Example("olist", "pt", row["review_comment_message"], -1 if stars < 3 else 0 if stars < 4 else 1)
                )
    found.sort(key=lambda one: hashlib.sha1(one.text.encode()).digest())
    return [one for source in ("skytrax", "olist") for side in (-1, 0, 1)
            for one in [one for one in found if (one.source, one.side) == (source, side)][:STARRED]]  # fmt: skip


def installed(examples: list[Example], data: Path, cache: Path) -> dict[str, object]:
    """Texts that nothing is learned from, read as a user reads them: the language is found out too."""
    texts = [one.text for one in examples]
    told = np.array([one.side for one in examples])
    names = np.array([Kind(one.source, one.lang).name for one in examples])
    read = {"fast": felt(fast_reader(), texts), "best": felt(Remembering(cache), texts)}
    words = afinn(examples, data)
    report: dict[str, object] = {}
    groups = {name: names == name for name in sorted(set(names))}
    groups |= {f"{lang} held out": np.array([one.source.startswith("held") and one.lang == lang for one in examples])
               for lang in ("pl", "cs", "ru", "en")}  # fmt: skip
    for name, these in groups.items():
        if these.any():
            report[name] = {"n": int(these.sum()), "afinn": macro_f1(told[these], words[these])} | {
                tier: _judged(told[these], [one for one, is_in in zip(found, these, strict=True) if is_in])
                for tier, found in read.items()
            }
    return report


def _judged(told: Ints, found: list[Feeling]) -> dict[str, object]:
    sides = np.array([SIDE_OF[one.label] for one in found])
    return {
        "macro_f1": macro_f1(told, sides),
        "confusion": confusion(told, sides),
        "unknown": round(sum(one.label == "unknown" for one in found) / len(found), 3),
        "mixed": round(sum(one.label == "mixed" for one in found) / len(found), 3),
    }


def speed(texts: list[str]) -> dict[str, object]:
    """Texts a second of one core, with cleaning, language and all; and the memory of the process afterwards."""
    report: dict[str, object] = {"mean_letters": round(sum(map(len, texts)) / len(texts))}
    for tier, read, count in (("fast", fast_reader(), 10_000), ("best", best_reader(), 200)):
        asked = [texts[at % len(texts)] for at in range(count)]
        felt(read, asked[:20])
        began = time.process_time()
        felt(read, asked)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        report[tier] = {"texts_per_cpu_s": round(count / (time.process_time() - began)), "peak_mb": memory}
    return report


def measured(data: Path, cache: Path) -> dict[str, object]:
    held = [*own("held_out"), *starred(data)]
    of = table(chosen(data), cache)
    texts = [one.text for one in of.examples]
    return {
        "speed": speed(texts),
        "installed": installed(held, data, cache),
        "calibration": honest_of(held, cache),
        "left_out": left_out(of, data),
    }


def honest_of(examples: list[Example], cache: Path) -> dict[str, object]:
    ours = [one for one in examples if one.source.startswith("held")]
    texts, langs = [one.text for one in ours], [one.lang for one in ours]
    told = np.array([one.side for one in ours])
    return {
        "fast": calibration(told, fast_reader().chances(texts, langs)[:, :3]),
        "best": calibration(told, Remembering(cache).chances(texts, langs)[:, :3]),
    }


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument("--cache", type=Path, default=Path(".cache/voice.db"))
    asked.add_argument("--json", action="store_true", help="One JSON document instead of lines.")
    given = asked.parse_args()
    given.cache.parent.mkdir(parents=True, exist_ok=True)
    report = measured(given.data, given.cache)
    print(json.dumps(report, ensure_ascii=False, indent=None if given.json else 1))


if __name__ == "__main__":
    main()
