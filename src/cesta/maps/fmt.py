"""The settled form of a document: one indentation, quotes only where they are needed, comments kept."""

from __future__ import annotations

import io
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from cesta.model.errors import CestaError
from cesta.store.documents import parse_document

_NO_WRAP = 1_000_000


def fmt(text: str, path: Path = Path("map.yaml")) -> str:
    """The same document, tidied; formatting it again changes nothing. Raises bad_yaml.

    A document that cannot be tidied without changing what it says (some odd keys in quotes) is left as it is.

    >>> print(fmt("a:   'x'\\n# why\\nb:\\n- '1'\\n"), end="")
    a: x
    # why
    b:
      - '1'
    """
    before = parse_document(text, path).data
    if before is None:
        return text
    try:
        shown = _settled(text)
        same = shown is not None and parse_document(shown, path).data == before
    except (CestaError, YAMLError, ValueError):
        same = False
    return shown if same and shown is not None else text


def _settled(text: str) -> str | None:
    """Formatted until it no longer changes: one pass may move a comment's column and a second one settle it."""
    shown = text
    for _ in range(5):
        again = _ends(_once(shown))
        if again == shown:
            return shown
        shown = again
    return None


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
