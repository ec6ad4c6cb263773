"""A barrier in a sentence: what stops customers where, and against whom it was compared."""

from __future__ import annotations

from cesta.maps.barriers.view import FoundView


def sentence(one: FoundView) -> str:
    """In English, for a terminal and for a map's document."""
    where = one.event.replace("_", " ")
    among = f" with {one.what.replace('_', ' ')} {one.value}" if one.what and one.value else ""
    here, there = _percent(one.share.value), _percent(one.peers.value)
    match one.kind:
        case "wait":
            return f"{where}: {_length(one.seconds)} longer until {one.value.replace('_', ' ')}"
        case "error" if one.value:
            return f"{where}{among}: an error follows {here}, elsewhere {there}"
        case "error":
            return f"{where}: after an error {here} give up, without one {there}"
        case "loop":
            return f"{where}{among}: {here} go round in circles, elsewhere {there}"
        case "help":
            return f"{where}: of those who ask for help {here} give up, of the others {there}"
        case "turning_back":
            return f"{where}: of those who turn back {here} give up, of the others {there}"
        case "no_return":
            return f"{where}{among}: {here} do not come back, elsewhere {there}"
        case _:
            return f"{where}{among}: {here} leave, elsewhere {there}"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value * 100:.0f} %"


def _length(seconds: float | None) -> str:
    """A length of time in the unit that fits.

    >>> _length(7200.0), _length(None)
    ('2.0 hours', 'longer')
    """
    if seconds is None:
        return "longer"
    for unit, size in (("days", 86_400.0), ("hours", 3_600.0), ("minutes", 60.0)):
        if seconds >= 1.5 * size:
            return f"{seconds / size:.1f} {unit}"
    return f"{seconds:.0f} seconds"
