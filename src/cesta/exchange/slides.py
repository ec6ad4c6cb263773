"""A map as slides whose parts can be moved and edited: the map, one slide a stage, and what stops customers.

Every circle, path and line of text of the drawing is a shape of its own; tables are tables.
"""

from __future__ import annotations

import io
from typing import Any

from cesta.exchange.carried import document_in, no_map_inside
from cesta.exchange.picture.draw import picture_of
from cesta.exchange.picture.lettering import FAMILY
from cesta.exchange.picture.lettering import width as width_of
from cesta.exchange.picture.shapes import Circle, Command, Fade, Path, Picture, Shape, Text
from cesta.exchange.sheet import Sheet
from cesta.exchange.summary import sentences
from cesta.exchange.tables import Table, barriers_table, stops_table
from cesta.exchange.wording import tell
from cesta.maps.view import StageView
from cesta.model.errors import CestaError
from cesta.store.documents import MOST_LETTERS

WIDE, HIGH = 13.333, 7.5
"""Inches of a slide."""
EMU = 914_400
CARRIED = "/cesta/map.yaml"
CURVE = 6
"""Straight pieces that stand for a curve."""
MOST_ROWS = 12


def write_pptx(sheet: Sheet) -> bytes:
    """The slides, with the map's YAML inside."""
    from pptx import Presentation
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI
    from pptx.util import Inches

    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDE), Inches(HIGH)
    deck.core_properties.title, deck.core_properties.author = sheet.view.title, "Cesta"
    deck.core_properties.language = sheet.language
    _drawn(deck, picture_of(sheet), sheet)
    for stage in sheet.view.stages:
        _stage(deck, sheet, stage)
    _opportunities(deck, sheet)
    part = Part(PackURI(CARRIED), "application/yaml", deck.part.package, sheet.text.encode())
    deck.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _slide(deck: Any, notes: str) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.notes_slide.notes_text_frame.text = notes
    return slide


def _drawn(deck: Any, picture: Picture, sheet: Sheet) -> None:
    """The whole drawing on the first slide, as large as it fits; what it says in the notes."""
    slide = _slide(deck, "\n".join(sentences(sheet)))
    unit = min(WIDE / picture.width, HIGH / picture.height) * EMU
    left = (WIDE * EMU - picture.width * unit) / 2
    for shape in picture.shapes:
        _add(slide, shape, unit, left)


def _add(slide: Any, shape: Shape, unit: float, left: float) -> None:
    from pptx.enum.shapes import MSO_SHAPE

    if isinstance(shape, Text):
        _text(slide, shape, unit, left)
        return
    if isinstance(shape, Circle):
        box = (left + (shape.x - shape.r) * unit, (shape.y - shape.r) * unit, shape.r * 2 * unit, shape.r * 2 * unit)
        _look(slide.shapes.add_shape(MSO_SHAPE.OVAL, *map(int, box)), shape, unit)
        return
    for points, closed in _lines(shape.commands):
        if len(points) > 1:
            first, *rest = [(left + x * unit, y * unit) for x, y in points]
            builder = slide.shapes.build_freeform(int(first[0]), int(first[1]))
            builder.add_line_segments([(int(x), int(y)) for x, y in rest], close=closed)
            _look(builder.convert_to_shape(), shape, unit)


def _lines(commands: tuple[Command, ...]) -> list[tuple[list[tuple[float, float]], bool]]:
    """Every stroke as points; curves in a few straight pieces."""
    strokes: list[tuple[list[tuple[float, float]], bool]] = []
    for name, values in commands:
        if name == "M":
            strokes.append(([(values[0], values[1])], False))
        elif name == "L":
            strokes[-1][0].append((values[0], values[1]))
        elif name == "C":
            strokes[-1][0].extend(_curve(strokes[-1][0][-1], values))
        else:
            strokes[-1] = (strokes[-1][0], True)
    return strokes


def _curve(start: tuple[float, float], values: tuple[float, ...]) -> list[tuple[float, float]]:
    found = []
    for step in range(1, CURVE + 1):
        t = step / CURVE
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        xs, ys = (start[0], *values[0::2]), (start[1], *values[1::2])
        x, y = (sum(w * v for w, v in zip(weights, values, strict=True)) for values in (xs, ys))
        found.append((x, y))
    return found


