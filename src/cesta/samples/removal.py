"""Taking the sample away by one step: its made-up loads, and those of its documents that nobody edited."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cesta.ingest.loads import list_loads, unload
from cesta.maps.binned import delete
from cesta.samples.definitions import DEFINITIONS
from cesta.store.bin import Binned
from cesta.store.workspace import Workspace

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Removed:
    """What went into the bin, and documents of the sample that stay because somebody edited them (as "map/buy")."""

    loads: tuple[str, ...]
    documents: tuple[Binned, ...]
    kept: tuple[str, ...]


def remove_samples(workspace: Workspace, lang: str = "en") -> Removed:
    """Everything of the sample goes into the bin for thirty days; what was edited is the user's and stays."""
    loads = tuple(load.load_id for load in list_loads(workspace) if load.generated and load.binned_at is None)
    if not loads:
        return Removed((), (), ())
    for load_id in loads:
        unload(workspace, load_id)
    shipped = _shipped()
    gone: list[Binned] = []
    kept: list[str] = []
    for folder in DEFINITIONS:
        kind = folder.removesuffix("s")
        for path in sorted((workspace.root / folder).glob("*.yaml")):
            if is_shipped(path):
                gone.append(delete(workspace, kind, path.stem, lang))
            elif (folder, path.name) in shipped:
                kept.append(f"{kind}/{path.stem}")
    return Removed(loads, tuple(gone), tuple(kept))


def is_shipped(path: Path) -> bool:
    """Whether a workspace's document is a sample's, as it came."""
    sources = _shipped().get((path.parent.name, path.name), [])
    return any(source.read_bytes() == path.read_bytes() for source in sources)


def _shipped() -> dict[tuple[str, str], list[Path]]:
    """The samples' own documents by folder and name."""
    found: dict[tuple[str, str], list[Path]] = {}
    for folder in DEFINITIONS:
        for path in HERE.glob(f"*/{folder}/*.yaml"):
            found.setdefault((folder, path.name), []).append(path)
    return found
