"""A map's plain data as the YAML that people edit: short things on one line, no wrapping."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

from cesta.store.documents import parse_document

SHORT = 110
"""Characters of a list or mapping that still stands on one line."""
UNSURE = re.compile(r"^[:?\-]|:[,\s]|:$")
"""Texts that the writer of YAML leaves bare where its reader takes them for a mapping."""
LONG = frozenset({"stages", "touchpoints", "barriers", "fixes", "own_lanes"})


def yaml_of(data: Mapping[str, Any]) -> str:
    """The document as text.

    >>> print(yaml_of({"id": "a", "match": {"event": "visit"}, "stages": [{"id": "s"}]}), end="")
    id: a
    match: {event: visit}
    stages:
      - id: s
    """
    yaml = YAML(typ="rt")
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(_tree(data, top=True), out)
    return out.getvalue()


def flow_of(value: Any) -> str:
    """A value in one line, as a cell of a table holds it.

    >>> flow_of({"event": "visit", "where": "channel = 'web'"}), flow_of(["a", "b"]), flow_of("visit")
    ("{event: visit, where: channel = 'web'}", '[a, b]', 'visit')
    """
    yaml = YAML(typ="rt")
    yaml.width = 1_000_000
    out = io.StringIO()
    yaml.dump(_tree(value, inline=True), out)
    return out.getvalue().removesuffix("...\n").strip()


def read_flow(text: str) -> Any:
    """What `flow_of` wrote. Raises bad_yaml."""
    return parse_document(text, Path("cell")).data


def _quoted(text: str) -> str:
    quoted: str = DoubleQuotedScalarString(text) if "\n" in text else SingleQuotedScalarString(text)
    return quoted


def _tree(value: Any, *, top: bool = False, inline: bool = False, key: str = "") -> Any:
    if isinstance(value, str):
        return _quoted(value) if UNSURE.search(value) else value
    if not isinstance(value, Mapping | list | tuple):
        return value
    flat = inline or (not top and key not in LONG and len(str(value)) <= SHORT)
    tree: Any
    if isinstance(value, Mapping):
        tree = CommentedMap((name, _tree(item, inline=flat, key=str(name))) for name, item in value.items())
    else:
        # The parts of a list of things each have lines of their own.
        tree = CommentedSeq([_tree(item, inline=flat, top=key in LONG) for item in value])
    if flat:
        tree.fa.set_flow_style()
    return tree
