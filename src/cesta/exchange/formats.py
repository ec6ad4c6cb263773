"""The formats a map goes out in and comes back from: one row each, with what writes and what reads it."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Literal

from cesta.model.errors import CestaError, unknown

Kind = Literal["picture", "document", "table", "journeys"]


@dataclass(frozen=True, slots=True)
class Format:
    """id: also the usual ending of its files. write, read: "module:function" of this package, imported when needed.

    kind "journeys": made of the journeys of single customers. exact: what comes back says all that went out.
    """

    id: str
    endings: tuple[str, ...]
    media: str
    kind: Kind
    write: str
    read: str | None = None
    exact: bool = False


FORMATS: tuple[Format, ...] = (
    Format("svg", (".svg",), "image/svg+xml", "picture", "pictures:write_svg", "carried:read_svg", True),
    Format("png", (".png",), "image/png", "picture", "pictures:write_png"),
    Format("pdf", (".pdf",), "application/pdf", "picture", "pages:write_pdf"),
    Format("pptx", (".pptx",), "application/vnd.openxmlformats-officedocument.presentationml.presentation", "document",
           "slides:write_pptx", "slides:read_pptx", True),
    Format("html", (".html", ".htm"), "text/html; charset=utf-8", "document", "web_page:write_page",
           "carried:read_html", True),
    Format("md", (".md", ".markdown"), "text/markdown; charset=utf-8", "document", "markdown:write_markdown",
           "markdown:read_markdown", True),
    Format("yaml", (".yaml", ".yml"), "application/yaml", "document", "plain_yaml:write_yaml", "plain_yaml:read_yaml",
           True),
    Format("xlsx", (".xlsx",), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "table",
           "xlsx_map:write_xlsx", "xlsx_map:read_xlsx", True),
    Format("csv", (".csv", ".tsv"), "text/csv; charset=utf-8", "table", "csv_map:write_csv", "csv_map:read_csv"),
    Format("mermaid", (".mmd", ".mermaid"), "text/plain; charset=utf-8", "document", "mermaid:write_mermaid",
           "mermaid:read_mermaid"),
    Format("cjml", (".cjml", ".xml"), "application/xml", "document", "cjml:write_cjml", "cjml:read_cjml"),
    Format("ems", (".cjm.yaml", ".ems.yaml"), "application/yaml", "document", "ems:write_ems", "ems:read_ems"),
    Format("xes", (".xes",), "application/xml", "journeys", "event_logs:xes_of", "event_logs:read_xes", True),
    Format("ocel", (".jsonocel", ".ocel.json", ".json"), "application/json", "journeys", "event_logs:ocel_of",
           "event_logs:read_ocel", True),
)  # fmt: skip
BY_ID = {each.id: each for each in FORMATS}


def named(format_id: str) -> Format:
    """The format of this id. Raises unknown_format."""
    if format_id not in BY_ID:
        raise unknown("unknown_format", "format", format_id, BY_ID)
    return BY_ID[format_id]


def of_file(name: str) -> Format:
    """The format of a file by its ending, the longest that fits. Raises unknown_format."""
    low = PurePath(name).name.lower()
    fitting = [(len(ending), each) for each in FORMATS for ending in each.endings if low.endswith(ending)]
    if not fitting:
        known: Iterable[str] = (each.endings[0] for each in FORMATS)
        raise CestaError("unknown_format", f'No format of maps ends like "{name}".', f"Known: {', '.join(known)}.")
    return max(fitting, key=lambda each: each[0])[1]


def function(named_: str) -> Any:
    """What "module:function" names; imported only now, as slides and pages need much."""
    module, _, name = named_.partition(":")
    return getattr(importlib.import_module(f"cesta.exchange.{module}"), name)
