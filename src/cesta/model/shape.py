"""What the fields of a document may hold, and what to tell whoever wrote something else there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from cesta.model.duration import duration
from cesta.model.errors import CestaError, nearest
from cesta.model.instant import parse_day

LANGUAGES = ("en", "pl", "cs", "ru")
Text = str | Mapping[str, str]
"""A text for everybody, or one for each language."""

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something that wants attention at a JSON pointer of a document."""

    code: str
    message: str
    hint: str | None
    pointer: str
    level: Literal["error", "warning"] = "error"


Shape = Callable[[object, str], Iterable[Complaint]]


def warn(code: str, message: str, pointer: str, hint: str | None = None) -> Complaint:
    """A remark that does not stand in the way of using the rest."""
    return Complaint(code, message, hint, pointer, "warning")


def guess(name: str, known: Iterable[str]) -> str:
    """What was probably meant, else what there is.

    >>> guess("wbe", ["web", "app"]), guess("zzz", ["web", "app"])
    ('Did you mean "web"?', 'Known: web, app.')
    """
    names = tuple(known)
    close = nearest(name, names)
    return f'Did you mean "{close}"?' if close else f"Known: {', '.join(names) or 'none'}."


def version(kind: str) -> Shape:
    """The kind of document and its format, as map/1.

    >>> [(c.code, c.hint) for c in version("map")("map/2", "/cesta")]
    [('newer_format', 'This Cesta reads map/1; a newer one may be needed.')]
    """
    ours = f"{kind}/1"

    def check(value: object, pointer: str) -> Iterator[Complaint]:
        if value != ours:
            newer = isinstance(value, str) and value.startswith(f"{kind}/")
            hint = f"This Cesta reads {ours}; a newer one may be needed." if newer else f"Write cesta: {ours}."
            yield Complaint(
                "newer_format" if newer else "bad_value", f'This is "{value}", not "{ours}".', hint, pointer
            )

    return check


def say(text: Text | None, language: str) -> str | None:
    """The text in a language, else in English, else in any that there is.

    >>> say({"en": "I pay", "pl": "Płacę"}, "pl"), say({"en": "I pay"}, "cs"), say("plain", "ru"), say(None, "en")
    ('Płacę', 'I pay', 'plain', None)
    """
    if text is None or isinstance(text, str):
        return text
    return text.get(language) or text.get("en") or next(iter(text.values()), None)


def step(pointer: str, key: object) -> str:
    """The pointer one deeper.

    >>> step("/stages", 0), step("", "a/b")
    ('/stages/0', '/a~1b')
    """
    return f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"


def _wrong(value: object, pointer: str, wanted: str) -> Complaint:
    name = next((token for token in reversed(pointer.split("/")) if not token.isdecimal()), "") or "document"
    return Complaint("bad_value", f'"{name}" is {wanted}, not {value!r}.', None, pointer)


def text(value: object, pointer: str) -> Iterator[Complaint]:
    """Words: one text, or a mapping of languages to texts."""
    if isinstance(value, Mapping):
        for language, words in value.items():
            if language not in LANGUAGES:
                hint = f"Languages are {', '.join(LANGUAGES)}."
                yield Complaint(
                    "unknown_language", f'There is no language "{language}".', hint, step(pointer, language)
                )
            elif not isinstance(words, str) or not words.strip():
                yield _wrong(words, step(pointer, language), "a text")
        if not value:
            yield _wrong(value, pointer, "a text")
    elif not isinstance(value, str) or not value.strip():
        yield _wrong(value, pointer, "a text, or one for each language as {en: …, pl: …}")


def word(value: object, pointer: str) -> Iterator[Complaint]:
    """One text, the same in all languages."""
    if not isinstance(value, str) or not value.strip():
        yield _wrong(value, pointer, "a text")


def slug(value: object, pointer: str) -> Iterator[Complaint]:
    """An id."""
    if not isinstance(value, str) or not _SLUG.fullmatch(value):
        yield _wrong(value, pointer, 'an id of small letters, digits and "-", such as "i-pay"')


