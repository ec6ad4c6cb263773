"""Take the README's picture of the demo's map: docs/images/map.png.

.venv/bin/python scripts/picture.py
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "browser"))
from chromium import find

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "images" / "map.png"


def take(address: str) -> None:
    """Open the map, wait for its numbers, keep the picture."""
    found = find()
    with sync_playwright() as play:
        browser = play.chromium.launch(**found.launch_arguments())  # type: ignore[arg-type]
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="en-GB", color_scheme="light")
        page.goto(address)
        page.locator("[data-behind]").first.wait_for()
        page.evaluate("() => document.fonts.ready")
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=TARGET)
        browser.close()


def main() -> None:
    """Serve the demo on a free port, take the picture, stop."""
    command = [sys.executable, "-m", "cesta.cli.main", "demo", str(ROOT / "workspace" / "complete-journey")]
    with subprocess.Popen([*command, "--port", "0"], stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            take(server.stdout.readline().strip())
        finally:
            server.terminate()
    print(f"wrote {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
