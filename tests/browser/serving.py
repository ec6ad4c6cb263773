"""A real `cesta` process beside the tests: one that serves a folder, and one that answers questions about it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

CESTA = [sys.executable, "-m", "cesta.cli.main"]


class Server:
    """`cesta serve` or `cesta demo`: started, stopped, started again at the same address."""

    def __init__(self, verb: str, folder: Path) -> None:
        self.verb, self.folder = verb, folder
        self.printed = ""
        self._port = "0"
        self._process: subprocess.Popen[str] | None = None
        self.start()

    @property
    def address(self) -> str:
        """Where it serves, without a page."""
        return self.printed.split("/maps/")[0]

    def start(self) -> None:
        env = {**os.environ, "CESTA_LOG_LEVEL": "warning"}
        words = [*CESTA, self.verb, str(self.folder), "--port", self._port]
        self._process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=env)
        assert self._process.stdout is not None
        self.printed = self._process.stdout.readline().strip()
        assert self.printed.startswith("http://127.0.0.1:"), "the server did not start; its errors are above"
        self._port = self.address.rsplit(":", 1)[1]

    def stop(self) -> None:
        """Ask it to leave; it must do so in good order."""
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
        assert process.stdout is not None
        process.stdout.close()


class Asked:
    """`cesta ask - --workspace DIR`: one process, a question a line; it finds the server by itself."""

    def __init__(self, folder: Path) -> None:
        words = [*CESTA, "ask", "-", "--workspace", str(folder)]
        self._process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __call__(self, analysis: str, **params: object) -> dict[str, Any]:
        """The whole answer, as of now."""
        return self.document({"analysis": analysis, "params": params})

    def document(self, question: dict[str, object]) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        assert "error" not in answer, answer
        return answer

    def reached(self, map_id: str, **params: object) -> list[int]:
        """How many journeys of the map reach each stage."""
        stages = self("stage_touchpoints", map=map_id, **params)["result"]["stages"]
        return [stage["reached"] for stage in stages]

    def close(self) -> None:
        self._process.communicate()
        assert self._process.returncode == 0


@cache
def words(language: str) -> dict[str, Any]:
    """The screen's own words in a language, by the name of their file and their key."""
    folder = Path(__file__).resolve().parents[2] / "web" / "src" / "words" / language
    return {
        f"{path.stem}.{key}": text
        for path in sorted(folder.glob("*.json"))
        for key, text in json.loads(path.read_text(encoding="utf-8")).items()
    }
