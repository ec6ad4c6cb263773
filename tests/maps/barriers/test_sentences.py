"""Barriers in words."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from cesta.maps.barriers.sentences import sentence
from cesta.maps.barriers.suspects import Kind
from cesta.maps.barriers.view import FoundView
from cesta.maps.view import Number

SHARE = Number(0.4, "share", 40, 100, 0.3, 0.5)
ONE = FoundView(
    id="x", kind="error", event="payment_details", touchpoint=None, touchpoint_name=None, what="device", value="phone",
    share=SHARE, peers=replace(SHARE, value=0.05), difference=SHARE, chance=0.0, same_customers=True,
    people=Number(3, "people", 3), effect=None, lost=None, at_stake=None, seconds=7200.0, segments=(), on_map=False,
)  # fmt: skip


def test_a_sentence_says_where_who_and_how_much() -> None:
    assert sentence(ONE) == "payment details with device phone: an error follows 40 %, elsewhere 5 %"
    wait = replace(ONE, kind="wait", event="account_check", what="between", value="delivery_choice")
    assert sentence(wait) == "account check: 2.0 hours longer until delivery choice"


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_has_its_own(kind: Kind) -> None:
    others = {sentence(replace(ONE, kind=one)) for one in get_args(Kind) if one != kind}
    assert sentence(replace(ONE, kind=kind)) not in others
