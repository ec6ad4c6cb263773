"""Open pages hear of every change, and the stream ends when the server leaves."""

from __future__ import annotations

import asyncio

import msgspec
import pytest

from cesta.api import pulse
from cesta.api.routes import live
from cesta.api.served import Served
from cesta.api.together import Looker
from cesta.ingest.door import accept
from cesta.maps.drafts import Editor, Wish
from cesta.maps.edit import Edit
from cesta.maps.remarks import Said, say


def test_the_generation_now_and_after_each_change(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse, "EVERY", 0.001)

    async def listen() -> list[str]:
        heard: list[str] = []
        async for message in live.changes(served):
            if message.event == "changed":
                heard.append(msgspec.json.decode(str(message.data))["generation"])
                if len(heard) == 1:
                    event = {"customer": "zoe", "event": "visit", "ts": "2026-01-10T10:00:00Z"}
                    await asyncio.to_thread(accept, served.workspace, [event], "test")
                elif len(heard) == 2:
                    path = served.workspace.root / "segments" / "app-shoppers.yaml"
                    path.write_text(path.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
                else:
                    served.leaving.set()
        return heard

    before = served.workspace.generation()
    heard = asyncio.run(listen())
    assert heard[0] == before
    assert len(set(heard)) == 3
    assert heard[-1] == served.workspace.generation()


def test_what_is_shared_on_a_map_is_told_with_who_looks(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse, "EVERY", 0.001)
    edit = Edit("set", ("owner",), "petr", "jana")

    async def listen() -> list[dict[str, object]]:
        heard = []
        async for message in live.changes(served, "buy-clothes"):
            if message.event == "together":
                heard.append(msgspec.json.decode(str(message.data)))
                if len(heard) == 1:
                    served.desk.edit("buy-clothes", [Wish("1", edit)], Editor("tab"), 1)
                elif len(heard) == 2:
                    say(served.desk, "buy-clothes", Said("Why?"), Editor("tab"), 2)
                else:
                    served.leaving.set()
        return heard

    with served.together.looking("buy-clothes", Looker("tab", "Ann")):
        first, edited, said = asyncio.run(listen())
    assert first == {"map": "buy-clothes", "draft": 0, "talk": "", "here": [{"hand": "tab", "name": "Ann"}]}
    assert (edited["draft"], said["draft"]) == (1, 1)
    assert said["talk"] != edited["talk"]


def test_silence_is_broken_by_a_comment(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse, "EVERY", 0.001)
    monkeypatch.setattr(live, "KEEP_ALIVE", 2)

    async def second() -> str | None:
        stream = live.changes(served)
        await anext(stream)
        return (await anext(stream)).comment

    assert asyncio.run(second()) == "still here"
