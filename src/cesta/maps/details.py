"""What people wrote about a stage or a touchpoint, field by field, and the lanes that only hold such words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cesta.maps.fields import BLUEPRINT, TEXT_LANES
from cesta.maps.view import Detail, LaneCell, LaneRow
from cesta.model.shape import say

FIELDS = (
    "customer_goal", "needs", "expectations", "motivation", "thinks", "trigger", "tool", "criticality",
    "moment_of_truth", "focus", "owner", "resources", "tags", "notes",
)  # fmt: skip


def details(part: Mapping[str, Any], language: str) -> tuple[Detail, ...]:
    """The fields that say something, in the order of the practice."""
    found = [Detail(field, tuple(_texts(part.get(field), language))) for field in FIELDS]
    found += [Detail(f"raci.{name}", tuple(_texts(who, language))) for name, who in (part.get("raci") or {}).items()]
    found += [Detail("feelings", tuple((part.get("emotion") or {}).get("feelings") or ()))]
    found += [Detail(f"targets.{name}", (f"{value:g}",)) for name, value in (part.get("targets") or {}).items()]
    found += [Detail(field, tuple(_shown(part.get(field), language))) for field in ("benchmark", "links")]
    return tuple(detail for detail in found if detail.texts)


def lane_rows(data: Mapping[str, Any], lanes: tuple[str, ...], language: str) -> tuple[LaneRow, ...]:
    """The lanes of words that a map draws, in its order, each cell under its stage or touchpoint."""
    own = {lane["id"]: lane for lane in data.get("own_lanes") or () if lane and lane.get("id")}
    rows = []
    for lane in lanes:
        if lane in own:
            cells = own[lane].get("cells") or {}
            rows.append(LaneRow(lane, say(own[lane].get("name"), language) or lane, _named(data, cells, language)))
        elif lane in BLUEPRINT:
            rows.append(LaneRow(lane, None, _named(data, (data.get("blueprint") or {}).get(lane) or {}, language)))
        elif lane in TEXT_LANES:
            rows.append(LaneRow(lane, None, tuple(_told(data, lane, language))))
    return tuple(rows)


def _parts(data: Mapping[str, Any]) -> Iterator[tuple[str, str | None, Mapping[str, Any]]]:
    for stage in data.get("stages") or ():
        if stage and stage.get("id"):
            yield stage["id"], None, stage
            for stop in stage.get("touchpoints") or ():
                if stop and stop.get("id"):
                    yield stage["id"], stop["id"], stop


def _named(data: Mapping[str, Any], cells: Mapping[str, Any], language: str) -> tuple[LaneCell, ...]:
    return tuple(
        LaneCell(stage, stop, text)
        for stage, stop, _ in _parts(data)
        if (text := say(cells.get(stop or stage), language))
    )


def _told(data: Mapping[str, Any], field: str, language: str) -> Iterator[LaneCell]:
    for stage, stop, part in _parts(data):
        read = _shown if field == "benchmark" else _texts
        text = " · ".join(read(part.get(field), language))
        if text:
            yield LaneCell(stage, stop, text)


def _texts(value: Any, language: str) -> Iterator[str]:
    """The texts in a field: one, several, or "true" of a mark that is set."""
    if isinstance(value, bool):
        yield from ("true",) * value
    elif isinstance(value, list | tuple):
        yield from (say(item, language) or "" for item in value if item is not None)
    elif value is not None:
        yield say(value, language) or ""


def _shown(items: Any, language: str) -> Iterator[str]:
    for item in items or ():
        if item is not None:
            parts = (item.get("who") or item.get("url"), say(item.get("text"), language))
            yield ": ".join(part for part in parts if part)
