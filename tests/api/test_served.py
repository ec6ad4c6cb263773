"""A view is worked out once for each state of the workspace, and again when a file or an event changes it."""

from __future__ import annotations

from cesta.api.chosen import Chosen
from cesta.api.served import Served
from cesta.ingest.door import accept
from cesta.model.instant import parse_instant
from cesta.samples.retail.small import small
from cesta.store.workspace import Workspace

EVERYONE = Chosen()
WEEK = 7 * 86_400_000_000


def test_equal_questions_share_a_view_until_something_changes(workspace: Workspace, served: Served) -> None:
    first = served.view("buy-clothes", EVERYONE, "en")
    assert served.view("buy-clothes", EVERYONE, "en") is first
    assert served.view("buy-clothes", Chosen("app-shoppers"), "en").people.n < first.people.n
    accept(workspace, [{"customer": "zoe", "event": "visit", "ts": "2026-01-10T10:00:00Z"}], "test")
    assert served.view("buy-clothes", EVERYONE, "en").people.n == first.people.n + 1


def test_editing_a_segment_changes_the_map(workspace: Workspace, served: Served) -> None:
    before = served.view("buy-clothes", Chosen("app-shoppers"), "en")
    path = workspace.root / "segments" / "app-shoppers.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("'app'", "'web'"), encoding="utf-8")
    after = served.view("buy-clothes", Chosen("app-shoppers"), "en")
    everyone = served.view("buy-clothes", EVERYONE, "en")
    walkers = started()
    assert everyone.people.n == len(walkers)
    assert before.people.n == len(walkers & visitors("app"))
    assert after.people.n == len(walkers & visitors("web"))
    assert before.people.n != after.people.n


def visitors(channel: str) -> set[str]:
    """Who ever came by this channel, counted by hand."""
    came = [event for event in small() if event["event"] == "visit"]
    return {str(event["customer"]) for event in came if f"'channel': '{channel}'" in str(event["props"])}


def started() -> set[str]:
    """Who ever visited first or after seven quiet days, as the map has its journeys begin."""
    found: set[str] = set()
    last: dict[str, int] = {}
    for event in small():
        who, now = str(event["customer"]), parse_instant(event["ts"])
        if event["event"] == "visit" and (who not in last or now - last[who] > WEEK):
            found.add(who)
        last[who] = now
    return found


def test_the_overview_is_kept_too(served: Served) -> None:
    assert served.overview("en") is served.overview("en")


def test_gauges_follow_the_workspace(workspace: Workspace, served: Served) -> None:
    served.measure()
    columns = workspace.columns()
    assert f"cesta_events {float(len(columns.codes))}" in served.metrics.text().decode()
    assert f"cesta_customers {float(len(columns.customers))}" in served.metrics.text().decode()


def test_loading_says_how_much_there_is(workspace: Workspace, served: Served) -> None:
    assert served.loaded is None
    served.load()
    assert served.loaded == len(workspace.columns().codes)
