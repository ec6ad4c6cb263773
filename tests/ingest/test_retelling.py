"""Rules of today hold for what came yesterday: exactly as if every message came now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.collection import FILE
from cesta.ingest.door import take
from cesta.ingest.protocols.posted import Posted
from cesta.ingest.protocols.segment import segment
from cesta.ingest.retelling import is_due, retell
from cesta.model.event import Value
from cesta.store.accepted import accepted
from cesta.store.checking import check
from cesta.store.drained import FOLDER
from cesta.store.told import told_by
from cesta.store.workspace import Workspace

URLS = ("https://shop.example/?utm_source=radio-x", "https://shop.example/?gclid=1", "https://shop.example/")
AGENTS = ("Mozilla/5.0", "OurMonitor/1", "Googlebot/2.1")
RULES = (
    "",
    "channels:\n  - {channel: radio, source: [radio*]}\n",
    "channels:\n  - {channel: wireless, source: [radio*]}\nbots: {count: true}\n",
    "domains: [forum.example]\nbots: {agents: [OurMonitor*]}\n",
    "tests: {customers: [ann]}\naccounts: [{network: vk, account: shop}]\n",
)
messages = st.builds(
    lambda url, agent, own, who: {
        "type": "track", "event": "x", "userId": who, "properties": {"url": url, **own}, "context": {"userAgent": agent}
    },
    st.sampled_from(URLS), st.sampled_from(AGENTS), st.sampled_from(({}, {"channel": "said"}, {"kept_out": "said"})),
    st.sampled_from(("ann", "bob")),
)  # fmt: skip
written = st.sampled_from(RULES)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "shop") as workspace:
        yield workspace


def write(workspace: Workspace, rules: str) -> None:
    path = workspace.root / FILE
    path.write_text(f"cesta: collection/1\n{rules}") if rules else path.unlink(missing_ok=True)


def send(workspace: Workspace, source: str, batch: list[dict[str, object]]) -> None:
    given = [{**message, "messageId": str(place)} for place, message in enumerate(batch)]
    take(workspace, source, segment(Posted({"batch": given}, source, 0))[0])


def told(workspace: Workspace, source: str) -> list[tuple[dict[str, Value], int]]:
    steps = workspace.log.read("select message_id, step from events where source = ?", (source,))
    counts = dict(steps)
    return [
        (dict(each.event.properties), counts[each.event.message_id])
        for each in accepted(workspace) if each.event.source == source
    ]  # fmt: skip


@settings(max_examples=8, deadline=None)
@given(st.lists(messages, max_size=6), written, written)
def test_it_is_as_if_all_came_now(
    tmp_path_factory: pytest.TempPathFactory, batch: list[dict[str, object]], before: str, now: str
) -> None:
    with Workspace.create(tmp_path_factory.mktemp("shop")) as workspace:
        write(workspace, before)
        send(workspace, "earlier", batch)
        write(workspace, now)
        retell(workspace)
        send(workspace, "later", batch)
        assert told(workspace, "earlier") == told(workspace, "later")
        assert not is_due(workspace)


def test_answers_follow_and_nothing_is_damaged(workspace: Workspace) -> None:
    with workspace.log.transaction() as sql:
        sql.execute("update meta set block = 2")
    bot: dict[str, object] = {"type": "page", "userId": "ann", "context": {"userAgent": "OurMonitor/1"}}
    send(workspace, "site", [bot, {**bot, "context": {"campaign": {"source": "radio"}}}, bot])
    assert len(workspace.columns().times) == 3
    assert not is_due(workspace)
    write(workspace, RULES[3] + RULES[1])
    assert is_due(workspace)
    assert retell(workspace) == 3
    columns = workspace.columns()
    assert (len(columns.times), columns.props["channel"].values) == (1, ("radio",))
    assert retell(workspace) == 0
    assert len(list((workspace.data / FOLDER).iterdir())) == 2
    assert not check(workspace.root, lambda *_: None).damaged


def test_a_mistake_changes_nothing_and_an_interrupted_one_is_told_to_its_end(workspace: Workspace) -> None:
    send(workspace, "site", [{"type": "page", "userId": "ann", "context": {"campaign": {"source": "radio"}}}])
    write(workspace, "channel: radio\n")
    assert not is_due(workspace)
    write(workspace, RULES[1])
    marks = workspace.log.marks()
    retell(workspace)
    assert workspace.log.marks().changes == marks.changes + 1
    with workspace.log.transaction() as sql:
        sql.execute("update told_by set done = 0")
    assert is_due(workspace)
    retell(workspace)
    # Some may have been told before it was interrupted.
    assert workspace.log.marks().changes == marks.changes + 2
    assert told_by(workspace.log)[1]
