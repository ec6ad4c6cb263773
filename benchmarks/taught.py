"""What learning from rated texts brings: each fourth text held out, read before and after (docs/guide/feelings.md).

    python benchmarks/taught.py --data DATA [--json]

Shop reviews in Portuguese with stars (olist), and sentences with ratings in English (VADER); and the shop reviews with
their ratings dealt out at random, of which nothing should be kept.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from cesta.voice.fast import fast_reader
from cesta.voice.scores import SIDES
from cesta.voice.taught import Rated, side_of, taught

MOST, DEALT, TIMES = 2000, 300, 12


def olist(data: Path) -> list[Rated]:
    with gzip.open(data / "olist_sample" / "olist_order_reviews_dataset.csv.gz", "rt", encoding="utf-8") as stream:
        said = [(row["review_comment_message"].strip(), int(row["review_score"])) for row in csv.DictReader(stream)]
    return [Rated(text, side_of({"stars": stars}), "pt") for text, stars in said if len(text) > 8]


def vader(data: Path, name: str) -> Iterator[Rated]:
    with gzip.open(data / "vader_icwsm2014" / f"{name}_GroundTruth.txt.gz", "rt", errors="replace") as stream:
        for line in stream:
            _, mean, text = line.rstrip("\n").split("\t")[:3]
            yield Rated(text, SIDES[1 + (float(mean) > 0.5) - (float(mean) < -0.5)], "en")


def drawn(texts: list[Rated], most: int, seed: int = 1) -> list[Rated]:
    return random.Random(seed).sample(texts, min(most, len(texts)))


def dealt(texts: list[Rated], seed: int) -> list[Rated]:
    some = drawn(texts, DEALT, seed)
    sides = [one.side for one in some]
    random.Random(seed).shuffle(sides)
    return [Rated(one.text, side, one.lang) for one, side in zip(some, sides, strict=True)]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument("--json", action="store_true", help="One JSON document instead of lines.")
    given = asked.parse_args()
    reviews, reader = olist(given.data), fast_reader()
    sets = {"olist": reviews, "olist, 1,000": drawn(reviews, 1000)}
    for name in ("tweets", "movieReviewSnippets", "amazonReviewSnippets"):
        sets[name] = drawn(list(vader(given.data, name)), MOST)
    report: dict[str, object] = {name: asdict(taught(reader, texts)[1]) for name, texts in sets.items()}
    report["dealt out, kept"] = sum(taught(reader, dealt(reviews, seed))[1].kept for seed in range(TIMES))
    print(json.dumps(report, ensure_ascii=False, indent=None if given.json else 1))


if __name__ == "__main__":
    main()
