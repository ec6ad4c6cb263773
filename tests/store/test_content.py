"""One number for what a row says: the same wherever and however it is worked out, another as soon as it says more."""

from __future__ import annotations

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cesta.model.event import Event
from cesta.store.content import LONGEST, content_of, hash_text, hash_texts, signed
from cesta.store.shards import laid_out, table_of

texts = st.lists(st.none() | st.text(st.characters(codec="utf-8"), max_size=40), max_size=20)
EVENT = Event("web", "1", "ann", "see", 5, {"n": 1, "price": 2.5, "glad": True, "kind": "a"})


@given(st.text(st.characters(codec="utf-8")) | st.integers(LONGEST - 9, LONGEST + 9).map("x".__mul__))
def test_a_text_alone_has_the_hash_that_it_has_among_many(text: str) -> None:
    assert hash_text(text) == int(hash_texts(pa.array(["a", text, ""]))[1])


@given(texts)
def test_equal_texts_and_only_those_have_equal_hashes(given_texts: list[str | None]) -> None:
    hashes = hash_texts(pa.array(given_texts, pa.string())).tolist()
    assert len(set(zip(given_texts, hashes, strict=True))) == len(set(given_texts))
    assert len({h for t, h in zip(given_texts, hashes, strict=True) if t}) == len({t for t in given_texts if t})


@given(texts, st.integers(0, 5))
def test_how_texts_are_held_makes_no_difference(given_texts: list[str | None], cut: int) -> None:
    plain = pa.array(given_texts, pa.string())
    expected = hash_texts(plain).tolist()
    several = pa.chunked_array([plain[:cut], plain[cut:].cast(pa.large_string()).cast(pa.string())], pa.string())
    assert hash_texts(several).tolist() == expected
    assert hash_texts(plain.dictionary_encode()).tolist() == expected
    assert hash_texts(plain.cast(pa.large_string())).tolist() == expected
    assert hash_texts(plain[cut:]).tolist() == expected[cut:]


def test_the_numbers_are_these_for_ever() -> None:
    texts = ["", "a", "order:1", "\u017elu\u0165ou\u010dk\u00fd k\u016f\u0148", "x" * (LONGEST + 1)]
    assert hash_texts(pa.array(texts)).tolist() == HASHES
    assert content_of(table_of([EVENT])).tolist() == [CONTENT]
    assert signed(content_of(table_of([EVENT])))[0] % 2**64 == CONTENT


def test_content_is_what_a_row_says_and_not_how() -> None:
    whole = content_of(table_of([EVENT])).tolist()
    same = [
        replace(EVENT, source="app", message_id="2"),
        replace(EVENT, assumed_time=True),
        replace(EVENT, properties=dict(reversed(list(EVENT.properties.items())))),
        replace(EVENT, properties={**EVENT.properties, "n": 1.0}),
    ]
    for other in same:
        assert content_of(laid_out(table_of([other, Event("web", "2", "b", "c", 1, {"more": 1})])))[0] == whole[0]
    told = [
        replace(EVENT, customer="see", name="ann"),
        replace(EVENT, time=6),
        replace(EVENT, properties={**EVENT.properties, "n": 2}),
        replace(EVENT, properties={**EVENT.properties, "n": "1"}),
        replace(EVENT, properties={**EVENT.properties, "glad": False}),
        replace(EVENT, properties={}),
        replace(EVENT, properties={"n": 1, "price": "a", "glad": True, "kind": 2.5}),
    ]
    assert len({whole[0], *(int(content_of(table_of([other]))[0]) for other in told)}) == len(told) + 1


HASHES = [0x0, 0x84A6537338B02684, 0xC6A646AB2DE607A3, 0xFC4A7795E2B5A57B, 0xC6C0EC59CEB8B241]
CONTENT = 0x6220025756AF39E7
