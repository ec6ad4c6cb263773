"""A real server, a real browser; a page that asks another origin for anything, or logs an error, fails its test."""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, Protocol

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from cesta.samples import complete_journey

sys.path.insert(0, str(Path(__file__).resolve().parent))
from chromium import find
from serving import Asked, Server
from sheet import MapSheet
from witness import Recount

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "src" / "cesta"
Serve = Callable[[Path], Server]

# How long a walk waits for what must come: nothing here measures time, and a busy machine is no fault.
expect.set_options(timeout=30_000)
Asking = Callable[[Path], Asked]
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"


class OpenPage(Protocol):
    """Opens a page of its own kind; `forgiven` is the text of an error in the console that a walk provokes."""

    def __call__(
        self,
        width: int = 1440,
        height: int = 900,
        *,
        locale: str = "en-GB",
        scheme: Literal["light", "dark"] = "light",
        motion: Literal["reduce", "no-preference"] = "reduce",
        forgiven: str = "",
    ) -> Page: ...


@pytest.fixture(scope="session")
def demo_made() -> Path:
    """The demo's workspace as it is made, kept between runs and never served."""
    # A folder of its own for each state of what it is made from: an older one would keep older definitions.
    made_from = hashlib.sha256()
    for source in sorted(path for name in ("samples", "ingest", "store") for path in (SOURCE / name).rglob("*.*")):
        if source.suffix in (".py", ".yaml"):
            made_from.update(source.read_bytes())
    home = ROOT / ".cache" / "tests"
    home.mkdir(parents=True, exist_ok=True)
    folder = home / f"demo-{made_from.hexdigest()[:12]}"
    with (home / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for old in home.glob("demo-*"):
            if old != folder:
                shutil.rmtree(old)
        complete_journey.make(folder).close()
    return folder


@pytest.fixture(scope="session")
def demo_copy(demo_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Makes one more copy of the demo's workspace."""

    def copied() -> Path:
        folder = tmp_path_factory.mktemp("demo") / "complete-journey"
        shutil.copytree(demo_made, folder)
        return folder

    return copied


@pytest.fixture(scope="session")
def demo_folder(demo_copy: Callable[[], Path]) -> Path:
    """The demo's workspace that is served; read it, do not change it."""
    return demo_copy()


@pytest.fixture(scope="session")
def demo_map(demo_folder: Path) -> Iterator[str]:
    """The address of the demo's map, as `cesta demo` prints it."""
    server = Server("demo", demo_folder)
    yield server.printed
    server.stop()


@pytest.fixture(scope="session")
def demo(demo_map: str) -> str:
    """The address of the server of the demo."""
    return demo_map.split("/maps/")[0]


@pytest.fixture(scope="session")
def asked(demo_map: str, demo_folder: Path) -> Iterator[Asked]:
    """`cesta ask` about the demo, while it is served."""
    assert demo_map
    process = Asked(demo_folder)
    yield process
    process.close()


@pytest.fixture(scope="session")
def shop(shop_root: Path) -> Iterator[str]:
    """The address of the server of the small shop."""
    server = Server("serve", shop_root)
    yield server.address
    server.stop()


@pytest.fixture
def served() -> Iterator[Serve]:
    """Serves a folder of a test's own."""
    servers: list[Server] = []

    def serve(folder: Path) -> Server:
        servers.append(Server("serve", folder))
        return servers[-1]

    yield serve
    for server in servers:
        server.stop()


@pytest.fixture
def asking() -> Iterator[Asking]:
    """`cesta ask` about a folder of a test's own, served or not."""
    processes: list[Asked] = []

    def ask(folder: Path) -> Asked:
        processes.append(Asked(folder))
        return processes[-1]

    yield ask
    for process in processes:
        process.close()


@pytest.fixture(scope="session")
def recount(raw_rows: Callable[..., Any]) -> Recount:
    """The demo map counted by hand from the raw files."""
    return Recount(raw_rows)


@pytest.fixture(scope="session")
def api() -> Iterator[httpx.Client]:
    """What asks a server directly."""
    with httpx.Client(timeout=60, trust_env=False) as client:
        yield client


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that was found to render here."""
    with sync_playwright() as play:
        launched = play.chromium.launch(**find().launch_arguments())  # type: ignore[arg-type]
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Browser, served: Serve) -> Iterator[OpenPage]:
    """Opens pages; a request to another origin or an error in the console of any fails the test."""
    assert callable(served), "asked for here so that pages close before the servers they look at"
    wrong: list[str] = []
    contexts: list[BrowserContext] = []

    def watch(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            wrong.append(f"asked {request.url}")

    def opened(
        width: int = 1440,
        height: int = 900,
        *,
        locale: str = "en-GB",
        scheme: Literal["light", "dark"] = "light",
        motion: Literal["reduce", "no-preference"] = "reduce",
        forgiven: str = "",
    ) -> Page:
        def hear(message: ConsoleMessage) -> None:
            if message.type == "error" and not (forgiven and forgiven in message.text):
                wrong.append(f"console: {message.text} {message.location['url']}")

        context = browser.new_context(
            viewport={"width": width, "height": height}, locale=locale, color_scheme=scheme, reduced_motion=motion
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", watch)
        page.on("console", hear)
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not wrong


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A wide, light page in English."""
    return open_page()


@pytest.fixture
def sheet(page: Page, demo: str) -> MapSheet:
    """The demo's map on that page, not opened yet."""
    return MapSheet(page, demo)


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """What an accessibility checker finds wrong on a page: rule, how bad, where."""

    def check(page: Page) -> list[str]:
        # Evaluated, not inserted as a script: the page's own policy forbids inline scripts.
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found: dict[str, Any] = page.evaluate("axe.run({resultTypes: ['violations']})")
        return [
            f"{rule['id']} ({rule['impact']}): {node['target']} {node['failureSummary']}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]

    return check
