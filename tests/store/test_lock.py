"""One process owns a workspace; the lock goes with it, however it ends."""

from __future__ import annotations

import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cesta.model.errors import CestaError
from cesta.store.lock import SECRET, own, owner_address, read_secret

OWNER = """
import sys
from pathlib import Path
from cesta.store.lock import own
with own(Path(sys.argv[1]), "http://127.0.0.1:8123"):
    print("mine", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_owner(root: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", OWNER, str(root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "mine\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_second_process_is_refused_and_told_where_the_owner_is(tmp_path: Path) -> None:
    with another_owner(tmp_path):
        assert owner_address(tmp_path) == "http://127.0.0.1:8123"
        with pytest.raises(CestaError, match=r"workspace_owned.*http://127\.0\.0\.1:8123"), own(tmp_path, "me"):
            pass
        assert owner_address(tmp_path) == "http://127.0.0.1:8123"


def test_a_killed_owner_leaves_no_lock(tmp_path: Path) -> None:
    with another_owner(tmp_path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert owner_address(tmp_path) is None
        with own(tmp_path, "me"):
            assert owner_address(tmp_path) == "me"


def test_a_lock_is_given_back(tmp_path: Path) -> None:
    assert owner_address(tmp_path) is None
    for address in ("a long address", "b"):
        with own(tmp_path, address):
            assert owner_address(tmp_path) == address
    with pytest.raises(ZeroDivisionError), own(tmp_path, "c"):
        raise ZeroDivisionError
    assert owner_address(tmp_path) is None


def test_who_serves_has_a_secret_that_goes_with_it(tmp_path: Path) -> None:
    assert read_secret(tmp_path) == ""
    said = []
    for _ in range(2):
        with own(tmp_path, "http://127.0.0.1:8000"):
            said.append(read_secret(tmp_path))
            assert stat.S_IMODE((tmp_path / "data" / SECRET).stat().st_mode) == 0o600
        assert read_secret(tmp_path) == ""
    assert len({*said, ""}) == 3
    with own(tmp_path, "a command"):
        assert read_secret(tmp_path) == ""
