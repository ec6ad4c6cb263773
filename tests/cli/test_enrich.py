"""A table is joined in a folder and through the server that holds it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from cesta.samples.retail.small import small

Run = Callable[..., subprocess.CompletedProcess[str]]
Serve = Callable[..., tuple[str, "subprocess.Popen[str]"]]
HER = str(small()[0]["customer"])


def test_in_a_folder_and_through_its_server(cesta: Run, root: Path, serving: Serve) -> None:
    table = root.parent / "crm.csv"
    table.write_text(f"customer,tier\n{HER},2\nnobody,1\n", encoding="utf-8")
    done = cesta("enrich", root, table, "--key", "customer", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"changed": 1, "unchanged": 0, "unknown": 1}
    serving("serve", root, "--port", "0")
    again = cesta("enrich", root, table, "--key", "customer", "--json")
    assert json.loads(again.stdout) == {"changed": 0, "unchanged": 1, "unknown": 1}, again.stderr
    told = json.loads(cesta("customers", root, "--id", HER, "--json").stdout)
    assert told["traits"] == {"tier": 2}
