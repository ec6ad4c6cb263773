"""A document with some of its fields said anew: what people wrote around them stays."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cesta.store.documents import Document, parse_document, read_text, written


def drafted(path: Path, head: str, fields: Mapping[str, Any], lang: str) -> Document:
    """The document of this file (where there is none, of the text `head`) with these fields laid over it.

    None takes a field away, one that is not named stays as it is, as do comments; where people wrote a text in several
    languages, `lang` is changed alone. Raises no_access, bad_yaml.
    """
    tree = parse_document(read_text(path) if path.exists() else head, path).tree
    for name, said in fields.items():
        if said is None:
            tree.pop(name, None)
        elif isinstance(tree.get(name), dict) and isinstance(said, str):
            tree[name][lang] = said
        else:
            tree[name] = said
    return parse_document(written(tree), path)
