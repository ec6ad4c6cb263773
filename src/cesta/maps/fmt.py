"""The settled form of a document: one indentation, quotes only where they are needed, comments kept."""

from __future__ import annotations

import io
from pathlib import Path

from ruamel.yaml import YAML

from cesta.model.errors import CestaError
from cesta.store.documents import parse_document

_NO_WRAP = 1_000_000


def fmt(text: str, path: Path = Path("map.yaml")) -> str:
    """The same document, tidied; formatting it again changes nothing. Raises bad_yaml.

    >>> print(fmt("a:   'x'\\n# why\\nb:\\n- '1'\\n"), end="")
    a: x
    # why
    b:
      - '1'
    """
    before = parse_document(text, path)
    if before.data is None:
        return _ends(text)
    shown = text
    for _ in range(4):
        # one pass may move a comment's column and a second one settle it
        again = _ends(_once(shown))
        if again == shown:
            break
        shown = again
    after = parse_document(shown, path)
    if after.data != before.data:
        raise CestaError("bad_format", f"{path} cannot be formatted without changing it.", "Please report this.")
    return shown


def _once(text: str) -> str:
    yaml = YAML(typ="rt")
    yaml.width = _NO_WRAP
    yaml.preserve_quotes = False
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(yaml.load(text), out)
    return out.getvalue()


def _ends(text: str) -> str:
    """No blanks at the ends of lines, one line break at the end."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n") + "\n"
