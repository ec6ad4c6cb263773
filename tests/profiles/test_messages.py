"""Messages that say something of a person are found by any of her ids, in the order of what they say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cesta.model.arrival import Arrival
from cesta.model.event import Event, Value
from cesta.profiles import messages
from cesta.profiles.messages import Messages, every_message, messages_of
from cesta.store.log import Log


def told(number: int, customer: str, said: Mapping[str, Value], kind: str = "identify") -> Arrival:
    return Arrival(Event("web", str(number), customer, kind, 100 - number, said), kind, "{}", 0)


@pytest.mark.parametrize("at_once", [2, 1000])
def test_found_by_ids_while_more_come(tmp_path: Path, monkeypatch: Any, at_once: int) -> None:
    monkeypatch.setattr(messages, "AT_ONCE", at_once)
    log = Log(tmp_path / "log.sqlite")
    log.append([told(1, "ann", {"a": 1}), told(2, "bob", {"b": 1}), told(3, "ann", {"seen": 1}, "track")])
    found = Messages(log)
    assert [m.message_id for m in found.of(["ann"])] == ["1"]
    log.append([told(4, "x1", {"a": 2}), told(5, "ann", {"a": 3}), told(6, "ann", {"a": 4})])
    assert [m.message_id for m in found.of(["ann", "x1"])] == ["6", "5", "4", "1"]
    assert found.of(["nobody"]) == found.of([]) == []
    with log.transaction() as sql:
        sql.execute("delete from events where customer = 'ann'")
        sql.execute("update meta set changes = changes + 1")
    assert found.of(["ann"]) == []
    assert [m.message_id for m in found.of(["x1", "bob"])] == ["4", "2"]
    assert [customer for customer, _ in every_message(log)] == ["bob", "x1"]
    assert messages_of(log) is messages_of(log)
    log.close()
