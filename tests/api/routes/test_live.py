"""Open pages hear of every change, and the stream ends when the server leaves."""

from __future__ import annotations

import asyncio

import msgspec
import pytest

from cesta.api.routes import live
from cesta.api.served import Served
from cesta.ingest.door import accept


def test_the_generation_now_and_after_each_change(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "LOOK_EVERY", 0.001)

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


def test_silence_is_broken_by_a_comment(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "LOOK_EVERY", 0.001)
    monkeypatch.setattr(live, "KEEP_ALIVE", 2)

    async def second() -> str | None:
        stream = live.changes(served)
        await anext(stream)
        return (await anext(stream)).comment

    assert asyncio.run(second()) == "still here"
