"""SVG and PNG: one is text that carries its map, the other is dots of the right size with ink in it."""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image

from cesta.exchange.carried import read_svg
from cesta.exchange.pictures import SHARP, write_png, write_svg
from cesta.exchange.sheet import Sheet


def test_a_png_has_ink_and_the_svgs_shape(taken: Callable[..., Sheet]) -> None:
    sheet = taken("ru", numbers=False)
    svg = write_svg(sheet)
    assert read_svg(svg) == sheet.data
    image = Image.open(io.BytesIO(write_png(sheet)))
    assert f'width="{image.width / SHARP:g}"'.encode() in svg
    colours = image.convert("L").histogram()
    assert sum(colours[:120]) > 1000
