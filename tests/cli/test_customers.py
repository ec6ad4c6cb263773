"""Customers are listed, found and exported, in a folder and through the server that holds it."""

from __future__ import annotations

import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cesta.cli.customers import A_PAGE
from cesta.samples.retail.small import small

Run = Callable[..., subprocess.CompletedProcess[str]]
Serve = Callable[..., tuple[str, "subprocess.Popen[str]"]]
EVERYBODY = sorted({str(event["customer"]) for event in small()})
HER = EVERYBODY[4]
HERS = sum(event["customer"] == HER for event in small())


def told(cesta: Run, root: Path, *words: str) -> list[dict[str, Any]]:
    done = cesta("customers", root, *words, "--json")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_in_a_folder_as_through_its_server(cesta: Run, root: Path, serving: Serve) -> None:
    asked: tuple[list[str], ...] = (
        [],
        ["--limit", "3"],
        ["--after", HER, "--limit", "2"],
        ["--id", HER],
        ["--search", HER],
    )
    here = [told(cesta, root, *words) for words in asked]
    assert [one["id"] for one in here[0]] == EVERYBODY
    assert len(EVERYBODY) < A_PAGE
    assert here[1] == here[0][:3]
    assert [one["id"] for one in here[2]] == EVERYBODY[5:7]
    assert here[3] == here[4] == [here[0][4]]
    assert (here[3][0]["events"], here[3][0]["computed"]["events"]) == (HERS, HERS)
    file = root.parent / "her.zip"
    exported = cesta("customers", root, "--id", HER, "--export", file)
    assert exported.returncode == 0, exported.stderr
    recorded = cesta("audit", root, "--customer", HER, "--json").stdout.splitlines()
    assert [json.loads(line)["what"] for line in recorded] == ["GET /api/customers/{customer}/file"]
    serving("serve", root, "--port", "0")
    assert [told(cesta, root, *words) for words in asked] == here
    again = root.parent / "again.zip"
    assert cesta("customers", root, "--id", HER, "--export", again).returncode == 0
    one, other = ({i.filename: i.CRC for i in zipfile.ZipFile(path).infolist()} for path in (file, again))
    assert one == other
    erased = cesta("erase", root, "--id", HER, "--json")
    assert erased.returncode == 0, erased.stderr
    assert not file.exists()
    assert not again.exists()


def test_what_cannot_be_done_is_told(cesta: Run, root: Path) -> None:
    for words, code in (
        (["--id", "nobody"], "unknown_customer"),
        (["--export", root.parent / "x.zip"], "missing_param"),
        (["--id", HER, "--export", root.parent / "x.txt"], "bad_value"),
    ):
        done = cesta("customers", root, *words)
        assert (done.returncode, done.stderr.split(":")[0]) == (1, code)
