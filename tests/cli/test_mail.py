"""A mail server is named and tried from the command line; its password is read, never shown."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.post_office import open_office

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_named_tried_and_turned_off(cesta: Run, root: Path) -> None:
    assert json.loads(cesta("mail", "show", root, "--json").stdout) == {"ready": False}
    assert cesta("mail", "try", root, "jana@shop.example").stderr.startswith("no_mail: ")
    with open_office() as office:
        where = ("--host", f"127.0.0.1:{office.port}", "--security", "none", "--from", "shop@shop.example")
        assert cesta("mail", "set", root, *where).returncode == 0
        done = cesta("mail", "try", root, "jana@shop.example", "--json")
        assert done.returncode == 0, done.stderr
        assert office.one()[0] == "jana@shop.example"
    kept = cesta("mail", "set", root, *where, "--login", "shop", "--json", stdin="a secret\n")
    told = json.loads(kept.stdout)
    assert (told["login"], told["password"], "a secret" in kept.stdout) == ("shop", True, False)
    assert cesta("mail", "set", root, "--host", "x:y", "--from", "shop@shop.example").stderr.startswith("bad_value: ")
    assert json.loads(cesta("mail", "off", root, "--json").stdout) == {"ready": False}
