"""A map from the little that other tools say: stages, touchpoints, a mood. The rest is left for people to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from cesta.maps.propose.words import slug
from cesta.maps.shelf import PAGES
from cesta.model.errors import CestaError
from cesta.model.shape import slug as is_slug

FIRST_EVENT = "visit"
"""The event that starts journeys of a map whose file does not say: the commonest there is."""
MOST = 1000
"""Touchpoints of a map, and barriers of a touchpoint, that a file may give: some twenty times a large map."""


@dataclass(slots=True)
class Builder:
    """Gathers stages and touchpoints in order; ids that a file does not give are made from names, each once."""

    data: dict[str, Any] = field(default_factory=dict)
    stages: list[dict[str, Any]] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)

    def stage(self, name: Any, id_: str | None = None, **fields: Any) -> dict[str, Any]:
        """A new stage at the end."""
        known = [stage["id"] for stage in self.stages]
        new = {"id": id_ or slug(first_text(name), known), "name": name, **given(fields), "touchpoints": []}
        self.stages.append(new)
        return new

    def touchpoint(self, stage: dict[str, Any], name: Any, id_: str | None = None, **fields: Any) -> dict[str, Any]:
        """A new touchpoint at the end of a stage. Raises too_large."""
        check_many(len(self._taken))
        new = {"id": id_ or slug(first_text(name), self._taken), "name": name, **given(fields)}
        self._taken.add(new["id"])
        stage["touchpoints"].append(new)
        return new

    def map(self, map_id: str, title: Any) -> dict[str, Any]:
        """The whole document. Raises bad_map when there is no stage."""
        if not self.stages:
            raise CestaError("bad_map", "There is no stage in this file.", "A map needs at least one stage.")
        head = {"cesta": "map/1", "id": map_id, "title": title or map_id}
        rest = {"start": {"first_of": [FIRST_EVENT]}}
        return {**head, **given(self.data), **rest, "stages": self.stages}


def check_many(known: int) -> None:
    if known >= MOST:
        message = f"This file has more than {MOST} of one thing."
        raise CestaError("too_large", message, "Is it a table of events? Load it as data.")


def given(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Those that say something."""
    return {key: value for key, value in fields.items() if value not in (None, "", [], {})}


def first_text(text: Any) -> str:
    return next(iter(text.values()), "") if isinstance(text, Mapping) else str(text)


def barriers_from(texts: Iterable[str]) -> list[dict[str, Any]]:
    """Barriers of which a file only says the words. Raises too_large."""
    found: list[dict[str, Any]] = []
    for text in texts:
        check_many(len(found))
        found.append({"id": slug(text, [known["id"] for known in found]), "text": text})
    return found


def mood_from(value: Any, scale: str = "") -> float | None:
    """A mood on −2 … +2 from a number, or a number of stars from 1 to 5 (`scale` "stars").

    >>> mood_from("-1,5"), mood_from("4", "stars"), mood_from("sad"), mood_from(9)
    (-1.5, 1.0, None, 2.0)
    """
    try:
        number = float(str(value).replace("−", "-").replace(",", ".").strip())
    except ValueError:
        return None
    if scale == "stars":
        number -= 3
    whole = max(-2.0, min(2.0, number))
    return None if whole != whole else whole


def own_id(name: str) -> str:
    """An id from the name of a file.

    >>> own_id("Nákup bot.cjm.yaml"), own_id("propose.csv")
    ('nakup-bot', 'propose-map')
    """
    stem = PurePath(name).name.partition(".")[0] or "map"
    found = stem if not any(is_slug(stem, "")) else slug(stem)
    return f"{found}-map" if found in PAGES else found
