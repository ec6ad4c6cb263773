"""The last word holds, whatever order words come in; no id stands in the book readable."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.consent.book import FILE, Book
from cesta.consent.statements import Statement

words = st.lists(
    st.tuples(st.sampled_from(["ann", "bob"]), st.sampled_from(["a", "b"]), st.booleans(), st.integers(0, 5)),
    max_size=12,
)


@settings(max_examples=25)
@given(words, st.randoms())
def test_the_last_word_holds_in_any_order(said: list[tuple[str, str, bool, int]], chance: random.Random) -> None:
    expected: dict[tuple[str, str], tuple[int, bool]] = {}
    for who, purpose, allowed, time in said:
        before = expected.get((who, purpose))
        # At one moment a refusal holds.
        if before is None or (time, not allowed) > (before[0], not before[1]):
            expected[who, purpose] = time, allowed
    chance.shuffle(said)
    with tempfile.TemporaryDirectory() as folder:
        book = Book(Path(folder))
        for who, purpose, allowed, time in said:
            book.note([Statement((who,), purpose, allowed, time, "web", "7")])
        found = book.words(["ann", "bob", "eva"])
        told = {(who, name): (w.time, w.allowed) for who, words in found.items() for name, w in words.items()}
        book.close()
    assert told == expected


def test_who_is_suppressed_stays_so_until_lifted(tmp_path: Path) -> None:
    book = Book(tmp_path)
    assert book.words(["ann"]) == {}
    assert book.forget(["ann"]) == 0
    assert not (tmp_path / FILE).exists(), "reading makes no file"
    book.suppress(["ann", "x1"], 5)
    assert book.suppresses
    assert book.suppressed_among(["bob", "x1"]) == {"x1"}
    assert Book(tmp_path).suppressed_among(["ann"]) == {"ann"}, "also for another process"
    assert book.lift(["x1", "bob"]) == 1
    assert book.suppressed_among(["x1", "ann"]) == {"ann"}


def test_words_are_forgotten_and_suppression_is_not(tmp_path: Path) -> None:
    book = Book(tmp_path)
    book.note([Statement(("ann-4711", "x1"), "letters", True, 5, "web", "7")])
    book.suppress(["ann-4711"], 5)
    book.count_not_kept("web", 2)
    book.count_not_kept("web", 3)
    assert book.counts() == ({("letters", True): 2}, {"web": 5}, 1)
    assert book.forget(["ann-4711"]) == 1
    assert set(book.words(["ann-4711", "x1"])) == {"x1"}
    assert book.suppressed_among(["ann-4711"]) == {"ann-4711"}
    book.close()
    assert all(b"ann-4711" not in path.read_bytes() for path in tmp_path.iterdir())
