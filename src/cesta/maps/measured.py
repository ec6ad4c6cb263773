"""The measures that a map asks to see: each with its number, or without one while it is not worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from cesta.maps.document import MapDocument
from cesta.maps.view import Goal, MeasureView, Number, StageView
from cesta.measures.computed import COMPUTED
from cesta.measures.document import MeasureDocument
from cesta.model.shape import say

Declared = Mapping[str, MeasureDocument]


def map_measures(
    document: MapDocument, goal: Goal | None, declared: Declared, language: str
) -> tuple[MeasureView, ...]:
    """Those of the whole map."""
    return _views(document.measures, {"conversion": goal.rate if goal else None}, declared, language)


def with_measures(
    stages: Iterable[StageView], document: MapDocument, declared: Declared, language: str
) -> tuple[StageView, ...]:
    """The stages, each with the measures that the document asks for."""
    return tuple(
        replace(stage, measures=_views(asked.measures, _numbers(stage), declared, language))
        for stage, asked in zip(stages, document.stages, strict=True)
    )


def _numbers(stage: StageView) -> dict[str, Number | None]:
    return {
        "stage-conversion": stage.conversion,
        "time-in-stage": stage.median_seconds,
        "reach": stage.reached,
        "loss": stage.lost,
    }


def _views(
    names: Iterable[str], numbers: Mapping[str, Number | None], declared: Declared, language: str
) -> tuple[MeasureView, ...]:
    """A name that nobody declared is left out: the linter says so."""
    return tuple(
        MeasureView(name, say(known.name, language) or name, known.direction, numbers.get(name))
        for name in names
        if (known := COMPUTED.get(name) or declared.get(name)) is not None
    )
