"""The document reads as what was meant, whatever texts are in it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.guess.document import scalar
from cesta.store.documents import parse_document


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\x7f\x85\x9f\u2028\ufeff\n'")))
def test_any_text_comes_back(text: str) -> None:
    assert parse_document(f"a: {scalar(text)}\n", Path("a.yaml")).data["a"] == text
