"""A map on paper as PDF: one A3, A4 sheets with marks to glue them by, or a booklet with a page for each stage."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from cesta.exchange.picture.draw import picture_of
from cesta.exchange.picture.frame import STAGE_TOP, frame_of
from cesta.exchange.picture.lettering import folder
from cesta.exchange.picture.svg import svg_of
from cesta.exchange.sheet import Sheet
from cesta.exchange.summary import period_of, who_of
from cesta.exchange.tables import Table, barriers_table, known, stops_table
from cesta.exchange.wording import tell
from cesta.maps.view import StageView

TEMPLATE = Path(__file__).with_name("pages.typ")
LAYOUTS = ("a3", "a4", "booklet")
TILES = 2
"""A4 sheets side by side."""
WIDE = 46
"""Characters that make a column the widest."""


def write_pdf(sheet: Sheet, layout: str = "a3") -> bytes:
    """The pages, with the typeface inside and their text as text."""
    import typst

    data = json.dumps(contents(sheet, layout), ensure_ascii=False)
    return typst.compile(TEMPLATE.read_bytes(), format="pdf", font_paths=_fonts(), sys_inputs={"data": data})


@cache
def _fonts() -> Any:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder())])


def contents(sheet: Sheet, layout: str) -> dict[str, Any]:
    """All that the template shows."""
    picture, view, language = picture_of(sheet), sheet.view, sheet.language
    segment = next((each for each in view.segments if each.id == view.segment), None)
    head = [*who_of(sheet), segment.description if segment else None, *period_of(sheet)]
    if sheet.numbers:
        data = f"{tell('snapshot', language)} {view.as_of or '–'}, {view.generation[:12]}"
    else:
        data = tell("no_numbers", language)
    foot = [f"{tell('made_with', language)} {sheet.day}", data]
    return {
        "layout": layout,
        "lang": language,
        "title": view.title,
        "alt": picture.described,
        "svg": svg_of(picture, ground=None),
        "width": picture.width,
        "height": picture.height,
        "head": " · ".join(filter(None, head)),
        "foot": " · ".join(foot),
        "page": tell("page", language, "{0}", "{1}"),
        "sheet": tell("sheet", language, "{0}", "{1}"),
        "overlap": tell("overlap", language),
        "tiles": TILES,
        "stages": _stages(sheet) if layout == "booklet" else [],
        "last": _last(sheet),
    }


def _stages(sheet: Sheet) -> list[dict[str, Any]]:
    frame, found = frame_of(sheet), []
    stops, barriers = stops_table(sheet), barriers_table(sheet)
    for stage, (left, wide) in zip(sheet.view.stages, frame.cols, strict=True):
        named = {stop.name for stop in stage.touchpoints}
        own = Table("", stops.heads[1:], tuple(row[1:] for row in stops.rows if row[0] == stage.name))
        said = Table(barriers.title, barriers.heads, tuple(row for row in barriers.rows if row[0] in named))
        found.append(
            {
                "name": stage.name,
                "facts": facts_of(sheet, stage),
                "x": left - 8,
                "y": STAGE_TOP,
                "w": wide + 4,
                "h": frame.bottom - STAGE_TOP,
                "tables": [_table(table) for table in (own, said) if table.rows],
            }
        )
    return found


def facts_of(sheet: Sheet, stage: StageView) -> str:
    language = sheet.language
    facts = [stage.customer_goal, f"{tell('owner', language)}: {stage.owner or tell('no_owner', language)}"]
    if sheet.numbers:
        for key, number in (("reached", stage.reached), ("go_on", stage.conversion), ("time", stage.median_seconds)):
            if number is not None and number.n:
                facts.append(f"{tell(key, language)}: {known(number, language)}")
    return " · ".join(filter(None, facts))


def _last(sheet: Sheet) -> dict[str, Any]:
    language, table = sheet.language, barriers_table(sheet)
    lines = []
    if sheet.numbers:
        when = f"{sheet.view.as_of or '–'}, {sheet.view.timezone}, n ≥ {sheet.view.min_n}"
        lines.append(f"{tell('snapshot', language)}: {when}")
        lines += [f"{stop.name}: {stop.rule}" for stop in sheet.stops]
    lines += [f"{tell(f'evidence.{kind}', language)}: {sign}" for kind, sign in (("measured", "——"), ("assumed", "?"))]
    return {
        "title": table.title,
        "nothing": tell("nothing_stops", language),
        "tables": [{**_table(table), "title": ""}] if table.rows else [],
        "sources": tell("sources", language),
        "lines": lines,
    }


def _table(table: Table) -> dict[str, Any]:
    widths = [max(6, min(WIDE, max(map(len, column)))) for column in zip(table.heads, *table.rows, strict=True)]
    rows: Sequence[Sequence[str]] = table.rows
    return {"title": table.title, "heads": table.heads, "rows": rows, "widths": widths}
