"""Names of stages and of the map: in the customer's voice, no two stages alike in id."""

from __future__ import annotations

from collections.abc import Callable

from cesta.maps.propose.draft import Draft
from cesta.maps.propose.meanings import dictionary
from cesta.maps.propose.naming import ANY, BOUGHT, OFFERED, TITLES
from cesta.model.shape import LANGUAGES, say
from cesta.store.columns import Columns


def test_titles_are_in_every_language_and_of_stages_there_are() -> None:
    known = set(dictionary().places)
    assert all(asked <= known for asked, _ in TITLES)
    texts = [*(title for _, title in TITLES), ANY, BOUGHT, OFFERED]
    assert all(set(title) == set(LANGUAGES) for title in texts if not isinstance(title, str))


def test_a_title_says_what_is_done(world: Callable[..., Columns], drawn: Callable[[Columns], Draft]) -> None:
    def title(line: str) -> str | None:
        return say(drawn(world(f"9 x: {line}")).title, "en")

    assert title("home 0m, purchase 1m") == "I look around and buy"
    assert title("purchase 0m") == "I buy"
    assert title("create fine 0d, send fine 1d, payment 9d") == say(ANY, "en")
    assert title("campaign 0d, purchase 3d, coupon redeemed 4d") in ("I buy", "I use an offer")


def test_a_second_stage_of_one_meaning_is_named_by_its_busiest_stop(
    world: Callable[..., Columns], drawn: Callable[[Columns], Draft]
) -> None:
    line = "first purchase 0d, campaign 9d, leaflet 10d, offer product 11d, offer bought 12d, coupon redeemed 13d"
    draft = drawn(world(f"9 x: {line}"))
    names = [say(stage.name, "en") for stage in draft.stages]
    assert len(set(names)) == len(names)
    assert names[-1] == "I use a coupon"
