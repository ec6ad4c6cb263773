"""Compiles every kernel ahead of need, so that no first question waits."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable

import cesta.kernels


def warmers() -> list[tuple[str, Callable[[], object]]]:
    """The function `warm` of every kernel file that has one, with the file's name, in order of name.

    A kernel file with compiled loops ends with `warm()`, which calls each loop once on arrays of the types that
    questions bring.
    """
    found = []
    for module in sorted(pkgutil.iter_modules(cesta.kernels.__path__), key=lambda module: module.name):
        if module.name != "warm":
            loaded = importlib.import_module(f"cesta.kernels.{module.name}")
            if hasattr(loaded, "warm"):
                found.append((module.name, loaded.warm))
    return found


def main(say: Callable[[str], object] = lambda _name: None) -> int:
    """Warms all kernels; tells `say` the name of each before its turn, and gives their number."""
    found = warmers()
    for name, warm in found:
        say(name)
        warm()
    return len(found)


if __name__ == "__main__":
    main()
