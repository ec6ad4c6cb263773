"""Every check, the fastest first; stops at the first that fails. The last line sums the tests: N passed, N failed.

.venv/bin/python scripts/gate.py [lint|types|web|test|docs|browser …]
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from setup import ROOT, WEB, node

BIN = ROOT / ".venv" / "bin"
# Two at a time; who is done early takes over what the other has not begun.
PYTEST = (str(BIN / "python"), "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal")
COUNTED = re.compile(r"(\d+) (passed|failed|error)")


@dataclass(frozen=True, slots=True)
class Step:
    """One check: its part of the gate, what it is called, what runs."""

    part: str
    name: str
    command: tuple[str, ...]
    cwd: Path = ROOT


STEPS = (
    Step("lint", "ruff", (str(BIN / "ruff"), "check", "--quiet", ".")),
    Step("lint", "ruff format", (str(BIN / "ruff"), "format", "--check", "--quiet", ".")),
    Step("lint", "layers", (str(BIN / "lint-imports"), "--no-cache", "--no-logo")),
    Step("lint", "web rules", ("npm", "run", "--silent", "lint"), WEB),
    Step("types", "mypy", (str(BIN / "mypy"),)),
    Step("types", "svelte-check and its canary", ("npm", "run", "--silent", "check"), WEB),
    Step("web", "Vitest", ("npm", "run", "--silent", "test"), WEB),
    Step("test", "pytest", (*PYTEST, "src", "tests", "--ignore=tests/browser", "--ignore=tests/docs")),
    Step("docs", "documentation", (*PYTEST, "tests/docs")),
    Step("browser", "browser walks", (*PYTEST, "tests/browser")),
)


def run(step: Step, env: dict[str, str]) -> tuple[int, str]:
    """Run a step with its output shown as it comes; its exit code and what pytest printed."""
    kept: list[str] = []
    process = subprocess.Popen(
        step.command, cwd=step.cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    for line in process.stdout:
        kept.append(line)
        sys.stdout.write(line)
        sys.stdout.flush()
    return process.wait(), "".join(kept[-5:]) if "pytest" in step.command else ""


def main() -> int:
    """Run the parts named on the command line, all of them when none is."""
    wanted = set(sys.argv[1:]) or {step.part for step in STEPS}
    if unknown := wanted - {step.part for step in STEPS}:
        sys.exit(f"gate: no part called {', '.join(sorted(unknown))}")
    env = {**os.environ, **node(), "FORCE_COLOR": "0", "NO_COLOR": "1"}
    sums = {"passed": 0, "failed": 0}
    code = 0
    began = time.monotonic()
    for step in (step for step in STEPS if step.part in wanted):
        started = time.monotonic()
        print(f"── {step.name}", flush=True)
        code, said = run(step, env)
        for number, what in COUNTED.findall(said):
            sums["passed" if what == "passed" else "failed"] += int(number)
        print(f"── {step.name}: {'ok' if code == 0 else 'FAILED'}, {time.monotonic() - started:.1f} s", flush=True)
        if code:
            break
    print(f"── {time.monotonic() - began:.0f} s in all")
    print(f"{sums['passed']} passed, {max(sums['failed'], int(code != 0))} failed")
    return 1 if code else 0


if __name__ == "__main__":
    sys.exit(main())
