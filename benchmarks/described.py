"""Every address of the interface asked as its description says and as it forbids: no fault, no hang, all readable.

    python benchmarks/described.py --examples 50 --seed 1 --json

An empty workspace is served by `cesta serve`; schemathesis reads the description that this server gives and makes
requests of it, those that fit and those that do not. What clients' addresses took must then be readable from the log.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import requests
import schemathesis
from fuzz import read_back
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.core.result import Ok

from cesta.store.keys import Keys
from cesta.store.workspace import Workspace

AnyCase: TypeAlias = Case[Any]
PATIENCE = 20
"""Seconds after which an answer counts as hanging."""
FAULT = 500


@dataclass
class Found:
    """What came of it. hung, faults: the first requests of each kind, as commands."""

    operations: int = 0
    requests: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    hung: list[str] = field(default_factory=list)
    slowest_s: float = 0.0

    def note(self, case: AnyCase, address: str, headers: dict[str, str]) -> None:
        """Sends this request and notes how it was answered."""
        self.requests += 1
        started = time.monotonic()
        try:
            status = case.call(base_url=address, headers=headers, timeout=PATIENCE).status_code
        except requests.Timeout:
            self.hung.append(told(case))
            return
        except (requests.RequestException, ValueError):
            # The client itself refuses to send it: a header with a line break, an address that is none.
            self.statuses[0] += 1
            return
        self.slowest_s = max(self.slowest_s, round(time.monotonic() - started, 2))
        self.statuses[status] += 1
        if status >= FAULT:
            self.faults.append(f"{status} {told(case)}")


def told(case: AnyCase) -> str:
    """The request in short."""
    return f"{case.method} {case.formatted_path} {case.query} {str(case.body)[:300]}"


@contextmanager
def serving(root: Path) -> Iterator[tuple[str, str]]:
    """The address of a served shop, and a write key."""
    with Workspace.open(root) as workspace:
        key = Keys(workspace.data).create("described", 1)
    command = [sys.executable, "-m", "cesta.cli.main", "serve", str(root), "--port", "0"]
    env = {**os.environ, "CESTA_LOG_LEVEL": "error", "CESTA_RECORD": "autocapture, heatmaps, replay"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as server:
        assert server.stdout is not None
        address = server.stdout.readline().strip().split("/maps/")[0]
        try:
            yield address, key
        finally:
            server.send_signal(signal.SIGTERM)


def try_all(address: str, key: str, examples: int, number: int, tag: str) -> Found:
    """Every operation of the description with so many requests."""
    headers = {"x-write-key": key}
    config = SchemathesisConfig()
    described = schemathesis.openapi.from_url(f"{address}/api/openapi/openapi.json", config=config)
    found = Found()
    for result in (described.include(tag=tag) if tag else described).get_all_operations():
        assert isinstance(result, Ok), result
        operation = result.ok()
        found.operations += 1
        for mode in GenerationMode:
            ask(operation.as_strategy(generation_mode=mode), found, address, headers, examples, number)
    return found


def ask(cases: Any, found: Found, address: str, headers: dict[str, str], examples: int, number: int) -> None:
    """So many requests of one operation."""

    @seed(number)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(cases)
    def each(case: AnyCase) -> None:
        found.note(case, address, headers)

    # Where nothing can be said, nothing wrong can be said either.
    with suppress(Unsatisfiable):
        each()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--examples", type=int, default=50, help="requests that fit, and that do not, an address")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tag", default="", help="only addresses with this tag: collection for those of clients")
    parser.add_argument("--json", action="store_true", help="as it is always printed")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "shop"
        Workspace.create(root).close()
        begun = time.monotonic()
        with serving(root) as (address, key):
            found = try_all(address, key, said.examples, said.seed, said.tag)
        with Workspace.open(root) as workspace:
            shown = {**vars(found), **read_back(workspace), "seconds": round(time.monotonic() - begun)}
    shown["statuses"] = {str(status): count for status, count in sorted(found.statuses.items())}
    print(json.dumps(shown, indent=2))


if __name__ == "__main__":
    main()
