"""Which valley of a map's mood line deepened: a measured mood below nothing that clearly fell, else the lowest."""

from __future__ import annotations

from cesta.maps.view import Emotion, MapView

VALLEY = "valley"
"""What a cell says for the deepest change of the mood line, wherever it is."""


def valley(now: MapView, before: MapView) -> tuple[str, Emotion, Emotion | None] | None:
    """The touchpoint in words, its mood, and its mood before where that was measured, too; None where none is."""
    earlier = {stop.id: stop.emotion for stage in before.stages for stop in stage.touchpoints}
    found = []
    for stage in now.stages:
        for stop in stage.touchpoints:
            value = measured(stop.emotion)
            if value is not None:
                old = earlier.get(stop.id)
                old = old if old is not None and measured(old) is not None else None
                fell = value - (old.value or 0.0) if old is not None and value < 0 and apart(stop.emotion, old) else 0.0
                found.append((min(fell, 0.0), value, stop.name, stop.emotion, old))
    if not found:
        return None
    _, _, name, mood, old = min(found, key=lambda one: one[:2])
    return name, mood, old


def measured(mood: Emotion) -> float | None:
    return mood.value if mood.evidence == "measured" else None


def apart(one: Emotion, other: Emotion) -> bool:
    """Whether both intervals lie wholly apart."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    return one.low > other.high or one.high < other.low
