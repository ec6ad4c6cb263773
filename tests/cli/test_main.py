"""The command's verbs, its errors in one line, its exit codes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cesta import __version__
from cesta.cli.main import VERBS

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_help_lists_every_verb(cesta: Run) -> None:
    told = cesta("--help")
    assert told.returncode == 0
    assert all(f"  {verb} " in told.stdout and said in told.stdout for verb, said in VERBS.items())


def test_a_verb_has_its_own_help(cesta: Run) -> None:
    told = cesta("config", "--help")
    assert told.returncode == 0
    assert VERBS["config"] in told.stdout


def test_the_version(cesta: Run) -> None:
    assert cesta("--version").stdout == f"cesta {__version__}\n"


def test_an_error_is_one_line_on_stderr(cesta: Run, tmp_path: Path) -> None:
    told = cesta("serve", tmp_path / "nowhere")
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith("no_workspace: ")
    assert told.stderr.count("\n") == 1


def test_wrong_usage_has_its_own_code(cesta: Run) -> None:
    assert cesta("serve").returncode == 2
    assert cesta("dance").returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_output_that_cannot_be_written_is_told(root: Path) -> None:
    with Path("/dev/full").open("w") as full:
        told = subprocess.run(
            [sys.executable, "-m", "cesta.cli.main", "config", str(root)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert told.returncode == 1
    assert told.stderr == "no_access: No space left on device. Check its rights and the disk.\n"
