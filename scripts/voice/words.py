"""Makes the book of words: AFINN in ten languages (MIT) with our own words over it, folded, in one small file."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

from cesta.voice.folding import folded

HERE = Path(__file__).parent
LANGUAGES = ("pl", "cs", "ru", "en", "sk", "uk", "de", "es", "pt", "fr")
Book = dict[str, dict[str, float]]


def translated(folder: Path, lang: str) -> tuple[dict[str, float], dict[str, float]]:
    """The words of one language, and the signs that all share."""
    with gzip.open(folder / f"build-{lang}.json.gz", "rt", encoding="utf-8") as stream:
        entries: dict[str, dict[str, object]] = json.load(stream)
    words: dict[str, float] = {}
    shared: dict[str, float] = {}
    for word, entry in entries.items():
        worth = float(str(entry["coeff"]))
        if entry["lang"] == lang and " " not in word and len(word) > 2 and _own_letters(word, lang):
            words.setdefault(folded(word), worth)
        elif entry["lang"] == "*" and len(word) == 1 and ord(word) > 0x203B:
            shared[word] = max(-3.0, min(3.0, worth))
    return words, shared


def _own_letters(word: str, lang: str) -> bool:
    """Words that were left in English are no words of a Cyrillic language."""
    return lang not in ("ru", "uk") or not word.isascii()


def own(path: Path) -> Book:
    """Our own beginnings of words."""
    found: Book = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            lang, worth, *beginnings = line.split()
            found.setdefault(lang, {}).update({folded(word): float(worth) for word in beginnings})
    return found


def write(folder: Path, target: Path) -> None:
    beginnings = own(HERE / "words.txt")
    words: Book = {}
    for lang in LANGUAGES:
        translations, words["*"] = translated(folder, lang)
        ours = beginnings.get(lang, {})
        words[lang] = {word: worth for word, worth in translations.items() if not _covered(word, ours)}
    words["*"] |= beginnings.pop("*")
    book = json.dumps({"words": words, "beginnings": beginnings}, ensure_ascii=False, separators=(",", ":"))
    # No time within: the same words make the same file.
    target.write_bytes(gzip.compress(book.encode(), 9, mtime=0))


def _covered(word: str, ours: dict[str, float]) -> bool:
    return any(word[:end] in ours for end in range(2, len(word) + 1))


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
