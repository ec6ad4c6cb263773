"""Runs the real command: to its end within this process, or serving in a process of its own."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from cesta.cli.main import main
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
    """Run a verb to its end, its streams being files, as in a pipe."""

    def run(*words: object, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        given = [str(word) for word in words]
        with TemporaryFile() as out, TemporaryFile() as err, pytest.MonkeyPatch.context() as patch:
            for name, value in env.items():
                patch.setenv(name, value)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
            told, said = (io.TextIOWrapper(file, encoding="utf-8", write_through=True) for file in (out, err))
            with redirect_stdout(told), redirect_stderr(said):
                code = _code(given)
            return subprocess.CompletedProcess(given, code, _text(told), _text(said))

    return run


def _code(given: list[str]) -> int:
    try:
        main(given)
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


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
