"""Where a sheet's table begins: titles above it, its header of one line or two, and what its columns are called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

Cell = object
Line = Sequence[Cell]
Area = tuple[tuple[int, int], tuple[int, int]]
"""Merged cells: first and last (line, column), from 0, both included."""

LOOKED_AT = 60
BELOW = 20
MOSTLY = 0.75
CLOSE = 0.15
STEADY = 0.8
FOLLOWS = 0.25
BETWEEN_LINES = " · "


@dataclass(frozen=True, slots=True)
class Head:
    """`first` and `last`: lines of the header, from 0; `names`: one per column, empty where the header is.

    Without a header `first` is the first line of data and `last` the one before it.
    """

    first: int
    last: int
    names: tuple[str, ...]


def is_empty(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def find_head(lines: Sequence[Line], merged: Sequence[Area] = ()) -> Head | None:
    """The header among a sheet's first lines; None when nothing is there.

    The header is the first line that is mostly text, nearly as full as what follows, and under which the columns are
    steady: a title fills one cell, a table's first row of data is like the rows below it.

    >>> find_head([["Sales", None], [None, None], ["id", "price"], ["001", 9.5], ["002", 3.0]])
    Head(first=2, last=2, names=('id', 'price'))
    >>> find_head([["001", 9.5], ["002", 3.0]])
    Head(first=0, last=-1, names=('', ''))
    """
    lines = _spread(lines[:LOOKED_AT], merged)
    filled = [place for place, line in enumerate(lines) if _filled(line)]
    if not filled:
        return None
    scores = {place: _score(lines, place, merged) for place in filled}
    best = max(scores.values())
    if len(filled) == 1 and all(is_empty(cell) or isinstance(cell, str) for cell in lines[filled[0]]):
        return Head(filled[0], filled[0], _names(lines[filled[0] :][:1]))
    if best <= 0:
        return Head(filled[0], filled[0] - 1, ("",) * len(lines[filled[0]]))
    last = next(place for place in filled if scores[place] >= best - CLOSE)
    first = last
    while first > 0 and _groups(first - 1, merged, lines):
        first -= 1
    below = [bottom for (top, _), (bottom, _) in merged if top <= last <= bottom]
    last = max([last, *below]) if below else last
    return Head(first, last, _names(lines[first : last + 1]))


def _names(head: Sequence[Line]) -> tuple[str, ...]:
    """Each column's name: its lines from top to bottom, what is merged over several of them said once."""
    names = []
    for column in range(len(head[0])):
        parts = [" ".join(_text(line[column]).split()) for line in head if not is_empty(line[column])]
        names.append(BETWEEN_LINES.join(dict.fromkeys(parts)))
    return tuple(names)


def _score(lines: Sequence[Line], place: int, merged: Sequence[Area]) -> float:
    """How like a header this line is; 0 when it cannot be one."""
    line = lines[place]
    mine = [column for column, cell in enumerate(line) if not is_empty(cell)]
    texts = [str(line[column]).strip().casefold() for column in mine if isinstance(line[column], str)]
    below = [other for other in lines[place + 1 : place + 1 + BELOW] if _filled(other)]
    if len(texts) < MOSTLY * len(mine) or len(set(texts)) < len(texts) / 2 or _groups(place, merged, lines):
        return 0.0
    if not below or (len(texts) < len(mine) and _same_kinds(line, below)):
        return 0.0
    full = sorted(_filled(other) for other in lines if _filled(other))
    usual = full[len(full) * 3 // 4]
    # Nothing as full stands right above a header; above a row of data there does.
    follows = FOLLOWS if place and _filled(lines[place - 1]) >= len(mine) else 0.0
    return min(1.0, len(mine) / usual) + _steadiness(below, mine) + min(_run(lines, place), 5) / 5 - follows


def _same_kinds(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line with numbers or days in it is simply the first row of the data."""
    return all(
        any(_kind(other[column]) == _kind(cell) for other in below)
        for column, cell in enumerate(line)
        if not is_empty(cell) and not isinstance(cell, str)
    )


def _steadiness(below: Sequence[Line], columns: Sequence[int]) -> float:
    """The share of columns that hold one kind of thing from here on."""
    steady = 0
    for column in columns:
        kinds = [_kind(line[column]) for line in below if not is_empty(line[column])]
        most = max((kinds.count(kind) for kind in set(kinds)), default=0)
        steady += most >= STEADY * len(kinds)
    return steady / len(columns)


def _run(lines: Sequence[Line], place: int) -> int:
    """How many lines follow without a gap."""
    count = 0
    for line in lines[place + 1 :]:
        if not _filled(line):
            break
        count += 1
    return count


def _groups(place: int, merged: Sequence[Area], lines: Sequence[Line]) -> bool:
    """Whether this line names groups of columns: cells merged sideways, but not one title over all."""
    width = _filled(lines[place])
    sideways = [right - left + 1 for (top, left), (bottom, right) in merged if top <= place <= bottom and right > left]
    return bool(sideways) and max(sideways) < width


def _filled(line: Line) -> int:
    return sum(not is_empty(cell) for cell in line)


def _spread(lines: Sequence[Line], merged: Sequence[Area]) -> list[list[Cell]]:
    """The lines with every merged area filled by what is written in its corner."""
    whole = [list(line) for line in lines]
    for (top, left), (bottom, right) in merged:
        if top >= len(whole) or left < 0:
            continue
        for line in whole[top : bottom + 1]:
            line[left : right + 1] = [whole[top][left]] * len(line[left : right + 1])
    return whole


def _kind(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "flag"
    if isinstance(cell, dt.date):
        return "day"
    return "number" if isinstance(cell, int | float) else type(cell).__name__


def _text(cell: Cell) -> str:
    """
    >>> _text(2024.0), _text("qty")
    ('2024', 'qty')
    """
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
