"""The pages of the analyses: every analysis and parameter has its place, the examples run, the pictures are fresh."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from cesta.journeys.common import PARAMS
from cesta.journeys.registry import ANALYSES

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "docs" / "guide" / "analyses"
PAGES = sorted(FOLDER.glob("*.md"))
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)
PICTURE = re.compile(r"!\[[^\]]+\]\(\.\./\.\./images/analyses/(\w+)\.svg\)")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)[^)]*\)")


def script() -> ModuleType:
    sys.path.insert(0, str(ROOT / "scripts"))
    spec = importlib.util.spec_from_file_location("pictures_script", ROOT / "scripts" / "analysis_pictures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", [pytest.param(page, id=page.stem) for page in PAGES])
def test_a_page_is_short_shows_its_picture_and_runs(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 120
    blocks = BLOCK.findall(text)
    assert page.stem == "README" or (blocks and PICTURE.search(text))
    for block in blocks:
        exec(compile(block, page.name, "exec"), {})
    for target in LINK.findall(text):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("analysis", sorted([*ANALYSES, "stage_touchpoints"]))
def test_an_analysis_has_its_words_for_everything_it_takes(analysis: str) -> None:
    pages = [text for text in (page.read_text(encoding="utf-8") for page in PAGES[1:]) if f"`{analysis}" in text]
    pages += [page.read_text(encoding="utf-8") for page in PAGES if page.stem == analysis]
    params = ANALYSES[analysis].params if analysis in ANALYSES else {"map"}
    assert pages, "no page speaks of it"
    told = "\n".join(pages)
    if analysis in ("funnel_trend", "time_to_convert"):
        told += (FOLDER / "funnel.md").read_text(encoding="utf-8")
    if analysis in ("path_dropoff", "transitions"):
        told += (FOLDER / "paths.md").read_text(encoding="utf-8")
    assert [name for name in sorted(params - PARAMS) if name not in told] == []


def test_the_pictures_are_fresh() -> None:
    pictures = script()
    drawn = {path.stem: path.read_text(encoding="utf-8") for path in pictures.FOLDER.glob("*.svg")}
    fresh = {name: pictures.picture(scene) for name, scene in pictures.SCENES.items()}
    assert drawn == fresh, "stale; mend it with: .venv/bin/python scripts/analysis_pictures.py"
    assert set(PICTURE.findall(TEXT)) == set(fresh)
