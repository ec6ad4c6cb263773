"""Write web/openapi.json, what the screen's types are generated from.

.venv/bin/python scripts/openapi.py
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from cesta.api.app import routes
from cesta.api.collect.described import shapes as shapes_of_clients

ASKED = ("Events", "FilesToGuess", "FilesToLoad", "Answers", "TableWanted", "Column", "Changes", "Choice", "NewMap")
"""Shapes that readers send; all others are answers, in which every key is always there."""
TEXT_OR_NULL = {"oneOf": [{"type": "string"}, {"type": "null"}]}
ERROR = {
    "type": "object",
    "title": "ErrorBody",
    "properties": {"code": {"type": "string"}, "message": {"type": "string"}, "hint": TEXT_OR_NULL},
    "required": ["code", "message", "hint"],
}
TARGET = Path(__file__).resolve().parent.parent / "web" / "openapi.json"


def text() -> str:
    """The interface's description, the same bytes for the same code."""
    described: dict[str, Any] = routes().openapi_schema.to_schema()
    shapes = described["components"]["schemas"]
    sent = {*ASKED, *shapes_of_clients()}
    for name, shape in shapes.items():
        if name not in sent and "properties" in shape:
            shape["required"] = sorted(shape["properties"])
    shapes["ErrorBody"] = ERROR
    return json.dumps(described, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def main() -> None:
    """Write the file."""
    TARGET.write_text(text(), encoding="utf-8")
    print(TARGET.name, "written", file=sys.stderr)


if __name__ == "__main__":
    main()
