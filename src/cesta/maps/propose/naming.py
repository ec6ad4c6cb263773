"""What stages and the whole map are called: by what is done there, in the customer's voice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cesta.maps.propose.draft import Stage, Stop
from cesta.maps.propose.kinds import Kind
from cesta.maps.propose.meanings import BESIDE, dictionary
from cesta.maps.propose.words import slug
from cesta.model.shape import Text

TITLES: tuple[tuple[frozenset[str], Text], ...] = (
    (
        frozenset({"look", "buy"}),
        {
            "en": "I look around and buy",
            "pl": "Rozglądam się i kupuję",
            "cs": "Rozhlížím se a koupím",
            "ru": "Присматриваюсь и покупаю",
        },
    ),
    (
        frozenset({"book"}),
        {
            "en": "I book and I come",
            "pl": "Rezerwuję i przyjeżdżam",
            "cs": "Rezervuji a přijedu",
            "ru": "Бронирую и приезжаю",
        },
    ),
    (
        frozenset({"care"}),
        {
            "en": "They look after me",
            "pl": "Opiekują się mną",
            "cs": "Pečují o mě",
            "ru": "Обо мне заботятся",
        },
    ),
    (
        frozenset({"get"}),
        {
            "en": "I order and get it",
            "pl": "Zamawiam i dostaję",
            "cs": "Objednám a dostanu",
            "ru": "Заказываю и получаю",
        },
    ),
    (
        frozenset({"join"}),
        {
            "en": "I find out and sign up",
            "pl": "Poznaję ofertę i zakładam konto",
            "cs": "Poznávám a registruji se",
            "ru": "Узнаю и регистрируюсь",
        },
    ),
)
"""Each where customers do all of these."""
BOUGHT: Text = {"en": "I buy", "pl": "Kupuję", "cs": "Nakupuji", "ru": "Покупаю"}
OFFERED: Text = {
    "en": "I use an offer",
    "pl": "Korzystam z oferty",
    "cs": "Využiju nabídku",
    "ru": "Пользуюсь предложением",
}
ANY: Text = {
    "en": "My way, from the first step to the last",
    "pl": "Moja droga od pierwszego kroku do ostatniego",
    "cs": "Moje cesta od prvního kroku k poslednímu",
    "ru": "Мой путь от первого шага до последнего",
}


def title_of(goal: Kind | None, kinds: Sequence[Kind]) -> Text:
    """The map's name by what the journeys are for, and what customers do on their way."""
    aim = goal.meaning if goal else None
    if aim is not None and aim.id == "coupon":
        return OFFERED
    done = {kind.stage for kind in kinds}
    for asked, title in TITLES:
        if aim is not None and asked <= done:
            return title
    return BOUGHT if aim is not None and aim.goal == 1 else ANY


def named(stages: Sequence[Sequence[Stop]], reached: Mapping[str, int]) -> tuple[Stage, ...]:
    """The stages with names of their own: the place that most of its journeys are at, else its busiest stop."""
    places = dictionary().places
    taken = [stop.id for stops in stages for stop in stops]
    used: set[str] = set()
    found = []
    for stops in stages:
        busiest = max(stops, key=lambda stop: reached[stop.id])
        alone = all(stop.kinds[0].stage in BESIDE for stop in stops)
        weights: dict[str, int] = {}
        for stop in stops:
            stage = stop.kinds[0].stage or ""
            if stage in places and (stage not in BESIDE or alone):
                weights[stage] = weights.get(stage, 0) + reached[stop.id]
        known = max(weights, key=lambda stage: weights[stage], default="")
        mostly = bool(known) and 2 * weights[known] >= sum(reached[stop.id] for stop in stops)
        mostly = mostly and not (len(stops) == 1 and stops[0].id == "payment")
        place = places[known] if mostly and known not in used else None
        used |= {known} if place and known else set()
        wanted = place.id if place else f"{busiest.id}-stage"
        id_ = slug(wanted if wanted not in taken else f"{wanted}-stage", taken)
        taken.append(id_)
        name, short = (place.name, place.short) if place else (busiest.name, busiest.short)
        found.append(Stage(id_, name, tuple(stops), None if short == name else short))
    return tuple(found)
