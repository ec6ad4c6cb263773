"""The shape of the code: short files, honest names, one place that fetches, a test for every file."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TRACKED = [
    ROOT / line
    for line in subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()
    if (ROOT / line).is_file()
]  # fmt: skip
CODE = [path for path in TRACKED if path.suffix in (".py", ".ts", ".svelte", ".js", ".css")]
SOURCES = [path for path in TRACKED if path.is_relative_to(ROOT / "src" / "cesta") and path.suffix == ".py"]
GENERATED = ("schema.gen.ts",)
SHAPELESS = re.compile(r"(^|_)(utils?|helpers?|managers?)$")
FETCHERS = ("web/src/api/client.ts", "web/src/state/live.svelte.ts")
TALKS = re.compile(r"\b(fetch|XMLHttpRequest|EventSource|WebSocket|sendBeacon)\s*\(")
REGISTRIES = (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("unpkg", "com"))
HOSTS = re.compile("|".join(re.escape(".".join(parts)) for parts in REGISTRIES))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_lists_are_not_empty() -> None:
    assert len(SOURCES) > 20
    assert any(path.suffix == ".svelte" for path in CODE)


def test_no_file_is_longer_than_500_lines() -> None:
    long = {
        name(path): lines
        for path in CODE
        if path.name not in GENERATED and (lines := len(path.read_text(encoding="utf-8").splitlines())) > 500
    }
    assert not long


def test_no_module_has_a_shapeless_name() -> None:
    assert not [name(path) for path in CODE if SHAPELESS.search(path.stem.lower())]


def test_every_python_file_says_first_what_it_knows() -> None:
    silent = [
        name(path)
        for path in CODE
        if path.suffix == ".py" and not (path.read_text(encoding="utf-8") or '"""').startswith('"""')
    ]
    assert not silent


def test_only_the_client_talks_to_the_server() -> None:
    talking = [
        name(path)
        for path in CODE
        if path.is_relative_to(ROOT / "web" / "src")
        and not path.name.endswith(".test.ts")
        and name(path) not in FETCHERS
        and TALKS.search(path.read_text(encoding="utf-8"))
    ]
    assert not talking


@pytest.mark.parametrize("path", [pytest.param(path, id=name(path)) for path in SOURCES])
def test_every_source_file_has_its_test(path: Path) -> None:
    if path.name == "__init__.py":
        return
    inner = path.relative_to(ROOT / "src" / "cesta")
    test = ROOT / "tests" / inner.parent / f"test_{inner.name}"
    assert test.is_file(), f"{name(path)} has no {name(test)}"


def test_no_file_names_a_package_registry() -> None:
    named = [
        name(path)
        for path in TRACKED
        if path.suffix not in (".png", ".woff2", ".parquet", ".ico")
        and HOSTS.search(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert not named
