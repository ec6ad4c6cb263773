"""The map's own YAML inside a file of another kind: put in where readers do not see it, and found again."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

from cesta.exchange.sheet import plain_data
from cesta.model.errors import CestaError
from cesta.store.documents import parse_document

IN_HTML = re.compile(r'<script type="application/yaml" id="cesta-map">\n?(.*?)</script>', re.DOTALL)
IN_SVG = re.compile(r'<metadata id="cesta-map">(.*?)</metadata>', re.DOTALL)
IN_MARKDOWN = re.compile(r"^(`{3,})yaml cesta-map\n(.*?)^\1\s*$", re.DOTALL | re.MULTILINE)


def in_html(text: str) -> str:
    """As a part of a page that browsers keep but never show; nothing in it can end the part early."""
    return (
        f'<script type="application/yaml" id="cesta-map">\n{text.replace("&", "&amp;").replace("<", "&lt;")}</script>'
    )


def in_markdown(text: str) -> str:
    """As a block of code, fenced by more backticks than the text has anywhere."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}yaml cesta-map\n{text.rstrip()}\n{fence}\n"


def read_html(content: bytes) -> Any:
    return _found(IN_HTML.search(content.decode("utf-8", "replace")), 1)


def read_svg(content: bytes) -> Any:
    return _found(IN_SVG.search(content.decode("utf-8", "replace")), 1)


def read_markdown(content: bytes) -> Any:
    return document_in(_needed(IN_MARKDOWN.search(content.decode("utf-8", "replace")))[2])


def _needed(found: re.Match[str] | None) -> re.Match[str]:
    if found is None:
        raise no_map_inside()
    return found


def no_map_inside() -> CestaError:
    return CestaError(
        "no_map_inside",
        "This file does not carry its map.",
        "Files that Cesta wrote as HTML, SVG, PPTX, Markdown, XES or OCEL do; else import its table or YAML.",
    )


def _found(found: re.Match[str] | None, group: int) -> Any:
    return document_in(html.unescape(_needed(found)[group]))


def document_in(text: str, name: str = "map.yaml") -> Any:
    """The plain data of a map's YAML; name: of its file, for errors. Raises bad_yaml."""
    return plain_data(parse_document(text, Path(name)).data)
