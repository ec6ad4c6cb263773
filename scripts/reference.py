"""Write docs/reference from the code: questions, command line, HTTP interface, settings.

.venv/bin/python scripts/reference.py
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cesta.api.collect.described import TAG
from cesta.cli.main import VERBS
from cesta.journeys.common import PARAMS
from cesta.journeys.registry import ANALYSES
from cesta.store.settings import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "reference"
NOTE = "<!-- Written by scripts/reference.py: change the code, then run `make docs`. -->\n"


def questions() -> Iterator[str]:
    """All analyses with their parameters."""
    yield "# Analyses and their parameters\n"
    yield "Every analysis takes besides: " + ", ".join(f"`{name}`" for name in sorted(PARAMS)) + ".\n"
    yield "Required parameters are bold. What the numbers mean: [numbers](../guide/numbers.md).\n"
    yield "| analysis | parameters |\n|---|---|"
    for name, analysis in sorted(ANALYSES.items()):
        shown = [f"**`{p}`**" if p in analysis.required else f"`{p}`" for p in sorted(analysis.params)]
        yield f"| `{name}` | {', '.join(shown) or '–'} |"
    yield "| `stage_touchpoints` | **`map`** |"


def command_line() -> Iterator[str]:
    """The help of every verb."""
    yield "# The `cesta` command\n"
    for verb in VERBS:
        yield f"## cesta {verb}\n\n```text\n{helped(verb)}\n```\n"


def helped(verb: str) -> str:
    """What `cesta VERB --help` prints, 100 columns wide."""
    env = {**os.environ, "COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "cesta.cli.main", verb, "--help"]
    shown = subprocess.run(command, capture_output=True, text=True, env=env, check=True).stdout
    return "\n".join(line.rstrip() for line in shown.strip().splitlines())


def interface() -> Iterator[str]:
    """The routes of the HTTP interface."""
    described = json.loads((ROOT / "web" / "openapi.json").read_text(encoding="utf-8"))
    yield "# The HTTP interface\n"
    yield "Its full description is `web/openapi.json`, also served at `/api/openapi`. Every error has one shape:"
    yield '`{"error": {"code", "message", "hint"}}`; that of clients\' addresses is `{"code", "message"}`.\n'
    for clients, title in ((False, "Asked by people and programs"), (True, "Where clients send events")):
        yield f"## {title}\n"
        yield "| route | what it does | query |\n|---|---|---|"
        for path, methods in sorted(described["paths"].items()):
            for method, route in sorted(methods.items()):
                if (TAG in route.get("tags", [])) == clients:
                    yield row(method, path, route)
        yield ""


def row(method: str, path: str, route: Mapping[str, Any]) -> str:
    """One line of the table."""
    said = str(route.get("description") or route.get("summary") or "").split("\n")[0]
    asked = [f"`{p['name']}`" for p in route.get("parameters", []) if p["in"] == "query"]
    return f"| `{method.upper()} {path}` | {said} | {', '.join(asked)} |"


def settings() -> Iterator[str]:
    """Every setting."""
    yield "# Settings\n"
    yield "`cesta.yaml` gives way to the environment, and that to the option. `cesta config DIR` tells which spoke.\n"
    yield "| setting | environment | default | meaning |\n|---|---|---|---|"
    for setting in SETTINGS:
        default = ", ".join(setting.default) if isinstance(setting.default, tuple) else setting.default
        yield f"| `{setting.name}` | `{setting.environment}` | `{default}` | {setting.meaning} |"


PAGES = {"questions.md": questions, "cli.md": command_line, "http.md": interface, "settings.md": settings}


def page(name: str) -> str:
    """The text of one page."""
    return NOTE + "\n".join(PAGES[name]()).rstrip() + "\n"


def main() -> None:
    """Write all pages."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in PAGES:
        (TARGET / name).write_text(page(name), encoding="utf-8")
        print(f"wrote docs/reference/{name}")


if __name__ == "__main__":
    main()
