"""A map as a picture in a file: SVG, which carries the map itself, and PNG."""

from __future__ import annotations

from cesta.exchange.picture.draw import picture_of
from cesta.exchange.picture.lettering import FAMILY, files
from cesta.exchange.picture.svg import svg_of
from cesta.exchange.sheet import Sheet

SHARP = 2.0
"""Pixels of a PNG for each of the drawing's."""


def write_svg(sheet: Sheet) -> bytes:
    return svg_of(picture_of(sheet), carried=sheet.text).encode()


def write_png(sheet: Sheet) -> bytes:
    """Drawn with the typeface that the program brings, whatever the machine has."""
    return png_of(svg_of(picture_of(sheet)), SHARP)


def png_of(svg: str, zoom: float) -> bytes:
    """A drawing in dots."""
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=zoom,
            font_files=files(),
            font_family=FAMILY,
            sans_serif_family=FAMILY,
            skip_system_fonts=True,
        )
    )
