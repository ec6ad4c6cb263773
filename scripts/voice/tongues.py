"""Learns to tell languages apart: from subtitles, our own texts and word lists, also typed without diacritics."""

from __future__ import annotations

import random
from collections import defaultdict
from pathlib import Path

import numpy as np
from voice.corpus import everything, own
from voice.learn import by_pieces
from voice.words import translated

from cesta.voice.folding import SOUNDS, folded
from cesta.voice.languages import LANGUAGES, NARROW
from cesta.voice.spans import BUCKETS, spans

MOST = 4000
"""Texts of a language, so that none is believed for being frequent."""


def in_latin(text: str) -> str:
    """Russian as it is typed where there is no Cyrillic keyboard."""
    back = {cyrillic: latin for latin, cyrillic in reversed(SOUNDS) if len(cyrillic) == 1}
    back |= {"ё": "e", "э": "e", "ъ": "", "ь": "", "х": "h", "й": "y", "ц": "ts", "в": "v", "к": "k", "ы": "y"}
    return "".join(back.get(char, char) for char in text.lower())


def texts_of(data: Path) -> dict[str, list[str]]:
    by_lang: defaultdict[str, list[str]] = defaultdict(list)
    for example in [*everything(data), *own("seeds")]:
        if example.source != "vader_nyt":
            by_lang[example.lang].append(example.text.lower())
    chance = random.Random(5)
    for lang in LANGUAGES[:-1]:
        words = sorted(translated(data / "lexicons_multilang", lang)[0])
        by_lang[lang] += [" ".join(chance.sample(words, 5)) for _ in range(1500 if lang == "uk" else 300)]
    by_lang["ru-Latn"] = [in_latin(text) for text in by_lang["ru"]]
    for lang, texts in by_lang.items():
        chance.shuffle(texts)
        del texts[MOST:]
        if lang not in ("ru", "uk", "en", "ru-Latn"):
            # A third also without marks, as it comes from phones and old systems.
            texts += [folded(text) for text in texts[: len(texts) // 3]]
        # Single words and beginnings, as many texts are no longer.
        texts += [" ".join(text.split()[: chance.randint(1, 4)]) for text in texts[: len(texts) // 3]]
    return dict(by_lang)


def write(data: Path, target: Path) -> None:
    pairs = [(lang, text) for lang, texts in texts_of(data).items() for text in texts]
    found = spans([text for _, text in pairs])
    order = np.argsort(found.text, kind="stable")
    counts = np.bincount(found.text, minlength=len(pairs))
    wanted = np.array([[float(lang == name) for name in LANGUAGES] for lang, _ in pairs], np.float32)
    sizes = wanted.sum(axis=0)
    weight = np.array([len(pairs) / len(LANGUAGES) / sizes[LANGUAGES.index(lang)] for lang, _ in pairs], np.float32)
    weights, _ = by_pieces(
        np.concatenate([[0], np.cumsum(counts)]), found.bucket[order] >> NARROW, np.zeros((len(pairs), 0), np.float32),
        wanted, np.minimum(weight, 4), width=BUCKETS >> NARROW, classes=len(LANGUAGES), passes=5, step=0.1, shrink=1e-5,
    )  # fmt: skip
    scale = np.abs(weights).max() / 127
    np.savez_compressed(target, weights=np.rint(weights / scale).astype(np.int8), scale=scale)
