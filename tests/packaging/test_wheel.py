"""The wheel alone, in an empty environment without Node, gives a working `cesta demo`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
UV = ROOT / ".tools" / "bin" / "uv"


def run(*command: object, env: dict[str, str] | None = None) -> None:
    ran = subprocess.run([*map(str, command)], capture_output=True, text=True, env=env or dict(os.environ))
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as hatchling builds it from this checkout."""
    target = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", target)
    (made,) = target.glob("*.whl")
    return made


def test_the_screen_and_the_samples_are_inside(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {"cesta/web/dist/index.html", "cesta/web/dist/cesta.js"} <= set(names)
    assert any(name.startswith("cesta/web/dist/assets/") and name.endswith(".js") for name in names)
    assert "cesta/samples/complete_journey/maps/use-an-offer.yaml" in names
    assert "cesta/py.typed" in names
    assert not [name for name in names if name.endswith(".made")]


@pytest.mark.slow
def test_it_runs_in_an_empty_environment_without_node(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "empty"
    env = {**os.environ, "UV_SYSTEM_CERTS": "1", "UV_PYTHON_DOWNLOADS": "never"}
    uv = str(UV) if UV.exists() else "uv"
    run(uv, "venv", "--quiet", "--python", sys.executable, place, env=env)
    pinned = ROOT / "requirements" / "dev.txt"
    run(uv, "pip", "install", "--quiet", "--python", place / "bin" / "python", "-c", pinned, f"{wheel}[demo]", env=env)
    bare = {"PATH": f"{place / 'bin'}:/nonexistent", "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    process = subprocess.Popen(
        [place / "bin" / "cesta", "demo", "--port", "0"], stdout=subprocess.PIPE, text=True, env=bare, cwd=tmp_path
    )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.endswith("/maps/use-an-offer")
        with urllib.request.urlopen(address, timeout=60) as page:
            assert b"/assets/" in page.read()
        with urllib.request.urlopen(address.replace("/maps/", "/api/maps/"), timeout=60) as view:
            assert json.loads(view.read())["people"]["n"] > 1000
    finally:
        process.terminate()
        assert process.wait(timeout=30) == 0
        if process.stdout is not None:
            process.stdout.close()
