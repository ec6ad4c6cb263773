"""Where rules that mend are kept: in the source's mapping, so that its next export is mended by itself.

A source without a mapping in the workspace, such as a program that sends events, has them in repairs/<source>.yaml.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from cesta.ingest.repair import Rule, read_rule, rule_document
from cesta.model.errors import CestaError
from cesta.store.disk import make_folder, write_whole
from cesta.store.documents import Document, parse_document, read_document

HEAD = "# Rules that mend what this source sends. Edit them as you like.\nsource: x\nrepairs:\n"
_NO_WRAP = 1_000_000


def rules_of(root: Path, source: str) -> tuple[Rule, ...]:
    """Every rule of this source: its mapping's first, then those beside it. Raises bad_yaml, bad_rule."""
    return tuple(
        rule
        for path in (mapping_path(root, source), _beside(root, source))
        if path.is_file()
        for rule in rules_in(path)
    )


def rules_now(root: Path, source: str) -> tuple[Rule, ...]:
    """`rules_of` for whoever takes events and cannot wait: read once for each state of the documents.

    While one of them has a mistake there are no rules: then things are set aside, and nothing is lost.
    """
    try:
        return _rules_as_of(root, source, *[_stamp(path) for path in _places(root, source)])
    except CestaError:
        return ()


@lru_cache(maxsize=32)
def _rules_as_of(root: Path, source: str, *_: tuple[int, int] | None) -> tuple[Rule, ...]:
    return rules_of(root, source)


@lru_cache(maxsize=256)
def _places(root: Path, source: str) -> tuple[str, str]:
    return str(mapping_path(root, source)), str(_beside(root, source))


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        state = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size


def rules_beside(root: Path, source: str) -> tuple[Rule, ...]:
    """The rules that stand in no mapping."""
    path = _beside(root, source)
    return rules_in(path) if path.is_file() else ()


def rules_in(path: Path) -> tuple[Rule, ...]:
    """The rules under `repairs` in this document. Raises bad_yaml, bad_rule with the line."""
    return _rules(read_document(path))


def keep_rule(root: Path, source: str, rule: Rule) -> Path:
    """Adds the rule to the source's document, whose comments stay; one that is there already stays once."""
    path = mapping_path(root, source) if mapping_path(root, source).is_file() else _beside(root, source)
    if path.is_file():
        document = read_document(path)
    else:
        make_folder(path.parent)
        document = parse_document(HEAD, path)
        document.tree["source"] = source
    if rule not in _rules(document):
        _change(document, lambda rules: rules.append(_shown(rule)))
    return path


def drop_rule(root: Path, source: str, rule: Rule) -> bool:
    """Removes the rule from wherever it is kept; whether it was there."""
    found = False
    for path in (mapping_path(root, source), _beside(root, source)):
        if path.is_file() and rule in _rules(document := read_document(path)):
            found = True
            _change(document, lambda rules: rules.remove(rule_document(rule)))
    return found


def mapping_path(root: Path, source: str) -> Path:
    """Where the mapping of a source is, if it has one."""
    return root / "mappings" / f"{quote(source, safe='')}.yaml"


def _beside(root: Path, source: str) -> Path:
    return root / "repairs" / f"{quote(source, safe='')}.yaml"


def _rules(document: Document) -> tuple[Rule, ...]:
    listed = document.data.get("repairs") if isinstance(document.data, dict) else None
    if listed is None:
        return ()
    where = f"{document.path}:{document.line_of('/repairs')}"
    if not isinstance(listed, list):
        raise CestaError("bad_rule", f"{where}: repairs must be a list of rules.", "Begin each with: - field:")
    rules = []
    for place, given in enumerate(listed):
        try:
            rules.append(read_rule(given))
        except CestaError as error:
            where = f"{document.path}:{document.line_of(f'/repairs/{place}')}"
            raise CestaError(error.code, f"{where}: {error.message}", error.hint) from error
    return tuple(rules)


def _change(document: Document, change: Callable[[CommentedSeq], object]) -> None:
    tree = document.tree
    if not isinstance(tree.get("repairs"), CommentedSeq):
        tree["repairs"] = CommentedSeq()
    change(tree["repairs"])
    out = io.StringIO()
    _yaml().dump(tree, out)
    _rules(parse_document(out.getvalue(), document.path))
    write_whole(document.path, out.getvalue())


def _shown(rule: Rule) -> CommentedMap:
    shown = CommentedMap({key: _quoted(value) for key, value in rule_document(rule).items()})
    shown.fa.set_flow_style()
    return shown


def _quoted(value: object) -> object:
    """Texts with characters that cannot be seen in quotes, where they are spelled out."""
    if isinstance(value, dict):
        return {key: _quoted(inner) for key, inner in value.items()}
    return DoubleQuotedScalarString(value) if isinstance(value, str) and not value.isprintable() else value


class _Representer(RoundTripRepresenter):
    """Says null where a value is empty: in a rule, nothing after a colon looks forgotten."""

    def represent_none(self, _: None) -> ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:null", "null")


_Representer.add_representer(type(None), _Representer.represent_none)


def _yaml() -> Any:
    yaml = YAML(typ="rt")
    yaml.Representer = _Representer
    yaml.preserve_quotes = True
    yaml.width = _NO_WRAP
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
