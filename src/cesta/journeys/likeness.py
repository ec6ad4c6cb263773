"""Texts that match a shape with gaps, found by plain searching: no shape can make it slow."""

from __future__ import annotations


def like(text: str, pattern: str) -> bool:
    """SQL's LIKE: % stands for any text, _ for any one character, everything else for itself.

    >>> like("/buy/shoes", "/buy/%"), like("cat", "c_t"), like("cat", "c")
    (True, True, False)
    """
    parts = pattern.split("%")
    if len(parts) == 1:
        return len(text) == len(pattern) and _at(text, pattern, 0)
    first, *middle, last = parts
    if len(first) + len(last) > len(text) or not _at(text, first, 0) or not _at(text, last, len(text) - len(last)):
        return False
    place, end = len(first), len(text) - len(last)
    for part in middle:
        place = _find(text, part, place, end)
        if place < 0:
            return False
        place += len(part)
    return True


def _at(text: str, part: str, place: int) -> bool:
    if "_" not in part:
        return text.startswith(part, place)
    return all(want in ("_", have) for want, have in zip(part, text[place:], strict=False))


def _find(text: str, part: str, place: int, end: int) -> int:
    if "_" not in part:
        return text.find(part, place, end)
    for start in range(place, end - len(part) + 1):
        if _at(text, part, start):
            return start
    return -1


def contains(text: str, pattern: str) -> bool:
    """Whether the pattern is found anywhere in the text; only * acts, standing for any text.

    >>> contains("/shop/7/buy", "/shop/*/buy"), contains("/shop", "*.*")
    (True, False)
    """
    place = 0
    for part in pattern.split("*"):
        place = text.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return True
