"""JSON pointers: the address of one number in an answer."""

from __future__ import annotations

from collections.abc import Iterator

from cesta.journeys.facts import Path
from cesta.model.errors import CestaError


def find(pointer: object, result: object) -> Path:
    """The way to the place that the pointer names; list places are numbers, all else names.

    >>> find("/a/0/b~1c", {"a": [{"b/c": 1}]})
    ('a', 0, 'b/c')
    """
    if not isinstance(pointer, str) or not pointer.startswith("/"):
        raise _bad(pointer, "it must begin with /")
    path: list[str | int] = []
    here = result
    for token in pointer[1:].split("/"):
        name = token.replace("~1", "/").replace("~0", "~")
        if isinstance(here, dict) and name in here:
            path.append(name)
            here = here[name]
        elif isinstance(here, list) and name.isascii() and name.isdigit() and int(name) < len(here):
            path.append(int(name))
            here = here[int(name)]
        else:
            raise _bad(pointer, f"there is nothing at {token!r}")
    return tuple(path)


def is_inner(path: Path, result: object) -> bool:
    """Whether the way ends at a list or an object, not at a value.

    >>> is_inner(("a",), {"a": [1]}), is_inner(("a", 0), {"a": [1]})
    (True, False)
    """
    here = result
    for token in path:
        assert isinstance(here, dict | list)
        here = here[token]  # type: ignore[index]
    return isinstance(here, dict | list)


def _bad(pointer: object, why: str) -> CestaError:
    hint = 'A pointer names one number of the result, as "/counts/1".'
    return CestaError("bad_pointer", f"Cannot follow {pointer!r}: {why}.", hint)


def nothing_behind(pointer: str) -> CestaError:
    return _bad(pointer, "no customers stand behind this value")


def write(path: Path) -> str:
    """The pointer of a way.

    >>> write(("a", 0, "b/c"))
    '/a/0/b~1c'
    """
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in path)


def numbers(value: object, path: Path = ()) -> Iterator[Path]:
    """The ways to all numbers, in the order of the document."""
    if isinstance(value, dict):
        for name, inside in value.items():
            yield from numbers(inside, (*path, name))
    elif isinstance(value, list):
        for place, inside in enumerate(value):
            yield from numbers(inside, (*path, place))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield path
