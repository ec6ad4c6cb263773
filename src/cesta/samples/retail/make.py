"""Makes the generated shop's workspace: definitions copied once, made-up events loaded as anybody's would be."""

from __future__ import annotations

import tempfile
from pathlib import Path

from cesta.ingest.load import load
from cesta.ingest.progress import Progress, quiet
from cesta.samples.definitions import create, is_there
from cesta.samples.retail.events import World
from cesta.samples.retail.truth import TruthSink
from cesta.samples.retail.writing import write
from cesta.store.workspace import Workspace

HERE = Path(__file__).parent
MAPPING = "mappings/retail.yaml"
SOURCE = "retail"
NAME = "A generated clothing shop"
EVENTS = 100_000


def make(
    root: Path, progress: Progress = quiet, events: int = EVENTS, seed: int = 1, language: str = "mixed"
) -> Workspace:
    """The generated shop's workspace at `root`, made if it is not there, with its truth in truth.json.

    Once it has its events, it is only opened; files that its user edited stay as they are. Raises workspace_exists when
    the folder is another workspace.
    """
    root = Path(root)
    there = is_there(root, MAPPING)
    workspace = Workspace.open(root) if there else create(HERE, root, MAPPING, NAME, "EUR")
    try:
        if not any(known.source == SOURCE for known in workspace.log.loads()):
            world = World(seed=seed, language=language)
            with tempfile.TemporaryDirectory(prefix="cesta-retail-") as folder:
                truth = TruthSink(world, root / "truth.json", events)
                write(world, events, str(Path(folder) / "events.parquet"), progress, truth)
                load(workspace, root / MAPPING, Path(folder), progress)
    except BaseException:
        workspace.close()
        raise
    return workspace
