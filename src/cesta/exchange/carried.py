"""The map's own YAML inside a file of another kind: put in where readers do not see it, and found again."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

from cesta.exchange.sheet import plain_data
from cesta.model.errors import CestaError
from cesta.store.documents import parse_document

IN_HTML = ('<script type="application/yaml" id="cesta-map">', "</script>")
IN_SVG = ('<metadata id="cesta-map">', "</metadata>")
FENCE = re.compile(r"^(`{3,})yaml cesta-map\n", re.MULTILINE)


def in_html(text: str) -> str:
    """As a part of a page that browsers keep but never show; nothing in it can end the part early."""
    return f"{IN_HTML[0]}\n{text.replace('&', '&amp;').replace('<', '&lt;')}{IN_HTML[1]}"


def in_markdown(text: str) -> str:
    """As a block of code, fenced by more backticks than the text has anywhere."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}yaml cesta-map\n{text.rstrip()}\n{fence}\n"


def read_html(content: bytes) -> Any:
    return _between(content, IN_HTML)


def read_svg(content: bytes) -> Any:
    return _between(content, IN_SVG)


def read_markdown(content: bytes) -> Any:
    text = content.decode("utf-8", "replace")
    begun = FENCE.search(text)
    ended = begun and re.compile(rf"^{begun[1]}\s*$", re.MULTILINE).search(text, begun.end())
    if not begun or not ended:
        raise no_map_inside()
    return document_in(text[begun.end() : ended.start()])


def no_map_inside() -> CestaError:
    return CestaError(
        "no_map_inside",
        "This file does not carry its map.",
        "Files that Cesta wrote as HTML, SVG, PPTX, Markdown, XES or OCEL do; else import its table or YAML.",
    )


def _between(content: bytes, marks: tuple[str, str]) -> Any:
    """What stands between the first of each: a file full of beginnings is read once, not once for each."""
    _, begun, rest = content.decode("utf-8", "replace").partition(marks[0])
    inside, ended, _ = rest.partition(marks[1])
    if not begun or not ended:
        raise no_map_inside()
    return document_in(html.unescape(inside))


def document_in(text: str, name: str = "map.yaml") -> Any:
    """The plain data of a map's YAML; name: of its file, for errors. Raises bad_yaml."""
    return plain_data(parse_document(text, Path(name)).data)
