"""What is no backup is refused, and nothing is made of it."""

from __future__ import annotations

import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

from cesta.accounts.accounts import FILE, Accounts
from cesta.api.gate import now

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_a_file_that_is_no_backup_is_refused(cesta: Run, tmp_path: Path) -> None:
    (tmp_path / "photo.tar").write_bytes(b"no tar at all")
    done = cesta("restore", tmp_path / "photo.tar", tmp_path / "shop")
    assert done.returncode == 1
    assert done.stderr.startswith("bad_backup: ")
    missing = cesta("restore", tmp_path / "nothing.tar", tmp_path / "shop")
    assert missing.stderr.startswith("no_access: ")
    assert [path.name for path in tmp_path.iterdir()] == ["photo.tar"]


def test_nobody_stays_signed_in_and_the_accounts_stay_private(cesta: Run, root: Path, tmp_path: Path) -> None:
    accounts = Accounts(root / "data")
    jana = accounts.people.add("jana", "Jana", "owner", 1)
    accounts.people.set_password(jana.id, "a hash")
    accounts.sessions.begin(jana.id, "", now())
    accounts.close()
    cesta("backup", root, tmp_path / "shop.tar")
    assert cesta("restore", tmp_path / "shop.tar", tmp_path / "again").returncode == 0
    again = Accounts(tmp_path / "again" / "data")
    assert again.people.guarded
    assert again.sessions.of(jana.id, now()) == []
    assert stat.S_IMODE((tmp_path / "again" / "data" / FILE).stat().st_mode) == 0o600
