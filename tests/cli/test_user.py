"""People are managed from the command line, also beside a server, which asks for passwords from then on."""

from __future__ import annotations

import json
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Serving = Callable[..., tuple[str, "subprocess.Popen[str]"]]
GOOD = "corn lamp seven rivers"


def logins(cesta: Run, root: Path) -> list[tuple[str, str]]:
    people = json.loads(cesta("user", "list", root).stdout)["people"]
    return [(one["login"], one["role"]) for one in people]


def test_from_the_first_owner_to_who_leaves(cesta: Run, root: Path) -> None:
    weak = cesta("user", "add", root, "jana", "--password", stdin="short\n")
    assert (weak.returncode, weak.stderr.split(":")[0]) == (1, "weak_password")
    assert logins(cesta, root) == []
    assert cesta("user", "add", root, "ann", "--role", "viewer").stderr.startswith("no_owner: ")
    cesta("user", "add", root, "jana", "--name", "Jana", "--password", stdin=f"{GOOD}\n")
    link = json.loads(cesta("user", "add", root, "ann").stdout)["link"]
    assert link.startswith("http://127.0.0.1:8000/welcome#")
    assert logins(cesta, root) == [("jana", "owner"), ("ann", "viewer")]
    assert json.loads(cesta("user", "role", root, "ann", "editor").stdout)["role"] == "editor"
    other = json.loads(cesta("user", "reset", root, "ann", CESTA_HOSTS="cesta.shop.example").stdout)["link"]
    assert other.startswith("https://cesta.shop.example/welcome#")
    assert cesta("user", "remove", root, "jana", "--to", "ann").stderr.startswith("last_owner: ")
    cesta("user", "role", root, "ann", "owner")
    cesta("user", "reset", root, "ann", "--password", stdin=f"{GOOD}\n")
    assert cesta("user", "remove", root, "jana").stderr.startswith("still_owns: ")
    gone = json.loads(cesta("user", "remove", root, "jana", "--to", "ann").stdout)
    assert gone == {"removed": "jana", "handed_over": ["map buy-clothes"]}
    assert logins(cesta, root) == [("ann", "owner")]


def test_a_server_asks_for_passwords_as_soon_as_there_is_one_and_commands_go_on(
    cesta: Run, serving: Serving, root: Path
) -> None:
    address, _ = serving("serve", root, "--port", "0")
    with urllib.request.urlopen(f"{address}/api/maps", timeout=20) as answer:
        assert answer.status == 200
    cesta("user", "add", root, "jana", "--password", stdin=f"{GOOD}\n")
    with pytest.raises(urllib.error.HTTPError, match="401"):
        urllib.request.urlopen(f"{address}/api/maps", timeout=20)
    event = json.dumps({"customer": "zoe", "event": "visit", "ts": "2026-01-10T10:00:00Z"})
    assert json.loads(cesta("events", root, "-", stdin=event).stdout)["accepted"] == 1
    assert cesta("sql", root, "select count(*) as n from events where customer = 'zoe'").stdout.strip() == '{"n":1}'
    assert json.loads(cesta("erase", root, "--id", "zoe", "--json").stdout)["ids"] == ["zoe"]
    told = [json.loads(line) for line in cesta("audit", root, "--json").stdout.splitlines()]
    assert [(entry["via"], entry["what"]) for entry in told] == [
        ("command", "POST /api/erasures"),
        ("command", "POST /api/sql/arrow"),
        ("command", "POST /api/events"),
        ("command", "cesta user add"),
    ]


def test_other_machines_may_come_once_there_is_a_password(cesta: Run, serving: Serving, root: Path) -> None:
    assert cesta("serve", root, "--host", "0.0.0.0").stderr.startswith("not_loopback: ")
    cesta("user", "add", root, "jana", "--password", stdin=f"{GOOD}\n")
    address, _ = serving("serve", root, "--host", "0.0.0.0", "--port", "0")
    port = address.rpartition(":")[2]
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=20) as answer:
        assert answer.status == 200
    with pytest.raises(urllib.error.HTTPError, match="401"):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/api/maps", timeout=20)
    assert json.loads(cesta("events", root).stdout)["customers"] > 0
