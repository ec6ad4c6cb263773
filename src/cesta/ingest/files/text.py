"""The text of a file as UTF-8 in blocks, whatever it was written in; another encoding is found and said."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import islice

from cesta.ingest.files.codepages import likeliest_page
from cesta.ingest.files.source import HEAD, Source
from cesta.ingest.files.staged import Note
from cesta.model.errors import CestaError

SURVEYED = 64 << 20
WORDS = 20_000
FOREIGN_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
MARKUP = re.compile(rb"\s*<(\?xml|!doctype|html|table|log|svg)", re.IGNORECASE)


class Text:
    """A file's text. `encoding`: None while all was ASCII. Raises empty_file, bad_file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        head = source.head()
        if not head.strip():
            raise CestaError("empty_file", f"{source.path.name} is empty.", "Choose a file with rows in it.")
        self._bom, self.encoding = _marked(head)
        if self.encoding is None:
            check_is_text(head, source.path.name)
            self.encoding = self._survey()

    def notes(self) -> tuple[Note, ...]:
        if self.encoding in (None, "utf-8"):
            return ()
        return (Note("encoding", f"The text is in {self.encoding}; it was turned into UTF-8."),)

    def blocks(self) -> Iterator[bytes]:
        """UTF-8; bytes that mean nothing are left as they are in UTF-8 and become U+FFFD in other encodings."""
        blocks = self.source.blocks()
        decoder: codecs.IncrementalDecoder | None = None
        skipped = len(self._bom)
        for block in blocks:
            block, skipped = block[skipped:], 0
            if self.encoding is None and not block.isascii():
                self.encoding = encoding_of(_words(block))
            if self.encoding in (None, "utf-8"):
                yield block
                continue
            if decoder is None:
                decoder = codecs.getincrementaldecoder(self.encoding or "utf-8")(errors="replace")
            yield decoder.decode(block).encode("utf-8", "replace")
        if decoder is not None:
            yield decoder.decode(b"", final=True).encode("utf-8", "replace")

    def _survey(self) -> str | None:
        """The encoding by the first foreign words of the file, as far as it is looked at."""
        words: list[bytes] = []
        seen = 0
        broken = self.source.broken
        for block in self.source.survey():
            seen += len(block)
            if not block.isascii():
                words += _words(block)
            if seen >= SURVEYED or len(words) >= WORDS:
                break
        self.source.broken = broken
        return encoding_of(words) if words else None


def encoding_of(words: list[bytes]) -> str:
    """UTF-8 if many words are in it, which no other text is by chance; else the likeliest code page."""
    fine = 0
    for word in words:
        try:
            word.decode()
            fine += 1
        except UnicodeDecodeError:
            pass
    return "utf-8" if fine * 3 >= len(words) else likeliest_page(words)


def check_is_text(head: bytes, name: str) -> None:
    """Raises bad_file for what is no table of text."""
    if MARKUP.match(head):
        raise CestaError(
            "bad_file",
            f"{name} is a page or document with tags (HTML or XML), not a table.",
            "Open it in a spreadsheet and save it as .xlsx or .csv.",
        )
    strange = sum(head.count(bytes((code,))) for code in range(32) if code not in (0, 9, 10, 11, 12, 13, 26, 27))
    # A stretch of zeros may be a damaged row of a text; zeros all over are none.
    if strange * 50 > len(head) or head.count(0) * 2 > len(head):
        raise CestaError(
            "bad_file",
            f"{name} is no text: it is full of bytes that no text has.",
            "Tables come as csv, tsv, txt, json, ndjson, jsonl, parquet or xlsx.",
        )


def _marked(head: bytes) -> tuple[bytes, str | None]:
    """The byte order mark and the encoding it names; without one, UTF-16 shows by zeros in every other place."""
    for bom, encoding in BOMS:
        if head.startswith(bom):
            return bom, encoding
    even, odd = head[0:HEAD:2], head[1:HEAD:2]
    if len(odd) >= 4:
        if odd.count(0) * 2 > len(odd) and even.count(0) * 20 < len(even):
            return b"", "utf-16-le"
        if even.count(0) * 2 > len(even) and odd.count(0) * 20 < len(odd):
            return b"", "utf-16-be"
    return b"", None


def _words(block: bytes) -> list[bytes]:
    return [found.group() for found in islice(FOREIGN_WORD.finditer(block), WORDS)]
