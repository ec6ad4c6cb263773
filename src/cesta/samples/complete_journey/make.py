"""Makes the demo's workspace: definitions copied once, real data loaded through the front door."""

from __future__ import annotations

from pathlib import Path

from cesta.ingest.load import load
from cesta.ingest.progress import Progress, quiet
from cesta.samples.complete_journey.find import find_data
from cesta.samples.definitions import create, is_there
from cesta.store.workspace import Workspace

HERE = Path(__file__).parent
MAPPING = "mappings/complete-journey.yaml"


def make(root: Path, progress: Progress = quiet) -> Workspace:
    """The demo's workspace at `root`, made if it is not there. Files that its user edited stay as they are.

    Raises no_demo_data, and workspace_exists when the folder is another workspace.
    """
    root = Path(root)
    there = is_there(root, MAPPING)
    workspace = Workspace.open(root) if there else create(HERE, root, MAPPING, "The Complete Journey", "USD")
    try:
        load(workspace, root / MAPPING, find_data(), progress)
    except BaseException:
        workspace.close()
        raise
    return workspace
