"""Finds in which directions of meaning only the language differs, from our own texts, and writes them into the package.

    python scripts/voice/apart.py [--cache FILE]

The texts of one language often say what those of another do, so that the middles of languages differ by language alone.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from voice.corpus import own
from voice.tables import Floats, meanings

from cesta.voice.scores import MODELS


def apart(meaning: Floats, langs: list[str]) -> tuple[Floats, Floats]:
    """The middle of all languages, each counting the same, and the directions in which their middles differ."""
    names = np.array(langs)
    middles = np.stack([meaning[names == lang].mean(axis=0) for lang in sorted(set(langs))])
    middle = middles.mean(axis=0)
    between = np.linalg.svd(middles - middle, full_matrices=False)[2][: len(middles) - 1]
    return middle, between


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--cache", type=Path, default=Path(".cache/voice.db"))
    given = asked.parse_args()
    examples = list(own("seeds"))
    middle, between = apart(meanings([one.text for one in examples], given.cache), [one.lang for one in examples])
    np.savez_compressed(MODELS / "apart.npz", middle=middle, between=between)


if __name__ == "__main__":
    main()