def _look(drawn: Any, shape: Path | Circle, unit: float) -> None:
    from pptx.enum.dml import MSO_LINE

    drawn.shadow.inherit = False
    fill = shape.fill.plain if isinstance(shape.fill, Fade) else shape.fill
    if fill:
        drawn.fill.solid()
        drawn.fill.fore_color.rgb = _colour(fill)
    else:
        drawn.fill.background()
    if shape.stroke:
        drawn.line.color.rgb = _colour(shape.stroke)
        drawn.line.width = int(shape.width * unit)
        if shape.dash:
            drawn.line.dash_style = MSO_LINE.ROUND_DOT if shape.dash[0] < 3 else MSO_LINE.DASH
    else:
        drawn.line.fill.background()


def _colour(colour: str) -> Any:
    from pptx.dml.color import RGBColor

    made: Any = RGBColor
    return made(*bytes.fromhex(colour[1:]))


def _text(slide: Any, shape: Text, unit: float, left: float) -> None:
    """A box exactly around the line, so that it stands where it was drawn and can still be edited."""
    wide = width_of(shape.text, shape.size, shape.weight) + 4
    x = shape.x - {"start": 0.0, "middle": wide / 2, "end": wide}[shape.anchor]
    box = (left + x * unit, (shape.y - shape.size) * unit, wide * unit, shape.size * 1.35 * unit)
    frame = slide.shapes.add_textbox(*map(int, box)).text_frame
    _words(frame, shape.text, shape.size * unit / EMU * 72, shape.colour, bold=shape.weight == 600)
    _align(frame, shape.anchor)


def _align(frame: Any, anchor: str) -> None:
    from pptx.enum.text import PP_ALIGN

    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = False
    frame.paragraphs[0].alignment = {"start": PP_ALIGN.LEFT, "middle": PP_ALIGN.CENTER, "end": PP_ALIGN.RIGHT}[anchor]


def _words(frame: Any, text: str, points: float, colour: str = "#1f2933", *, bold: bool = False) -> None:
    from pptx.util import Pt

    run = frame.paragraphs[0].add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.name = Pt(round(points * 2) / 2), bold, FAMILY
    run.font.color.rgb = _colour(colour)


def _stage(deck: Any, sheet: Sheet, stage: StageView) -> None:
    from cesta.exchange.pages import facts_of

    whole = stops_table(sheet)
    rows = tuple(row[1:] for row in whole.rows if row[0] == stage.name)
    _page(deck, stage.name, facts_of(sheet, stage), Table("", whole.heads[1:], rows))


def _opportunities(deck: Any, sheet: Sheet) -> None:
    table = barriers_table(sheet)
    said = "" if table.rows else tell("nothing_stops", sheet.language)
    for start in range(0, max(1, len(table.rows)), MOST_ROWS):
        _page(deck, table.title, said, Table("", table.heads, table.rows[start : start + MOST_ROWS]))


def _page(deck: Any, title: str, said: str, table: Table) -> None:
    from pptx.util import Inches

    slide = _slide(deck, said)
    for top, text, points, bold in ((0.35, title, 26, True), (0.95, said, 13, False)):
        frame = slide.shapes.add_textbox(Inches(0.5), Inches(top), Inches(WIDE - 1), Inches(0.5)).text_frame
        frame.word_wrap = True
        _words(frame, text, points, bold=bold)
    if not table.rows:
        return
    size = (Inches(0.5), Inches(1.6), Inches(WIDE - 1), Inches(0.35 * (len(table.rows) + 1)))
    grid = slide.shapes.add_table(len(table.rows) + 1, len(table.heads), *size).table
    widths = [max(7, min(40, max(map(len, column)))) for column in zip(table.heads, *table.rows, strict=True)]
    for place, wide in enumerate(widths):
        grid.columns[place].width = int(Inches(WIDE - 1) * wide / sum(widths))
    for number, row in enumerate((table.heads, *table.rows)):
        for place, text in enumerate(row):
            _cell(grid.cell(number, place), text, head=number == 0)


def _cell(cell: Any, text: str, *, head: bool) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = _colour("#f4f1ea" if head else "#ffffff")
    _words(cell.text_frame, text, 11, "#52606d" if head else "#1f2933", bold=head)


def read_pptx(content: bytes, name: str) -> Any:
    """The map that slides of ours carry. Raises no_map_inside, bad_file."""
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package, package.open(CARRIED.lstrip("/")) as carried:
            # One letter more than is read says that it is too long, however far a small file would unfold.
            return document_in(carried.read(MOST_LETTERS * 4 + 4).decode())
    except KeyError:
        raise no_map_inside() from None
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, UnicodeDecodeError) as error:
        raise CestaError("bad_file", f"{name} cannot be read: {error}.", "Is it whole?") from error
