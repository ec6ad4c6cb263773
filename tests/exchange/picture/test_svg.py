"""SVG: sound XML with a title, text as text, and what is carried whole."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from cesta.exchange.picture.shapes import Circle, Fade, Picture, Text, box, line
from cesta.exchange.picture.svg import svg_of


def test_sound_and_escaped() -> None:
    shapes = (
        Text(1, 2, "a < b & „c”", 13, 600, anchor="middle"),
        Circle(1, 1, 3, "#fff", "#000", 1, (2, 4)),
        box(0, 0, 5, 5, Fade(((0, "#fff", 1), (1, "#000", 0)), (0, 5))),
        line(0, 0, 1, 1, "#000"),
    )
    root = ET.fromstring(svg_of(Picture(10, 10, shapes, "T < U", "said", "pl"), carried="id: <a>"))
    space = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{space}title") == "T < U"
    assert root.findtext(f"{space}metadata") == "id: <a>"
    assert root.findtext(f"{space}text") == "a < b & „c”"
    assert len(list(root.iter(f"{space}linearGradient"))) == 1
    assert root.get("lang") == "pl"
