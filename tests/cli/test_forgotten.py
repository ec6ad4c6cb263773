"""Everything that a workspace makes of people's data, and ten of them erased: no byte of it tells of them any more."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
import subprocess
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pyarrow.parquet as pq

Run = Callable[..., "subprocess.CompletedProcess[str]"]
TEN = [f"zoe-{number:04d}" for number in range(10)]
OTHERS = [f"bob-{number:04d}" for number in range(30)]
DOES = ("visit", "add_to_cart", "purchase", "complaint")


def said_by(who: str) -> dict[str, str]:
    """What only she would say."""
    return {"comment": f"Too small for {who}", "email": f"{who}@shop.example", "phone": f"+420777{who}"}


def write(folder: Path, name: str, people: Sequence[str]) -> None:
    """All that these customers do, as JSON lines and as a table."""
    each = [(who, did, f"2026-01-{day:02d}T10:00:00Z") for who in people for day, did in enumerate(DOES, 1)]
    lines = [{"customer": who, "event": did, "ts": ts, "props": said_by(who)} for who, did, ts in each]
    (folder / f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    with (folder / f"{name}.csv").open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["customer", "event", "time", *said_by("")])
        table.writerows([who, did, ts, *said_by(who).values()] for who, did, ts in each)


def held_by(path: Path) -> Iterator[str]:
    """What a file holds: its bytes, and its values where they are packed."""
    held = path.read_bytes()
    yield held.decode("latin-1")
    if held[:4] == b"PAR1":
        yield repr(pq.read_table(path).to_pydict())
    elif held[:15] == b"SQLite format 3":
        with sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True) as sql:
            for (table,) in sql.execute("select name from sqlite_master where type = 'table'").fetchall():
                yield repr(sql.execute(f'select * from "{table}"').fetchall())
    elif held[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(path) as archive:
            yield from (archive.read(name).decode("latin-1") for name in archive.namelist())


def telling(folder: Path, unpacked: Path) -> set[str]:
    """Files below the folder that name one of the ten; a backup's as it is unpacked."""
    for path in folder.rglob("*.tar"):
        with tarfile.open(path) as archive:
            archive.extractall(unpacked / path.name, filter="data")
    files = [path for place in (folder, unpacked) for path in place.rglob("*") if path.is_file()]
    found = {path.relative_to(folder.parent).as_posix() for path in files if _names(path)}
    shutil.rmtree(unpacked)
    return found


def _names(path: Path) -> bool:
    return any(who in text for text in held_by(path) for who in TEN)


def test_ten_people_are_erased_from_everything(cesta: Run, tmp_path: Path) -> None:
    place = tmp_path / "place"
    root, sources = place / "shop", tmp_path / "sources"
    sources.mkdir()

    def done(*words: object, stdin: str = "") -> str:
        found = cesta(*words, stdin=stdin)
        assert found.returncode == 0, found.stderr
        return found.stdout

    place.mkdir()
    done("init", root)
    for name, people in (("a", TEN[:5] + OTHERS[:15]), ("b", TEN[5:] + OTHERS[15:])):
        write(sources, name, people)
        done("events", root, sources / f"{name}.jsonl", "--source", name)
        done("load", root, sources / f"{name}.csv", "--name", f"load-{name}", "--yes")
    (sources / "broken.jsonl").write_text(json.dumps({"customer": TEN[0], "event": ""}) + "\n")
    done("events", root, sources / "broken.jsonl", "--source", "a")
    asked = {"analysis": "funnel", "params": {"steps": ["visit", "purchase"]}, "behind": "/counts/0"}
    assert json.loads(done("ask", "-", "--workspace", root, stdin=json.dumps(asked)))["result"]["total"] == 40
    for kind in ("csv", "parquet", "xlsx"):
        done("sql", root, "select * from events", "--out", place / f"all.{kind}")
    done("backup", root, place / "first.tar")
    assert TEN[0] in done("customers", root, "--search", TEN[0], "--json")
    before = telling(place, tmp_path / "unpacked")
    assert {Path(name).suffix for name in before} >= {".csv", ".parquet", ".xlsx", ".sqlite", ".tar"}

    told = json.loads(done("erase", root, *(word for who in TEN for word in ("--id", who)), "--json"))
    assert set(told["ids"]) >= set(TEN)
    assert {(one["kind"], one["outcome"]) for one in told["copies"]} == {("backup", "cleaned"), ("export", "removed")}
    assert (told["set_aside"], len(told["loads"])) == (1, 2)
    assert telling(place, tmp_path / "unpacked") == set()
    left = {json.loads(line)["customer"] for line in done("events", root, "--json").splitlines()}
    assert left == set(OTHERS)
