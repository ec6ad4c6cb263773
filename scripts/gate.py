"""Every check, the fastest first, some beside each other; stops where one fails.

The last line sums the tests: N passed, N failed.
.venv/bin/python scripts/gate.py [lint|types|web|test|docs|browser …]
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from setup import ROOT, WEB, node

BIN = ROOT / ".venv" / "bin"
# One more than there are cores, as tests also wait for servers and browsers; who is done early takes over from others.
AT_ONCE = str((os.cpu_count() or 2) + 1)
PYTEST = (str(BIN / "python"), "-m", "pytest", "-q", "-n", AT_ONCE, "--dist", "worksteal")
COUNTED = re.compile(r"(\d+) (passed|failed|error)")


@dataclass(frozen=True, slots=True)
class Step:
    """One check: its part of the gate, what it is called, what runs."""

    part: str
    name: str
    command: tuple[str, ...]
    cwd: Path = ROOT


# Those of a row that stand in brackets of their own run beside each other.
ROWS = (
    (Step("lint", "ruff", (str(BIN / "ruff"), "check", "--quiet", ".")),),
    (Step("lint", "ruff format", (str(BIN / "ruff"), "format", "--check", "--quiet", ".")),),
    (Step("lint", "layers", (str(BIN / "lint-imports"), "--no-cache", "--no-logo")),),
    (Step("lint", "web rules", ("npm", "run", "--silent", "lint"), WEB),),
    (
        Step("types", "mypy", (str(BIN / "mypy"),)),
        Step("types", "svelte-check and its canary", ("npm", "run", "--silent", "check"), WEB),
        Step("web", "Vitest", ("npm", "run", "--silent", "test"), WEB),
    ),
    (Step("test", "pytest", (*PYTEST, "src", "tests", "--ignore=tests/browser", "--ignore=tests/docs")),),
    (Step("docs", "documentation", (*PYTEST, "tests/docs")),),
    (Step("browser", "browser walks", (*PYTEST, "tests/browser")),),
)
PARTS = {step.part for row in ROWS for step in row}


def run(step: Step, env: dict[str, str], *, shown: bool) -> tuple[int, str]:
    """Run a step, its output shown as it comes or all of it at the end; its exit code and what pytest printed."""
    started = time.monotonic()
    kept: list[str] = []
    process = subprocess.Popen(
        step.command, cwd=step.cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    print(f"── {step.name}", flush=True)
    for line in process.stdout:
        kept.append(line)
        if shown:
            print(line, end="", flush=True)
    code = process.wait()
    said = f"── {step.name}: {'ok' if code == 0 else 'FAILED'}, {time.monotonic() - started:.1f} s"
    print("".join([*([] if shown else kept), said]), flush=True)
    return code, "".join(kept[-5:]) if "pytest" in step.command else ""


def main() -> int:
    """Run the parts named on the command line, all of them when none is."""
    wanted = set(sys.argv[1:]) or PARTS
    if unknown := wanted - PARTS:
        sys.exit(f"gate: no part called {', '.join(sorted(unknown))}")
    env = {**os.environ, **node(), "FORCE_COLOR": "0", "NO_COLOR": "1"}
    # Where nothing compiled may be kept, each of some hundred processes would compile all of the source anew.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    sums = {"passed": 0, "failed": 0}
    failed = False
    began = time.monotonic()
    for row in ROWS:
        steps = [step for step in row if step.part in wanted]
        with ThreadPoolExecutor(len(row)) as beside:
            started = [beside.submit(run, step, env, shown=len(steps) == 1) for step in steps]
        ended = [each.result() for each in started]
        for number, what in COUNTED.findall("".join(said for _, said in ended)):
            sums["passed" if what == "passed" else "failed"] += int(number)
        if failed := any(code for code, _ in ended):
            break
    print(f"── {time.monotonic() - began:.0f} s in all")
    print(f"{sums['passed']} passed, {max(sums['failed'], int(failed))} failed")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
