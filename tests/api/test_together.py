"""Somebody is there while a page of hers is open, once for each tab."""

from __future__ import annotations

from cesta.api.together import Looker, Together


def test_who_looks_is_there_until_her_page_closes() -> None:
    together, ann, bob = Together(), Looker("tab-1", "Ann"), Looker("tab-2", "Bob")
    with together.looking("m", ann), together.looking("m", bob), together.looking("n", ann):
        with together.looking("m", ann):
            assert together.there() == {"m": (ann, bob), "n": (ann,)}
        assert together.there()["m"] == (ann, bob)
    assert together.there() == {}
    with together.looking(None, ann), together.looking("m", Looker("", "")):
        assert together.there() == {}
