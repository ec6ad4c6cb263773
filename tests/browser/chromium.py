"""Finds a Chromium that really renders: an installed one, else the one an npm package carries, else Playwright's own.

    .venv/bin/python tests/browser/chromium.py

Every candidate is tried by launching it and drawing a page. What was found is remembered in .cache/chromium.json.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

HERE = Path(__file__).resolve().parent
CACHE = HERE.parent.parent / ".cache"
FOUND = CACHE / "chromium.json"
INSTALLED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"]
UNBROTLI = (
    "const [,a,b]=process.argv,z=require('zlib'),f=require('fs');"
    "require('stream').pipeline(f.createReadStream(a),z.createBrotliDecompress(),f.createWriteStream(b),"
    "e=>{if(e)throw e})"
)

FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{home}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>{home}/fonts-cache</cachedir></fontconfig>
"""


@dataclass(frozen=True, slots=True)
class Chromium:
    """How to launch one: `libraries` is a folder for LD_LIBRARY_PATH, `fonts` a fontconfig file; or empty."""

    path: str
    origin: str
    args: list[str] = field(default_factory=list)
    libraries: str = ""
    fonts: str = ""

    def launch_arguments(self) -> dict[str, object]:
        """For Playwright's launch()."""
        sandbox = ["--no-sandbox"] if hasattr(os, "getuid") and os.getuid() == 0 else []
        env: dict[str, object] = dict(os.environ)
        if self.libraries:
            env["LD_LIBRARY_PATH"] = os.pathsep.join(filter(None, [self.libraries, os.environ.get("LD_LIBRARY_PATH")]))
        if self.fonts:
            env["FONTCONFIG_FILE"] = self.fonts
        return {"executable_path": self.path, "args": [*QUIET, *sandbox, *self.args], "env": env}


def renders(candidate: Chromium) -> str | None:
    """None if it draws a page, else what went wrong."""
    try:
        with sync_playwright() as play:
            browser = play.chromium.launch(**candidate.launch_arguments())  # type: ignore[arg-type]
            page = browser.new_page()
            page.set_content("<p id=p style='width:70px'>Zażółć příliš карта</p>")
            width = page.evaluate("document.getElementById('p').getBoundingClientRect().width")
            shot = page.screenshot()
            browser.close()
    except Error as error:
        return error.message.strip().splitlines()[0]
    return None if width == 70 and len(shot) > 1000 else f"drew {width} px, {len(shot)} bytes"


def installed() -> Iterator[Chromium]:
    """Those on this machine."""
    named = os.environ.get("CHROMIUM")
    paths = [named] if named else [path for name in INSTALLED if (path := shutil.which(name))]
    if not named and MAC.exists():
        paths.append(str(MAC))
    yield from (Chromium(path, "installed") for path in paths)


def carried() -> Iterator[Chromium]:
    """The one in the npm package of tests/browser/package.json: with this machine's libraries, then with its own."""
    if sys.platform != "linux":
        return
    home = CACHE / "chromium"
    binary = home / "chromium"
    if not binary.exists():
        subprocess.run(["npm", "ci", "--loglevel=error"], cwd=HERE, check=True, stdout=sys.stderr)
        packed = HERE / "node_modules" / "@sparticuz" / "chromium" / "bin"
        home.mkdir(parents=True, exist_ok=True)
        for archive in ("al2023.tar", "swiftshader.tar", "fonts.tar"):
            if (packed / f"{archive}.br").exists():
                unpack(packed / f"{archive}.br", home / archive)
                with tarfile.open(home / archive) as tar:
                    # Python before 3.11.4 has no filters; the lock file's hash vouches for the archive.
                    tar.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
                    tar.extractall(home / archive.removesuffix(".tar"))
                (home / archive).unlink()
        unpack(packed / "chromium.br", home / "chromium.part")
        (home / "chromium.part").chmod(0o755)
        (home / "chromium.part").rename(binary)
    args = ["--headless=shell", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
    libraries = next((str(path.parent) for path in sorted((home / "al2023").rglob("libnss3.so"))), "")
    fonts = home / "fonts.conf"
    fonts.write_text(FONTS.format(home=home))
    yield Chromium(str(binary), "carried by an npm package", args, fonts=str(fonts))
    yield Chromium(str(binary), "carried by an npm package, with its libraries", args, libraries, str(fonts))


def unpack(packed: Path, target: Path) -> None:
    """Decompress one .br file; Node knows how, Python's library does not."""
    subprocess.run(["node", "-e", UNBROTLI, str(packed), str(target)], check=True)


def downloaded() -> Iterator[Chromium]:
    """The one Playwright downloads."""
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True, stdout=sys.stderr)
    with sync_playwright() as play:
        path = play.chromium.executable_path
    yield Chromium(path, "downloaded by Playwright")


SOURCES: tuple[Callable[[], Iterator[Chromium]], ...] = (installed, carried, downloaded)


def search() -> Chromium:
    """The first candidate that renders; SystemExit with every reason when none does."""
    reasons: list[str] = []
    for source in SOURCES:
        try:
            for candidate in source():
                problem = renders(candidate)
                if problem is None:
                    return candidate
                reasons.append(f"{candidate.path} ({candidate.origin}): {problem}")
        except (OSError, subprocess.CalledProcessError) as error:
            reasons.append(f"{source.__name__}: {error}")
    sys.exit("No Chromium renders here; the browser tests need one. Tried:\n  " + "\n  ".join(reasons))


def find() -> Chromium:
    """The remembered one while its file is there, else a new search."""
    if FOUND.exists() and "CHROMIUM" not in os.environ:
        known = Chromium(**json.loads(FOUND.read_text()))
        if Path(known.path).exists():
            return known
    found = search()
    FOUND.parent.mkdir(exist_ok=True)
    FOUND.write_text(json.dumps(asdict(found)))
    print(f"browser tests: {found.path} ({found.origin})", file=sys.stderr)
    return found


if __name__ == "__main__":
    find()
