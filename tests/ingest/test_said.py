"""Addresses as clients send them, also broken ones, never raise."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.said import URL, host_of, query_of, text_at


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    assert isinstance(host_of(text), str)
    assert isinstance(host_of(f"https://{text}"), str)
    assert isinstance(query_of(f"https://shop.example/?{text}"), dict)


def test_only_texts_are_taken() -> None:
    assert text_at({"url": 5, "page_url": "", "page_location": "https://a.example/"}, URL) == "https://a.example/"
    assert query_of("/a?" + "x=1&" * 1000) == {}
