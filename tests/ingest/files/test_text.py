"""Text in any encoding becomes UTF-8, and what is no text is refused."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from cesta.ingest.files.source import Source
from cesta.ingest.files.text import Text, encoding_of
from cesta.model.errors import CestaError


def text_of(folder: Path, data: bytes) -> Text:
    (folder / "a.csv").write_bytes(data)
    return Text(Source(folder / "a.csv"))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1250"]
)
def test_text_is_turned_into_utf8(tmp_path: Path, encoding: str) -> None:
    said = "a;b\nŁódź;świeża wełna\n" * 3
    assert b"".join(text_of(tmp_path, said.encode(encoding)).blocks()).decode() == said


def test_the_code_page_is_said(tmp_path: Path) -> None:
    text = text_of(tmp_path, "город\nМосква\n".encode("windows-1251"))
    assert [note.text for note in text.notes()] == ["The text is in windows-1251; it was turned into UTF-8."]
    assert text_of(tmp_path, "město\n".encode()).notes() == ()
    assert text_of(tmp_path, b"ascii\n").notes() == ()


def test_a_few_broken_words_do_not_make_utf8_something_else() -> None:
    assert encoding_of(["ž".encode(), "š".encode(), b"\xff"]) == "utf-8"


def test_letters_far_down_are_found(tmp_path: Path) -> None:
    data = gzip.compress(b"a\n" * 40_000_000 + "wełna\n".encode("windows-1250"), 1)
    text = text_of(tmp_path, data)
    assert text.encoding is None
    assert b"".join(text.blocks())[-7:].decode() == "wełna\n"


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b" \n\n ", "empty_file", "is empty"),
        (bytes(range(256)) * 10, "bad_file", "no text"),
        (b"\0" * 100, "bad_file", "no text"),
        (b"<?xml version='1.0'?><log/>", "bad_file", "HTML or XML"),
        (b"\n<HTML><table>", "bad_file", "save it as"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, code: str, words: str) -> None:
    with pytest.raises(CestaError, match=f"{code}: a\\.csv.*{words}"):
        text_of(tmp_path, data)