def truth(value: object, pointer: str) -> Iterator[Complaint]:
    if not isinstance(value, bool):
        yield _wrong(value, pointer, "true or false")


def day(value: object, pointer: str) -> Iterable[Complaint]:
    return read_by(parse_day)(value, pointer)


def length(value: object, pointer: str) -> Iterable[Complaint]:
    """A length of time."""
    return read_by(duration)(value, pointer)


def choice(*known: str) -> Shape:
    """One of these words."""

    def check(value: object, pointer: str) -> Iterator[Complaint]:
        if value not in known:
            close = nearest(str(value), known)
            complaint = _wrong(value, pointer, f"one of {', '.join(known)}")
            hint = f'Did you mean "{close}"?' if close else None
            yield Complaint(complaint.code, complaint.message, hint, pointer)

    return check


def number(low: float, high: float) -> Shape:
    """A number between two others, both included."""

    def check(value: object, pointer: str) -> Iterator[Complaint]:
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            yield _wrong(value, pointer, f"a number from {low:g} to {high:g}")

    return check


def read_by(read: Callable[[object], object]) -> Shape:
    """Whatever this function can read; its own words say why not."""

    def check(value: object, pointer: str) -> Iterator[Complaint]:
        try:
            read(value)
        except CestaError as error:
            yield Complaint(error.code, error.message, error.hint, pointer)

    return check


def list_of(shape: Shape) -> Shape:
    """A list, each item of that shape."""

    def check(value: object, pointer: str) -> Iterator[Complaint]:
        if not isinstance(value, list | tuple):
            yield _wrong(value, pointer, "a list")
            return
        for place, item in enumerate(value):
            yield from shape(item, step(pointer, place))

    return check


def table_of(shape: Shape) -> Shape:
    """A mapping of any names to that shape."""

    def check(value: object, pointer: str) -> Iterator[Complaint]:
        if not isinstance(value, Mapping):
            yield _wrong(value, pointer, "a mapping")
            return
        for name, item in value.items():
            yield from shape(item, step(pointer, name))

    return check


def record(required: Mapping[str, Shape], optional: Mapping[str, Shape]) -> Shape:
    """A mapping with these fields and no other; an empty optional field is as good as none.

    >>> shape = record({"id": slug}, {"owner": word})
    >>> [(c.code, c.pointer, c.hint) for c in shape({"id": "a", "onwer": "x"}, "")]
    [('unknown_field', '/onwer', 'Did you mean "owner"?')]
    """
    known = {**required, **optional}

    def check(value: object, pointer: str) -> Iterator[Complaint]:
        if not isinstance(value, Mapping):
            yield _wrong(value, pointer, f"a mapping with {', '.join(required or optional)}")
            return
        for name, item in value.items():
            if name not in known:
                close = nearest(str(name), known)
                hint = f'Did you mean "{close}"?' if close else f"Known: {', '.join(known)}."
                yield Complaint("unknown_field", f'There is no field "{name}" here.', hint, step(pointer, name))
            elif item is not None or name in required:
                yield from known[name](item, step(pointer, name))
        for name in required:
            if name not in value:
                yield Complaint("missing_field", f'The field "{name}" is missing.', None, pointer)

    return check


def without(data: object, complaints: Iterable[Complaint]) -> object:
    """The document with None for everything that an error is about, so that the rest can still be used.

    >>> without({"a": [1, 2], "b": 3}, [Complaint("x", "", None, "/a/1"), Complaint("x", "", None, "/b")])
    {'a': [1, None], 'b': None}
    """
    wrong = {c.pointer for c in complaints if c.level == "error" and c.code != "missing_field" and c.pointer}

    def copy(value: object, pointer: str) -> object:
        if pointer in wrong:
            return None
        if isinstance(value, Mapping):
            return {key: copy(item, step(pointer, key)) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [copy(item, step(pointer, place)) for place, item in enumerate(value)]
        return value

    return copy(data, "")
