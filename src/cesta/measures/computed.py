"""The measures that are worked out from events today: what each is called, of what it is, and which way is better."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cesta.model.shape import Text

Direction = Literal["up", "down"]
Part = Literal["map", "stage", "touchpoint"]


@dataclass(frozen=True, slots=True)
class Measure:
    """of: the parts of a map that have it. direction: the way that is good."""

    name: Text
    of: tuple[Part, ...]
    unit: Literal["share", "journeys", "events", "seconds"]
    direction: Direction


COMPUTED: dict[str, Measure] = {
    "conversion": Measure(
        {"en": "Reach the goal", "pl": "Osiąga cel", "cs": "Dosáhne cíle", "ru": "Достигают цели"},
        ("map", "touchpoint"),
        "share",
        "up",
    ),
    "stage-conversion": Measure(
        {"en": "Go on", "pl": "Idzie dalej", "cs": "Pokračuje", "ru": "Идут дальше"}, ("stage",), "share", "up"
    ),
    "time-in-stage": Measure(
        {"en": "Time to go on", "pl": "Czas do przejścia", "cs": "Čas do dalšího", "ru": "Время до перехода"},
        ("stage",),
        "seconds",
        "down",
    ),
    "action-rate": Measure(
        {"en": "Do what we hope for", "pl": "Robi, co trzeba", "cs": "Udělá, co má", "ru": "Делают, что нужно"},
        ("touchpoint",),
        "share",
        "up",
    ),
    "reach": Measure(
        {"en": "Come here", "pl": "Dociera", "cs": "Dorazí", "ru": "Доходят"},
        ("stage", "touchpoint"),
        "journeys",
        "up",
    ),
    "share": Measure(
        {"en": "Share that comes here", "pl": "Udział", "cs": "Podíl", "ru": "Доля"}, ("touchpoint",), "share", "up"
    ),
    "visits": Measure(
        {"en": "Visits", "pl": "Wizyty", "cs": "Návštěvy", "ru": "Визиты"}, ("touchpoint",), "events", "up"
    ),
    "loss": Measure(
        {"en": "Leave", "pl": "Odchodzi", "cs": "Odejde", "ru": "Уходят"}, ("stage", "touchpoint"), "journeys", "down"
    ),
}
