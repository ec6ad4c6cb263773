"""The rows of a sheet's table, stretch by stretch: empty ones left out, merged cells filled, totals below cut off."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from cesta.ingest.files.sheet_head import Area, Line, is_empty

STRETCH = 20_000
TAIL = 10
"""How many rows at the bottom may be totals and remarks."""
LESS_FULL = 0.7
TOTAL = re.compile(
    r"\s*(grand total|sub-?total|total|sum|suma|razem|łącznie|ogółem|celkem|součet|mezisoučet|итого|всего|сумма|"
    r"общий итог|gesamt|summe)\b",
    re.IGNORECASE,
)

Row = tuple[int, Sequence[object]]
"""A row's number, as a spreadsheet shows it, and its cells."""


@dataclass(slots=True)
class SheetRows:
    """Rows below a header. `lines`: from the sheet's very first; `last`: the header's last line, from 0.

    `totals` and `remarks` are known once stretches() has come to its end.
    """

    lines: Iterable[Line]
    last: int
    merged: Sequence[Area] = ()
    totals: list[Row] = field(default_factory=list)
    remarks: list[Row] = field(default_factory=list)

    def stretches(self) -> Iterator[list[Row]]:
        held: list[Row] = []
        for rows in self._filled():
            held += rows
            if len(held) >= STRETCH + TAIL:
                yield held[:-TAIL]
                held = held[-TAIL:]
        self._cut_off(held)
        if held:
            yield held

    def _filled(self) -> Iterator[list[Row]]:
        begins: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for (top, left), (bottom, _) in self.merged:
            if top > self.last and bottom > top and left >= 0:
                begins[top].append((left, bottom))
        running: dict[int, tuple[int, object]] = {}
        lines = iter(self.lines)
        place = len([*islice(lines, self.last + 1)])
        while taken := [*islice(lines, STRETCH)]:
            if begins:
                for at, line in enumerate(taken, start=place):
                    for left, bottom in begins.get(at, ()):
                        running[left] = (bottom, line[left])
                    taken[at - place] = _filled_down(line, running, at) if running else line
            width = len(taken[0])
            yield [
                (number, line)
                for number, line in enumerate(taken, start=place + 1)
                if (there := width - line.count("")) > 2 or (there and _filled(line))
            ]
            place += len(taken)

    def _cut_off(self, held: list[Row]) -> None:
        """Takes totals and remarks off the end: a remark is one lone text below a gap or a total."""
        self.totals, self.remarks = [], []
        if len(held) < 3:
            return
        full = sorted(_filled(cells) for _, cells in held[-200:])
        usual = full[len(full) // 2]
        keep = len(held)
        for place in range(len(held) - 1, max(len(held) - 1 - TAIL, 1), -1):
            number, cells = held[place]
            if not (_is_total(cells, usual) or _is_remark(cells, usual)):
                break
            gap = number - held[place - 1][0] > 1
            if _is_total(cells, usual) or gap or _is_total(held[place - 1][1], usual):
                keep = place
        for row in held[keep:]:
            (self.totals if _is_total(row[1], usual) else self.remarks).append(row)
        del held[keep:]


def _is_total(cells: Sequence[object], usual: int) -> bool:
    first = next((cell for cell in cells if isinstance(cell, str) and not is_empty(cell)), "")
    return bool(TOTAL.match(first)) and _filled(cells) <= LESS_FULL * usual


def _is_remark(cells: Sequence[object], usual: int) -> bool:
    there = [cell for cell in cells if not is_empty(cell)]
    return usual >= 3 and len(there) == 1 and isinstance(there[0], str)


def _filled_down(line: Line, running: dict[int, tuple[int, object]], place: int) -> Line:
    """The line with cells merged downwards said again; those whose area has ended are forgotten."""
    cells = list(line)
    for column, (bottom, value) in list(running.items()):
        if place <= bottom:
            cells[column] = value
        else:
            del running[column]
    return cells


def _filled(cells: Sequence[object]) -> int:
    filled = len(cells) - cells.count("")
    return filled if filled > 2 else sum(not is_empty(cell) for cell in cells)
