"""Runs the real command in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cesta.store.workspace import Workspace

CESTA = [sys.executable, "-W", "error", "-m", "cesta.cli.main"]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def root(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> Path:
    """A small shop of the test's own."""
    shop_maker(tmp_path / "shop").close()
    return tmp_path / "shop"


@pytest.fixture
def cesta() -> Run:
    """Run a verb to its end."""

    def run(*words: object, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        command = [*CESTA, *map(str, words)]
        return subprocess.run(
            command, input=stdin, capture_output=True, text=True, timeout=120, env={**os.environ, **env}
        )

    return run


@pytest.fixture
def serving() -> Iterator[Callable[..., tuple[str, subprocess.Popen[str]]]]:
    """Start a verb that serves; its address, once it is printed, and its process."""
    started: list[subprocess.Popen[str]] = []

    def start(*words: object) -> tuple[str, subprocess.Popen[str]]:
        process = subprocess.Popen(
            [*CESTA, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        started.append(process)
        assert process.stdout is not None
        return process.stdout.readline().strip(), process

    yield start
    for process in started:
        process.send_signal(signal.SIGKILL)
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
