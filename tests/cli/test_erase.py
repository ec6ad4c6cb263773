"""A customer is erased in a folder and through the server that holds it; what cannot be done is told."""

from __future__ import annotations

import json
import subprocess
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from cesta.cli.erase import lines
from cesta.privacy.copies import Copy
from cesta.privacy.erasing import NOT_SEARCHED, ErasureReport
from cesta.privacy.history import History, Mention
from cesta.samples.retail.small import small
from cesta.store.erasing import FromLoad

Run = Callable[..., subprocess.CompletedProcess[str]]
Serve = Callable[..., tuple[str, "subprocess.Popen[str]"]]
HER = str(small()[0]["customer"])
HERS = sum(event["customer"] == HER for event in small())


def ids_in(root: Path) -> set[str]:
    return {path.name for path in root.rglob("*") if path.is_file() and f'"{HER}"'.encode() in path.read_bytes()}


def test_a_customer_is_erased_in_a_folder(cesta: Run, root: Path) -> None:
    done = cesta("erase", root, "--id", HER, "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["ids"], told["log"] + sum(load["rows"] for load in told["loads"])) == ([HER], HERS)
    assert told["not_searched"] == list(NOT_SEARCHED)
    kept = [json.loads(line)["customer"] for line in cesta("events", root, "--json").stdout.splitlines()]
    assert len(kept) == len(small()) - HERS
    assert HER not in kept
    assert ids_in(root) == set()
    again = cesta("erase", root, "--id", HER)
    assert (again.returncode, again.stderr.split(":")[0]) == (1, "unknown_customer")


def test_a_served_folder_is_asked_for_it(cesta: Run, serving: Serve, root: Path) -> None:
    address, _ = serving("serve", root, "--port", "0")
    address = address.split()[-1].rstrip("/")

    def events() -> int:
        with urllib.request.urlopen(f"{address}/api/workspace") as answer:
            return int(json.load(answer)["events_total"])

    before = events()
    done = cesta("erase", root, "--id", HER, "--json")
    assert done.returncode == 0, done.stderr
    assert events() == before - HERS
    assert ids_in(root) == set()


def test_who_to_erase_has_to_be_said(cesta: Run, root: Path) -> None:
    assert cesta("erase", root).returncode == 2


PARTS = ("ann, x1", "1,200 events", "3 rows of the load web-1", "a.tar: written anew", "notes.md:7", "abc123", "moved")


@pytest.mark.parametrize("part", PARTS)
def test_a_person_reads_what_is_gone_and_what_was_not_searched(part: str) -> None:
    copies = (Copy("backup", "a.tar", "cleaned"), Copy("export", "b.csv", "failed", "no rights"))
    found = (Mention("notes.md", 7),), History(True, ("abc123",))
    done = ErasureReport(("ann", "x1"), 1200, (FromLoad("web-1", 3),), 0, 0, 1, 2, copies, *found)
    assert part in "\n".join(lines(done))
    assert "b.csv: could not be cleaned: no rights" in "\n".join(lines(done))
