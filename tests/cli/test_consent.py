"""Consents are shown, customers suppressed and lifted, from the command line, in a folder and through its server."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from cesta.consent.purposes import FILE
from cesta.samples.retail.small import small

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Serve = Callable[..., "tuple[str, subprocess.Popen[str]]"]
HER = str(small()[0]["customer"])


def test_shown_suppressed_and_lifted(cesta: Run, serving: Serve, root: Path) -> None:
    (root / FILE).write_text("cesta: privacy/1\npurposes: [{id: letters, name: Letters, without_word: refused}]\n")
    shown = json.loads(cesta("consent", "show", root, "--json").stdout)
    assert [one["id"] for one in shown["purposes"]] == ["letters"]
    assert json.loads(cesta("consent", "suppress", root, "--id", HER, "--json").stdout)["ids"] == [HER]
    say = ("consent", "say", root, "--id", HER, "--purpose", "letters", "--how", "by phone", "--json")
    assert json.loads(cesta(*say, "--yes").stdout)[0]["given"] is True
    serving("serve", root, "--port", "0")
    assert json.loads(cesta(*say, "--no").stdout)[0]["given"] is False
    assert json.loads(cesta("consent", "show", root, "--id", HER, "--json").stdout)[0]["proof"] == "by phone"
    assert json.loads(cesta("consent", "show", root, "--json").stdout)["suppressed"] == 1
    assert json.loads(cesta("consent", "lift", root, "--id", HER, "--json").stdout)["ids"] == [HER]
    assert json.loads(cesta("consent", "show", root, "--json").stdout)["suppressed"] == 0
    erased = cesta("erase", root, "--id", HER, "--suppress", "--json")
    assert erased.returncode == 0, erased.stderr
    assert json.loads(cesta("consent", "show", root, "--json").stdout)["suppressed"] == 1
