"""What was removed from the log is in none of its bytes afterwards, wherever rows stood before."""

from __future__ import annotations

import random

from cesta.model.event import Event
from cesta.store.aside import SetAside
from cesta.store.wiping import begin, end, is_begun, wipe
from cesta.store.workspace import Workspace


def test_no_byte_of_a_removed_row_is_left(workspace: Workspace) -> None:
    mixed = random.Random(7)
    with workspace.log.transaction() as sql:
        # Some builds of SQLite zero freed pages by themselves; no build has to.
        sql.execute("pragma secure_delete=off").close()
    for lot in range(8):
        keys = [f"{mixed.random()}-secret-{lot}-{n}" for n in range(200)]
        workspace.log.append(
            [Event("web", key, "ann", "see", 1, {"text": key * 3}) for key in keys],
            [SetAside("web", f"{key} is strange", message_id=f"a{key}", raw=key * 5) for key in keys],
        )
    with workspace.log.transaction() as sql:
        sql.execute("delete from events where seq % 3 > 0")
        sql.execute("update set_aside set raw = 'x', reason = 'y', message_id = seq")
        sql.execute("delete from events")
    begin(workspace.data)
    (workspace.data / "hot" / "key").mkdir(parents=True)
    assert is_begun(workspace.data)
    assert wipe(workspace.log, workspace.data)
    assert not is_begun(workspace.data)
    files = [path for path in workspace.data.rglob("*") if path.is_file() and path.suffix != ".ids"]
    assert [path.name for path in files if b"secret" in path.read_bytes()] == []
    assert not (workspace.data / "hot").exists()
    end(workspace.data)
