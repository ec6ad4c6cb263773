"""Addresses of machines (IP) that a message tells: taken out before anything of it is kept."""

from __future__ import annotations

import json
import re

from cesta.ingest.event_json import storable

NAMES = ("ip", "$ip")
"""What clients call the address, wherever in a message they put it."""
NAMED = re.compile(r'(?<!\\)"\$?ip"\s*:\s*')
BARE = re.compile(r"[^\s,}\]]*")
"""A value in a text that is no JSON, as far as it can be told."""
SPELLED = re.compile(r"\\u00(?:24|69|70)")
"""A letter of the names, as JSON may write any letter."""
DECODER = json.JSONDecoder(strict=False)


def without_addresses(given: object, raw: str) -> tuple[object, str]:
    """A message decoded, which is changed, and its text: whatever stands there under one of these names is null.

    >>> without_addresses({"context": {"ip": "192.0.2.1"}}, '{"context": {"ip": "192.0.2.1"}}')
    ({'context': {'ip': None}}, '{"context": {"ip": null}}')
    """
    if not tells_address(raw):
        return given, raw
    _empty(given)
    if given is not None and SPELLED.search(raw):
        # Names may be spelled in many ways; written anew they are spelled in one.
        return given, text_of(given)
    return given, _emptied(raw)


def tells_address(raw: str) -> bool:
    """Whether one of these names may be in a message's text: most messages tell no address."""
    return ('ip"' in raw and ('"ip"' in raw or '"$ip"' in raw)) or ("\\u00" in raw and bool(SPELLED.search(raw)))


def text_of(given: object) -> str:
    """A message as JSON text, where the text it came in is not at hand.

    >>> text_of({"event": "buy", "price": 5.0})
    '{"event":"buy","price":5.0}'
    """
    return storable(json.dumps(given, ensure_ascii=False, separators=(",", ":")))


def _empty(given: object) -> None:
    """In place and without calling itself: a message may be nested as deeply as a reader can bear."""
    left = [given]
    while left:
        one = left.pop()
        if isinstance(one, dict):
            one.update((name, None) for name in NAMES if name in one)
            left += one.values()
        elif isinstance(one, list):
            left += one


def _emptied(text: str) -> str:
    """The same in the text, of which every other letter stays, and which may be no JSON."""
    parts: list[str] = []
    place = 0
    for name in NAMED.finditer(text):
        if name.start() >= place:
            parts += text[place : name.end()], "null"
            place = _end(text, name.end())
    return "".join(parts) + text[place:]


def _end(text: str, place: int) -> int:
    """Where the value ends that begins here."""
    bare = BARE.match(text, place)
    end = bare.end() if bare else place
    try:
        return max(end, DECODER.raw_decode(text, place)[1])
    except (ValueError, RecursionError):
        return end
