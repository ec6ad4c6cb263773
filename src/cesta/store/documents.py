"""A YAML document that people write: its text, its values, and on which line each value stands."""

from __future__ import annotations

import datetime
import io
import pickle
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import ConstructorError, RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from cesta.model.errors import CestaError
from cesta.store.disk import reaching

MOST_LETTERS = 1_000_000
"""Of a document: some hundred times what a large map has, and read in about ten seconds."""
MOST_FOLDED = 100_000
"""Values that a document may have beyond those written out, by naming one and repeating its name."""
MOST_KEPT = 100_000
"""Characters of a document whose values are kept for its next reader."""
UNFIT = (ValueError, LookupError, TypeError, AttributeError)
"""What the reader of YAML lets out when a value is not of the kind that its tag claims."""


@dataclass(slots=True)
class Document:
    """`data` holds plain values only (dates as ISO text); `tree` is the same with comments, for editing."""

    path: Path
    text: str
    data: Any
    _tree: Any = field(default=None, repr=False)

    @property
    def tree(self) -> Any:
        """Of this document alone: what is changed in it is seen nowhere else."""
        if self._tree is None:
            self._tree = _yaml().load(self.text)
        return self._tree

    def line_of(self, pointer: str) -> int:
        """The line, from 1, where the value at this JSON pointer stands; of its nearest parent if it is not there."""
        return self.place_of(pointer)[0]

    def place_of(self, pointer: str) -> tuple[int, int]:
        """Line and column, both from 1, of the key or item at this JSON pointer."""
        node, place = self.tree, (1, 1)
        for token in pointer.split("/")[1:]:
            key: Any = token.replace("~1", "/").replace("~0", "~")
            if isinstance(node, CommentedMap):
                key = next((known for known in node if str(known) == key), None)
                if key is None:
                    return place
                line, column = node.lc.key(key)
            elif isinstance(node, CommentedSeq) and key.isdecimal() and int(key) < len(node):
                key = int(key)
                line, column = node.lc.item(key)
            else:
                return place
            node, place = node[key], (line + 1, column + 1)
        return place


def read_document(path: Path) -> Document:
    """The document in this file. Raises no_document, bad_yaml (with line and column)."""
    return parse_document(read_text(path), path)


def read_text(path: Path) -> str:
    """The text of this file. Raises no_document, no_access, and bad_yaml when it is not UTF-8."""
    with reaching(path):
        if not path.exists():
            raise CestaError("no_document", f"There is no file {path}.", "Check the path.")
        content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CestaError("bad_yaml", f"{path} is not UTF-8 text (byte {error.start}).", "Save it as UTF-8.") from error


def parse_document(text: str, path: Path) -> Document:
    """The document in this text; `path` only names it in errors. Raises bad_yaml, too_large."""
    if len(text) > MOST_LETTERS:
        message = f"{path} has {len(text):,} characters; a document has {MOST_LETTERS:,} at most."
        raise CestaError("too_large", message, "Make several of it.")
    try:
        read = _read_before(text) if len(text) <= MOST_KEPT else _Read(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        what = str(error.problem or error.context or "it cannot be read").splitlines()[0]
        raise CestaError("bad_yaml", f"{where}: {what}.", "Check the indentation and the quotes there.") from error
    except RecursionError:
        raise CestaError("bad_yaml", f"{path} is nested too deeply.", "Is a bracket never closed?") from None
    except (YAMLError, *UNFIT) as error:
        what = next(iter(str(error).splitlines()), "") or "it cannot be read"
        raise CestaError("bad_yaml", f"{path}: {what}.") from error
    return Document(path, text, pickle.loads(read.packed), read.tree())


class _Read:
    """What was read from a text: its plain values, packed, and the tree for who comes first."""

    __slots__ = ("_trees", "packed")

    def __init__(self, text: str) -> None:
        tree = _yaml().load(text)
        if _values(tree, {}) > len(text) + MOST_FOLDED:
            raise ValueError("it repeats named values too often")
        self.packed = pickle.dumps(plain(tree))
        self._trees = [tree]

    def tree(self) -> Any:
        """None when somebody has taken it."""
        with suppress(IndexError):
            return self._trees.pop()
        return None


_read_before = lru_cache(maxsize=256)(_Read)
"""Most documents are read again and again between two changes, and reading one takes some ten milliseconds."""


def _values(node: Any, known: dict[int, int]) -> int:
    """How many values a tree has once each repetition is written out, counted without writing it out."""
    if not isinstance(node, Mapping | list | tuple):
        return 1
    if id(node) not in known:
        known[id(node)] = -1
        items = node.values() if isinstance(node, Mapping) else node
        known[id(node)] = 1 + sum(_values(item, known) for item in items)
    if known[id(node)] < 0:
        raise ValueError("a value holds itself")
    return known[id(node)]


class _Constructor(RoundTripConstructor):
    """Says on which line a value stands that looks like a day, a time or a number but is none."""

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep=deep)
        except UNFIT as error:
            what = node.value if isinstance(node.value, str) else node.tag
            raise ConstructorError(None, None, f"{what} cannot be ({error})", node.start_mark) from error


def written(tree: Any) -> str:
    """The text of a document's tree that was edited: comments, order and quotes stay as people wrote them."""
    out = io.StringIO()
    _yaml().dump(tree, out)
    return out.getvalue()


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.Constructor = _Constructor
    yaml.preserve_quotes = True
    yaml.width = 1_000_000  # a line is broken where people broke it or not at all
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def plain(node: Any) -> Any:
    """The plain values of a tree; dates as ISO text."""
    if isinstance(node, Mapping):
        return {str(plain(key)): plain(value) for key, value in node.items()}
    if isinstance(node, list | tuple):
        return [plain(item) for item in node]
    if isinstance(node, datetime.date):
        return node.isoformat()
    for kind in (bool, int, float, str):
        if isinstance(node, kind):
            return kind(node)
    return node
