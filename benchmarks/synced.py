"""Whether the disk had everything before each answer: kill -9 cannot show a missing sync, since the kernel lives on.

    python benchmarks/synced.py --batches 200 --json         # {"answers": 200, "synced": 200}; needs strace

A server runs under strace while one client sends batch after batch. Before each answer of 200, something must have been
written since the answer before, and a sync must have come back after the last write.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

from sender import Sender, batch, kill, new_key, start

from cesta.store.workspace import Workspace

CALLS = "pwrite64,pwritev,ftruncate,fsync,fdatasync,sendto,sendmsg,write,writev"
WRITTEN = re.compile(r"pwrite|ftruncate")
SYNCED = re.compile(r"(?:fsync|fdatasync)(?:\(\d+\)| resumed>\)) += 0")
BEGUN = re.compile(r"(?:fsync|fdatasync)\(\d+ <unfinished")


def count(lines: Iterable[str]) -> dict[str, int]:
    """Answers of 200, and those before which all that was written since the one before had reached the disk.

    >>> count(["1 pwrite64(6,", "1 fdatasync(6) = 0", '1 sendto(9, "HTTP/1.1 200 OK', '1 sendto(9, "HTTP/1.1 200 OK'])
    {'answers': 2, 'synced': 1}
    """
    answers = synced = 0
    written = waiting = settled = False
    for line in lines:
        if WRITTEN.search(line):
            written, settled = True, False
        elif BEGUN.search(line):
            waiting = written
        elif SYNCED.search(line):
            settled = written if "resumed" not in line else waiting
        elif '"HTTP/1.1 200' in line:
            answers += 1
            synced += written and settled
            written = waiting = settled = False
    return {"answers": answers, "synced": synced}


def traced(folder: Path, batches: int) -> dict[str, int]:
    """A server under strace, and one client."""
    Workspace.create(folder / "shop").close()
    key, told = new_key(folder / "shop", "web"), folder / "strace.txt"
    process, address = start(folder / "shop", "strace", "-f", "-s", "20", "-e", f"trace={CALLS}", "-o", str(told))
    sender = Sender(address, key)
    for _ in range(batches):
        if sender.send(batch([str(uuid4()) for _ in range(10)])) != 200:
            raise RuntimeError("A batch was refused.")
    kill(process)
    return count(told.read_text(encoding="utf-8", errors="replace").splitlines())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--batches", type=int, default=200)
    parser.add_argument("--folder", type=Path, help="where to work, on the disk to be watched")
    parser.add_argument("--json", action="store_true", help="as it is always printed")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        print(json.dumps(traced(Path(name), given.batches)))


if __name__ == "__main__":
    main()
