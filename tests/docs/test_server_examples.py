"""The examples for servers are run against a real server, each in its language, where that is installed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cesta.store.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = (ROOT / "docs" / "guide" / "servers.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
EXAMPLES = {language: code for language, code in BLOCK.findall(PAGE) if language != "bash"}
RUN = {
    "sh": ("send.sh", ["sh"]),
    "py": ("send.py", [sys.executable]),
    "js": ("send.mjs", ["node"]),
    "php": ("send.php", ["php"]),
    "java": ("Send.java", ["java"]),
    "go": ("send.go", ["go", "run"]),
    "ruby": ("send.rb", ["ruby"]),
    "csharp": ("send.cs", ["dotnet", "run"]),
}
CESTA = [sys.executable, "-m", "cesta.cli.main"]


@dataclass(frozen=True)
class Shop:
    """A served workspace and a key to it."""

    root: Path
    address: str
    key: str


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    root = tmp_path_factory.mktemp("servers") / "shop"
    Workspace.create(root, name="Shop").close()
    key = subprocess.run([*CESTA, "key", str(root), "--source", "s"], capture_output=True, text=True, check=True).stdout
    process = subprocess.Popen([*CESTA, "serve", str(root), "--port", "0"], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    yield Shop(root, process.stdout.readline().strip(), key.strip())
    process.terminate()
    process.wait()
    process.stdout.close()


def test_every_language_has_its_example() -> None:
    assert EXAMPLES.keys() == RUN.keys()


@pytest.mark.parametrize("language", RUN)
def test_an_example_sends_its_event(shop: Shop, tmp_path: Path, language: str) -> None:
    name, words = RUN[language]
    if shutil.which(words[0]) is None:
        pytest.skip(f"{words[0]} is not installed here")
    (tmp_path / name).write_text(EXAMPLES[language], encoding="utf-8")
    env = {**os.environ, "CESTA_URL": shop.address, "CESTA_KEY": shop.key}
    ran = subprocess.run([*words, name], cwd=tmp_path, env=env, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    told = subprocess.run([*CESTA, "events", str(shop.root), "--json"], capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in told.stdout.split("\n") if line]
    said = re.search(r"\w+-1001", EXAMPLES[language])
    assert said is not None
    (line,) = (line for line in lines if line["message_id"] == said[0])
    assert (line["event"], line["customer"], line["properties"]) == ("Order Completed", "ann", {"total": 49.9})
