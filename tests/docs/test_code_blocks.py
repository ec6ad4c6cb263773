"""Every code block of the README and the guides is run as it stands; the few that cannot be say why."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs" / "guide").glob("*.md"))]
BLOCK = re.compile(
    r"(?P<before><!-- not run: (?P<why>[^>]*) -->\s*)?^```(?P<kind>bash|python)\n(?P<code>.*?)^```$", re.M | re.S
)
RUNNERS = {"bash": ["bash", "-euo", "pipefail", "-c"], "python": [sys.executable, "-W", "error", "-c"]}


@dataclass(frozen=True)
class Block:
    """A block: where it stands, its language and code, and why it is not run, if it is not."""

    place: str
    kind: str
    code: str
    why_not: str | None


def blocks(path: Path) -> list[Block]:
    """All bash and python blocks of a page."""
    text = path.read_text(encoding="utf-8")
    return [
        Block(
            f"{path.name}:{text.count(chr(10), 0, found.start('kind')) + 1}", found["kind"], found["code"], found["why"]
        )
        for found in BLOCK.finditer(text)
    ]


def test_a_block_and_its_reason_are_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```bash\ntrue\n```\n\n<!-- not run: it serves until stopped -->\n```bash\ncesta serve x\n```\n")
    assert blocks(page) == [
        Block("page.md:1", "bash", "true\n", None),
        Block("page.md:6", "bash", "cesta serve x\n", "it serves until stopped"),
    ]


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in PAGES])
def test_the_code_of_a_page_runs(page: Path, tmp_path: Path) -> None:
    """The blocks of one page run in order, in one empty folder, as a reader would type them."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    env = {**os.environ, "PATH": path, "HOME": str(tmp_path), "EXAMPLES": str(ROOT / "examples")}
    for block in blocks(page):
        if block.why_not is None:
            ran = subprocess.run(
                [*RUNNERS[block.kind], block.code], cwd=tmp_path, env=env, capture_output=True, text=True, timeout=300
            )
            assert ran.returncode == 0, f"{block.place}\n{block.code}\n{ran.stdout}{ran.stderr}"
        else:
            assert block.why_not.strip(), f"{block.place} does not say why it is not run"
