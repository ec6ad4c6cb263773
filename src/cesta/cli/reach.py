"""Reaching a workspace: opened here, or through the server that holds it; the same document either way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from cesta.store.lock import owner_address, read_secret

if TYPE_CHECKING:
    from cesta.api.chosen import Chosen
    from cesta.api.set_aside import Which
    from cesta.ingest.guess.answers import Answers
    from cesta.ingest.progress import Progress
    from cesta.model.event import Value


class Reached(Protocol):
    """What verbs can do with a workspace. All answers are plain JSON data."""

    def ask(self, question: Mapping[str, object]) -> dict[str, object]: ...

    def accept(
        self, events: Sequence[Mapping[str, object] | str], source: str, file: str | None, rows: Sequence[int]
    ) -> dict[str, object]: ...

    def set_aside(self, which: Which) -> dict[str, object]: ...

    def mend(self, what: str, document: object) -> dict[str, object]: ...

    def guess(self, files: Sequence[Path], answers: Answers, progress: Progress) -> dict[str, object]: ...

    def load(self, files: Sequence[Path], mapping: Path | str | None, progress: Progress) -> dict[str, object]: ...

    def loads(self) -> dict[str, object]: ...

    def changes(self, load_id: str) -> dict[str, object]: ...

    def unload(self, load_id: str) -> dict[str, object]: ...

    def restore(self, load_id: str) -> dict[str, object]: ...

    def decide(self, load_id: str, decision: str) -> dict[str, object]: ...

    def erase(self, ids: Sequence[str], suppress: bool) -> dict[str, object]: ...

    def consent(self) -> dict[str, object]: ...

    def suppress(self, ids: Sequence[str], lift: bool) -> dict[str, object]: ...

    def retention(self) -> dict[str, object]: ...

    def retire(self) -> dict[str, object]: ...

    def segments(self, at: str | None) -> dict[str, Any]: ...

    def members(self, segment_id: str, at: str | None) -> dict[str, Any]: ...

    def why(self, segment_id: str, customer: str, at: str | None) -> dict[str, Any]: ...

    def customers(self, *, search: str | None, one: str | None, after: str | None, limit: int) -> dict[str, Any]: ...

    def join(self, table: str, rows: Sequence[tuple[str, Mapping[str, Value]]]) -> dict[str, Any]: ...

    def person_file(self, one: str) -> bytes: ...

    def overview(self) -> dict[str, object]: ...

    def map_view(self, map_id: str, chosen: Chosen, lang: str) -> dict[str, object]: ...

    def deviations(self, map_id: str, chosen: Chosen, lang: str) -> dict[str, object]: ...

    def barriers(self, map_id: str | None, chosen: Chosen, lang: str) -> dict[str, object]: ...

    def proposal(self, lang: str) -> dict[str, object]: ...

    def groups(self) -> dict[str, Any]: ...

    def adopt(self, number: int, id_: str, name: str, persona: bool) -> dict[str, Any]: ...

    def report(self, segment_id: str, lang: str) -> dict[str, Any]: ...

    def save_map(self, map_id: str, text: str) -> dict[str, object]: ...


@contextmanager
def reach(root: Path) -> Iterator[Reached]:
    """The workspace in `root`, through its server if it is being served."""
    # Either way needs only its own half of the program, and a verb's help neither.
    address = owner_address(root)
    if address is not None and address.startswith("http"):
        from cesta.cli.there import There

        yield There(address, read_secret(root))
        return
    from cesta.cli.here import Here
    from cesta.store.workspace import Workspace

    with Workspace.open(root) as workspace:
        here = Here(workspace)
        here.follow_rules()
        yield here
