"""Where a text names someone by an id: as a value of a document, or as a cell or word of a line that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

import msgspec

CELLS = re.compile(r"[\"',;|\t\r\n]+")
WORDS = re.compile(r"[\s\"',;|:=&?{}\[\]()<>]+")


def named_in(text: str, ids: Set[str]) -> set[str]:
    """Which of these ids the text names.

    >>> sorted(named_in('{"customer": "ann", "with": ["bob"]}', {"ann", "bob", "bo"}))
    ['ann', 'bob']
    >>> sorted(named_in("ann;17;annotated", {"17", "ann"})), named_in('{"customer": "ann', {"ann"})
    (['17', 'ann'], {'ann'})
    """
    try:
        said = set(_values(msgspec.json.decode(text)))
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        said = {text, *(cell.strip() for cell in CELLS.split(text)), *WORDS.split(text)}
    return said & ids


def without(document: str, ids: Set[str]) -> str | None:
    """A document as JSON without these ids: fields that are one are left out, in lists they are null.

    None: it is no document, and it names one.

    >>> without('{"user": "bob", "device": "x1", "of": ["x1", 2]}', {"x1"})
    '{"user":"bob","of":[null,2]}'
    """
    try:
        found = msgspec.json.decode(document)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None if named_in(document, ids) else document
    if ids.isdisjoint(_values(found)):
        return document
    return msgspec.json.encode(_cleaned(found, ids)).decode()


def _values(found: object) -> Iterator[str]:
    match found:
        case dict():
            for value in found.values():
                yield from _values(value)
        case list():
            for value in found:
                yield from _values(value)
        case str():
            yield found
        case int() | float() if not isinstance(found, bool):
            yield str(found)


def _cleaned(found: object, ids: Set[str]) -> object:
    match found:
        case dict():
            return {name: _cleaned(value, ids) for name, value in found.items() if not _is_one(value, ids)}
        case list():
            return [None if _is_one(value, ids) else _cleaned(value, ids) for value in found]
        case _:
            return found


def _is_one(value: object, ids: Set[str]) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool) and str(value) in ids
