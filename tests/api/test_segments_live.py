"""The thread that follows segments, and the stream that tells of them."""

from __future__ import annotations

import asyncio
import threading
import time

import msgspec
import pytest

from cesta.api import segments_live
from cesta.api.segments_live import Following, told
from cesta.ingest.door import accept
from cesta.model.instant import show_instant
from cesta.store.workspace import Workspace


def put(workspace: Workspace, name: str, rule: str) -> None:
    text = f"cesta: segment/1\nid: {name}\nname: X\nrule: {rule}\n"
    (workspace.root / "segments" / f"{name}.yaml").write_text(text)


def test_who_enters_and_leaves_is_told(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments_live, "LOOK_EVERY", 0.01)
    monkeypatch.setattr(segments_live, "TELL_EVERY", 0.01)
    put(workspace, "frobbers", "did frob in last 1s")
    following = Following(workspace, threading.Event())
    following.start()

    async def listen() -> list[tuple[str | None, str]]:
        await asyncio.to_thread(following.ready.wait, 30)
        heard: list[tuple[str | None, str]] = []
        event = {"customer": "zoe", "event": "frob", "ts": show_instant(time.time_ns() // 1000)}
        async for message in told(following, people=True):
            if message.event == "sizes" and not heard:
                heard.append(("begin", ""))
                await asyncio.to_thread(accept, workspace, [event], "test")
            elif message.event not in (None, "sizes"):
                heard.append((message.event, msgspec.json.decode(str(message.data))["customer"]))
            if len(heard) == 3:
                following.leaving.set()
        return heard

    assert asyncio.run(listen()) == [("begin", ""), ("segment.entered", "zoe"), ("segment.left", "zoe")]
    following.close(5)


def test_silence_is_broken_and_a_fault_stops_nothing(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments_live, "LOOK_EVERY", 0.01)
    monkeypatch.setattr(segments_live, "TELL_EVERY", 0.001)
    monkeypatch.setattr(segments_live, "KEEP_ALIVE", 2)
    following = Following(workspace, threading.Event())
    look, tries = following.watch.look, list[int]()

    def failing() -> object:
        tries.append(1)
        if len(tries) == 1:
            raise RuntimeError("once")
        return look()

    monkeypatch.setattr(following.watch, "look", failing)
    following.start()
    assert following.ready.wait(30)

    async def comment() -> str | None:
        async for message in told(following, people=False):
            if message.comment:
                return str(message.comment)
        return None

    assert asyncio.run(comment()) == "still here"
    following.leaving.set()
    following.close(5)
