"""Copies a sample's definitions into a new workspace; from then on they are the user's."""

from __future__ import annotations

import shutil
from pathlib import Path

from cesta.model.errors import CestaError
from cesta.store.manifest import FILE
from cesta.store.workspace import Workspace

DEFINITIONS = ("maps", "segments", "personas", "touchpoints", "measures", "opportunities")


def is_there(root: Path, mapping: str) -> bool:
    """Whether the sample's workspace is made already. Raises workspace_exists when the folder is another one."""
    if (root / FILE).exists() and not (root / mapping).exists():
        raise CestaError("workspace_exists", f"{root} is another workspace.", "Give the sample a folder of its own.")
    return (root / FILE).exists()


def create(sample: Path, root: Path, mapping: str, name: str, currency: str) -> Workspace:
    """A workspace with the definitions that lie in the folder `sample`.

    They come first: once there is a cesta.yaml, they are the user's.
    """
    for folder in DEFINITIONS:
        for source in sorted((sample / folder).glob("**/*.yaml")):
            _copy(source, root / folder / source.relative_to(sample / folder))
    _copy(sample / "mapping.yaml", root / mapping)
    return Workspace.create(root, name=name, timezone="UTC", currency=currency, languages=("en", "pl", "cs", "ru"))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
