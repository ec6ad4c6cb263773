"""The document of a draft: what parsing its text gives, settled in form, saying what the draft says."""

from __future__ import annotations

from collections.abc import Callable

from cesta.maps.document import parse
from cesta.maps.fmt import fmt
from cesta.maps.propose.choices import Choice, applied
from cesta.maps.propose.draft import Draft
from cesta.maps.propose.writing import data_of, document_of, text_of
from cesta.store.columns import Columns

LINE = "9 x: page_view 0m path=/, page_view 1m path=/a, buy 5d amount=5"


def test_the_text_says_the_same_and_is_settled(
    world: Callable[..., Columns], drawn: Callable[[Columns], Draft]
) -> None:
    draft = drawn(world(LINE, '5 x: it\'s: "odd" #1 0m, page_view 1m path=/a'))
    text = text_of(draft)
    assert parse(text).data == document_of(draft).data == data_of(draft)
    assert fmt(text) == text
    assert "match: {event: page_view, where: path = '/a'}" in text
    assert "name: {en: I buy, pl: Kupuję, cs: Koupím, ru: Покупаю}" in text


def test_joined_stops_take_what_both_took(world: Callable[..., Columns], drawn: Callable[[Columns], Draft]) -> None:
    draft = applied(drawn(world("3 x: home 0m, search 1m, buy 2m")), [Choice("join", "search", to="home")])
    assert data_of(draft)["stages"][0]["touchpoints"][0]["match"] == {"any": [{"event": "home"}, {"event": "search"}]}
