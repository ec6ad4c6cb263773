"""Makes the demo's workspace: definitions copied once, real data loaded through the front door."""

from __future__ import annotations

import shutil
from pathlib import Path

from cesta.ingest.load import Progress, load, quiet
from cesta.model.errors import CestaError
from cesta.samples.complete_journey.find import find_data
from cesta.store.manifest import FILE
from cesta.store.workspace import Workspace

HERE = Path(__file__).parent
MAPPING = "mappings/complete-journey.yaml"
DEFINITIONS = ("maps", "segments", "personas", "touchpoints", "measures")


def make(root: Path, progress: Progress = quiet) -> Workspace:
    """The demo's workspace at `root`, made if it is not there. Files that its user edited stay as they are.

    Raises no_demo_data, and workspace_exists when the folder is another workspace.
    """
    root = Path(root)
    if (root / FILE).exists() and not (root / MAPPING).exists():
        raise CestaError("workspace_exists", f"{root} is another workspace.", "Give the demo a folder of its own.")
    workspace = Workspace.open(root) if (root / FILE).exists() else _create(root)
    try:
        load(workspace, root / MAPPING, find_data(), progress)
    except BaseException:
        workspace.close()
        raise
    return workspace


def _create(root: Path) -> Workspace:
    # The definitions come first: once there is a cesta.yaml, they are the user's.
    for folder in DEFINITIONS:
        for source in sorted((HERE / folder).glob("**/*.yaml")):
            _copy(source, root / folder / source.relative_to(HERE / folder))
    _copy(HERE / "mapping.yaml", root / MAPPING)
    return Workspace.create(
        root, name="The Complete Journey", timezone="UTC", currency="USD", languages=("en", "pl", "cs", "ru")
    )


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
