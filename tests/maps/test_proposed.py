"""Changes proposed for a map: what many journeys do beside it, accepted as an edit or dismissed with a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cesta.ingest.door import accept
from cesta.maps.drafts import Desk, Editor, Wish
from cesta.maps.proposed import Proposed, dismiss, found_in, proposals
from cesta.maps.proposed_book import dismissals
from cesta.model.errors import CestaError
from cesta.model.instant import show_instant
from cesta.store.workspace import Workspace

HEAD = """-- proposed
start: visit
end: silence 2d
stages: look = visit, view; pay = cart, buy
"""


def story(chatting: int, of: int = 40) -> str:
    lines = []
    for who in range(of):
        chat = "live_chat 20m, live_chat 21m, " if who < chatting else ""
        lines.append(f"c{who:02d}: visit 0m, view 10m, {chat}cart 30m, buy 40m")
    return HEAD + "\n".join(lines) + "\n"


def test_a_way_of_many_is_proposed_where_it_happens(case_from: Callable[[str], Any]) -> None:
    (one,) = found_in(case_from(story(16)).ground())
    assert (one.kind, one.events, one.previous, one.following) == ("add", ("live_chat",), "view", "cart")
    assert one.share is not None
    assert (one.share.n, one.share.of) == (16, 40)
    assert one.edit.at == ("stages", "look", "touchpoints")
    assert (one.edit.after, one.edit.value["match"]) == ("view", {"event": "live_chat"})


@pytest.mark.parametrize("chatting", [0, 9])
def test_a_way_of_few_is_not(case_from: Callable[[str], Any], chatting: int) -> None:
    assert found_in(case_from(story(chatting)).ground()) == []


def test_machinery_is_not_proposed(case_from: Callable[[str], Any]) -> None:
    assert found_in(case_from(story(30).replace("live_chat", "session_start")).ground()) == []


@pytest.fixture
def chatty(shop: Workspace) -> Workspace:
    """The small shop, in which sixty more came by and chatted."""
    newest = shop.columns().as_of or 0
    events = [
        {
            "customer": f"new{who}",
            "event": name,
            "ts": show_instant(newest - (400 - 4 * who - place) * 60_000_000),
            "message_id": f"chat-{who}-{place}",
        }
        for who in range(60)
        for place, name in enumerate(("visit", "live_chat", "add_to_cart"))
    ]
    assert accept(shop, events, "chats").accepted == len(events)
    return shop


def chats(workspace: Workspace, text: str | None = None) -> list[Proposed]:
    return [one for one in proposals(workspace, "buy", text=text).proposals if "live_chat" in one.events]


def test_accepted_it_is_on_the_map_and_proposed_no_more(chatty: Workspace) -> None:
    (one,) = chats(chatty)
    desk = Desk(chatty)
    try:
        (done,) = desk.edit("buy", [Wish("k", one.edit, "b")], Editor("hand", "", ""), 0)
        text = desk.draft("buy").text
    finally:
        desk.close()
    assert done.outcome == "done"
    assert "live_chat" in text
    assert chats(chatty, text) == []
    assert len(chats(chatty)) == 1


def test_dismissed_it_waits_until_it_grew_clearly(chatty: Workspace) -> None:
    (one,) = chats(chatty)
    dismiss(chatty, "buy", one.key, "a test of ours", "jana")
    assert chats(chatty) == []
    assert proposals(chatty, "buy").dismissed == 1
    said = dismissals(chatty.data, "buy")[one.key]
    assert (said.reason, said.by) == ("a test of ours", "jana")
    assert one.share is not None
    assert said.high == one.share.high


def test_a_dismissal_needs_a_reason_and_a_proposal(chatty: Workspace) -> None:
    (one,) = chats(chatty)
    with pytest.raises(CestaError, match="bad_value"):
        dismiss(chatty, "buy", one.key, " ", "")
    with pytest.raises(CestaError, match="unknown_proposal"):
        dismiss(chatty, "buy", "add-nothing", "why", "")
