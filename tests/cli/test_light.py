"""A verb imports only what it needs: help comes at once, and what counts nothing waits for no compiler."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from cesta.cli.main import VERBS

COUNTING = {"duckdb", "litestar", "numba", "scipy"}
TABLES = COUNTING | {"numpy", "pyarrow"}
EVERYTHING = TABLES | {"ruamel"}
WITHOUT = {
    ("config", "DIR"): TABLES,
    ("bin", "DIR"): COUNTING,
    ("loads", "DIR"): COUNTING,
    ("set-aside", "DIR"): COUNTING,
    ("events", "DIR"): COUNTING,
    ("map", "show", "DIR"): COUNTING,
    ("map", "lint", "DIR"): COUNTING,
    ("map", "fmt", "DIR", "--check"): COUNTING,
}
"""A verb, and what it may not import; in one process one after the other, so what comes later may import more."""
HELP: list[tuple[str, ...]] = [(verb, "--help") for verb in VERBS]
OF_MAPS = ("show", "lint", "fmt", "propose", "compare", "deviations", "barriers", "proposals", "drift", "export", "new")
HELP += [("map", verb, "--help") for verb in OF_MAPS]
HELP += [("samples", "retail", "--help")]
EACH = """
import contextlib, io, json, sys
from cesta.cli.main import main
for words in json.loads(sys.argv[1]):
    said, code = io.StringIO(), 0
    with contextlib.redirect_stdout(said):
        try:
            main(words)
        except SystemExit as left:
            code = left.code
    imported = sorted({name.partition(".")[0] for name in sys.modules})
    print(json.dumps({"code": code, "said": said.getvalue(), "imported": imported}))
"""


class Told(msgspec.Struct):
    """What came of a command: its exit code, what it printed, and all that has been imported by then."""

    code: int
    said: str
    imported: set[str]


def run_each(commands: Sequence[Sequence[str]]) -> list[Told]:
    run = [sys.executable, "-W", "error", "-c", EACH, json.dumps(commands)]
    done = subprocess.run(run, capture_output=True, text=True, timeout=120, check=True)
    return [msgspec.json.decode(line, type=Told) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def helped() -> dict[str, Told]:
    return {" ".join(words): told for words, told in zip(HELP, run_each(HELP), strict=True)}


@pytest.mark.parametrize("words", HELP, ids=" ".join)
def test_help_comes_at_once(helped: dict[str, Told], words: tuple[str, ...]) -> None:
    told = helped[" ".join(words)]
    assert told.code == 0
    if len(words) == 2:
        assert VERBS[words[0]] in told.said
    assert not EVERYTHING & told.imported


def test_what_counts_nothing_waits_for_no_compiler(shop_root: Path) -> None:
    commands = [[str(shop_root) if word == "DIR" else word for word in words] for words in WITHOUT]
    for words, told in zip(WITHOUT, run_each(commands), strict=True):
        assert told.code == 0, words
        assert not WITHOUT[words] & told.imported, words
