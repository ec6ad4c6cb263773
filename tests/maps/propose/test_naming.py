"""Names of stages and of the map: in the customer's voice, no two stages alike in id."""

from __future__ import annotations

from collections.abc import Callable

from cesta.maps.propose.draft import Draft
from cesta.maps.propose.meanings import dictionary
from cesta.maps.propose.naming import ANY, TITLES, title_of
from cesta.model.shape import LANGUAGES, say
from cesta.store.columns import Columns


def test_titles_are_in_every_language_and_of_stages_there_are() -> None:
    known = {*dictionary().places, *(meaning.id for meaning in dictionary().meanings)}
    assert set(TITLES) <= known
    assert all(set(title) == set(LANGUAGES) for title in (*TITLES.values(), ANY) if not isinstance(title, str))
    assert title_of(None) == ANY


def test_a_second_stage_of_one_meaning_is_named_by_its_busiest_stop(
    world: Callable[..., Columns], drawn: Callable[[Columns], Draft]
) -> None:
    line = "first purchase 0d, campaign 9d, leaflet 10d, offer product 11d, offer bought 12d, coupon redeemed 13d"
    draft = drawn(world(f"9 x: {line}"))
    names = [say(stage.name, "en") for stage in draft.stages]
    assert len(set(names)) == len(names)
    assert names[-1] == "I use a coupon"
