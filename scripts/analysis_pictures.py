"""Draw the small pictures of the analyses: docs/images/analyses/*.svg, from the scenes in analysis_scenes.py.

.venv/bin/python scripts/analysis_pictures.py
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from analysis_scenes import SCENES, Grid, Row, Scene

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "images" / "analyses"
LEFT, WIDTH, SCALE, TOP, STEP = 76, 720, 4.7, 34, 62
STYLE = """
text{font:13px system-ui,sans-serif;fill:#1f2430}
.card{fill:#fbfaf7;stroke:#d9d5cc}
.quiet{fill:#5c6270;font-size:12px}
.line{stroke:#b9bec9;stroke-width:2}
.yes{fill:#1d5fd1}
.no{fill:#fbfaf7;stroke:#8a91a0;stroke-width:2}
.bad{fill:#b3261e}
.span{stroke:#1d5fd1;stroke-width:1.5;fill:none}
.bar{fill:#1d5fd1}
@media (prefers-color-scheme:dark){
text{fill:#e9e7e1}
.card{fill:#1c1f26;stroke:#3a3f4b}
.quiet{fill:#b0b5c1}
.line{stroke:#565c6b}
.yes,.bar{fill:#7aa9ff}
.no{fill:#1c1f26;stroke:#949bab}
.bad{fill:#ff8a80}
.span{stroke:#7aa9ff}
}
"""


def at(place: float) -> float:
    """Where a place from 0 to 100 lies on the canvas."""
    return round(LEFT + place * SCALE, 1)


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    """Some words."""
    classed = f' class="{kind}"' if kind else ""
    return f'<text x="{x}" y="{y}"{classed} text-anchor="{anchor}">{escape(words)}</text>'


def dot(place: float, y: float, mark: str) -> str:
    """An event: + counts, - does not, ! spoils."""
    x = at(place)
    if mark == "!":
        return f'<path class="bad" d="M{x} {y - 8}L{x + 8} {y + 6}L{x - 8} {y + 6}Z"/>'
    return f'<circle class="{"yes" if mark == "+" else "no"}" cx="{x}" cy="{y}" r="7"/>'


def row(line: Row, y: float) -> list[str]:
    """One journey: its line, its events with their words, what is measured above it, what comes out at its right."""
    parts = [text(12, y + 5, line.name)]
    ends = [place for place, _, _ in line.events]
    if ends:
        parts.append(f'<path class="line" d="M{at(min(ends))} {y}H{at(max(ends))}"/>')
    for first, last, words in line.spans:
        parts.append(f'<path class="span" d="M{at(first)} {y - 11}v-5H{at(last)}v5"/>')
        parts.append(text((at(first) + at(last)) / 2, y - 20, words, "quiet", "middle"))
    for place, words, mark in line.events:
        parts += [dot(place, y, mark), text(at(place), y + 23, words, "quiet", "middle")]
    return [*parts, text(WIDTH - 12, y + 5, line.told, anchor="end")]


def grid(table: Grid, y: float) -> list[str]:
    """A table: darker where there is more; a cell that is not finished is only outlined."""
    most = max((cell for _, cells in table.rows for cell in cells if cell is not None), default=1) or 1
    parts = [text(LEFT + 96 + 80 * k, y, words, "quiet", "middle") for k, words in enumerate(table.heads)]
    for number, (name, cells) in enumerate(table.rows):
        top = y + 10 + number * 34
        parts.append(text(12, top + 20, name))
        for k, cell in enumerate(cells):
            x, open_ = LEFT + 60 + 80 * k, (number, k) in table.unfinished
            shade = f'class="bar" opacity="{0.15 + 0.45 * (cell or 0) / most:.2f}"'
            look = 'class="no" stroke-dasharray="4 3"' if open_ else shade
            parts.append(f'<rect {look} x="{x}" y="{top}" width="72" height="28" rx="4"/>')
            parts.append(text(x + 36, top + 19, "" if cell is None else f"{cell:g}{table.unit}", anchor="middle"))
    return parts


def picture(scene: Scene) -> str:
    """The whole drawing."""
    parts: list[str] = []
    y: float = TOP
    for line in scene.rows:
        y += 16 if line.spans else 0
        parts += row(line, y)
        y += STEP - (0 if line.events else 22)
    if scene.grid is not None:
        parts += grid(scene.grid, y - 8)
        y += 34 * len(scene.grid.rows) + 24
    for words in scene.below:
        parts.append(text(12, y, words, "quiet"))
        y += 19
    height = round(y + 2)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" aria-label="{escape(scene.says)}"><style>{STYLE}</style>'
    )
    card = f'<rect class="card" x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}" rx="10"/>'
    return "\n".join([head, card, *parts, "</svg>\n"])


def main() -> None:
    """Write every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, scene in SCENES.items():
        (FOLDER / f"{name}.svg").write_text(picture(scene), encoding="utf-8")
    print(f"wrote {len(SCENES)} pictures into {FOLDER.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
