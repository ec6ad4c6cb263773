"""How soon a map stands on the screen with its numbers, in a real browser, and how many bytes that took. Prints JSON.

    python benchmarks/first_paint.py http://127.0.0.1:8000/maps/use-an-offer

Two readers: one at a desk, and one with a slow phone. Nothing is in the browser's cache.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "browser"))
from chromium import find

MEGABIT = 1_000_000 / 8
# A number of the map is on the screen one frame after it came into the document.
WATCH = """
const seen = () => {
  if (!document.querySelector('[data-behind="/stages/0/reached"]')) return requestAnimationFrame(seen);
  requestAnimationFrame(() => requestAnimationFrame(() => { window.paintedAt = performance.now(); }));
};
requestAnimationFrame(seen);
"""


@dataclass(frozen=True, slots=True)
class Reader:
    """What she looks through. slower: how many times slower her processor is; down and up: megabits a second."""

    name: str
    width: int
    height: int
    goal_ms: int
    slower: int = 1
    latency_ms: int = 0
    down: float = 0
    up: float = 0


READERS = (
    Reader("desk", 1440, 900, 1000),
    Reader("slow phone", 390, 844, 3000, slower=4, latency_ms=150, down=1.6, up=0.75),
)


def once(browser: Browser, address: str, reader: Reader) -> tuple[float, float, dict[str, int]]:
    """First paint of anything, paint with numbers, both in ms, and the bytes that came, by kind."""
    # Waiting for the mark below evaluates a text, which the page's own policy forbids.
    context = browser.new_context(
        viewport={"width": reader.width, "height": reader.height}, locale="en-GB", bypass_csp=True
    )
    page = context.new_page()
    wire = context.new_cdp_session(page)
    received = listen(wire)
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    wire.send("Emulation.setCPUThrottlingRate", {"rate": reader.slower})
    if reader.down:
        limits = {"latency": reader.latency_ms, "downloadThroughput": reader.down * MEGABIT}
        limits["uploadThroughput"] = reader.up * MEGABIT
        wire.send("Network.emulateNetworkConditions", {"offline": False, **limits})
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_function("window.paintedAt !== undefined", timeout=60_000)
    numbers = float(page.evaluate("window.paintedAt"))
    first = float(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"))
    page.wait_for_load_state("load")
    context.close()
    return first, numbers, received


def listen(wire: CDPSession) -> dict[str, int]:
    """Bytes on the wire by kind, as they come."""
    received: dict[str, int] = {}
    kinds: dict[str, str] = {}

    def answered(event: dict[str, str]) -> None:
        kinds[event["requestId"]] = event["type"]

    def finished(event: dict[str, object]) -> None:
        kind = kinds.get(str(event["requestId"]), "Other")
        received[kind] = received.get(kind, 0) + int(str(event["encodedDataLength"]).split(".")[0])

    wire.on("Network.responseReceived", answered)
    wire.on("Network.loadingFinished", finished)
    wire.send("Network.enable")
    return received


def measure(browser: Browser, address: str, reader: Reader, rounds: int) -> dict[str, object]:
    """Medians of some rounds; the first one warms the server and is not counted."""
    once(browser, address, reader)
    tries = [once(browser, address, reader) for _ in range(rounds)]
    first, numbers = (round(statistics.median(column)) for column in list(zip(*tries, strict=True))[:2])
    paints = {"first_paint_ms": first, "numbers_ms": numbers, "all_ms": [round(took) for _, took, _ in tries]}
    return {**asdict(reader), **paints, "met": numbers < reader.goal_ms, "bytes": tries[-1][2]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address", help="a map's page on a running server")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with sync_playwright() as play:
        browser = play.chromium.launch(**find().launch_arguments())  # type: ignore[arg-type]
        results = [measure(browser, asked.address, reader, asked.rounds) for reader in READERS]
        print(json.dumps({"address": asked.address, "browser": browser.version, "results": results}, indent=2))
        browser.close()


if __name__ == "__main__":
    main()
