"""Every example, full of what real exports hold, is recognised, loads, and stands on a map in its channel."""

from __future__ import annotations

import contextlib
import io
import re
from collections import Counter
from pathlib import Path

import pytest

from cesta.cli.main import main
from cesta.ingest.files.stage import stage
from cesta.ingest.guess.answers import Answers
from cesta.ingest.shapes.document import shapes, the_shape
from cesta.ingest.shapes.shaped import shape_of
from cesta.maps.propose.proposal import propose
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

# What each example holds, counted by hand: events by name, rows set aside, and channels of its touchpoints.
HELD = {
    "ads": ({"ad_spend": 4}, 1, {"web", "social"}),
    "calls": ({"call_answered": 2, "call_missed": 2, "call_back": 1, "call_made": 1}, 3, {"phone"}),
    "chats": ({"chat_started": 2, "chat_bot_answered": 1, "chat_answered": 1, "chat_ended": 2}, 0, {"chat"}),
    "complaints": ({"complaint_made": 3, "complaint_settled": 2}, 0, {"email", "store", "phone"}),
    "contacts": ({"contact_created": 3, "contact_last_touched": 2}, 1, {"web", "email", "social"}),
    "deals": ({"deal_opened": 3, "deal_won": 1, "deal_lost": 1}, 1, {"phone"}),
    "emails": (
        {"email_sent": 2, "email_delivered": 2, "email_opened": 1, "email_clicked": 1, "email_bounced": 1,
         "email_replied": 1, "email_unsubscribed": 1, "email_complained": 1}, 0, {"email"},
    ),
    "leads": ({"lead_form": 3}, 1, {"web", "social"}),
    "mail": ({"mail_received": 2, "mail_answered": 1}, 1, {"email"}),
    "orders": ({"purchase": 2, "order_cancelled": 1, "return": 1}, 1, {"web", "store"}),
    "reviews": ({"review": 3}, 2, {"web"}),
    "social": (
        {"social_own_post": 2, "social_comment": 1, "social_mention": 1, "social_message": 1, "social_reaction": 1},
        1, {"social"},
    ),
    "surveys": ({"survey_answered": 3}, 1, {"email", "phone"}),
    "tickets": ({"ticket_opened": 4, "ticket_answered": 3, "ticket_solved": 2}, 2, {"email", "web", "phone", "chat"}),
    "visits": (
        {"shop_appointment": 1, "shop_appointment_missed": 1, "shop_check_in": 1, "shop_tally": 2, "shop_visit": 1},
        0, {"store"},
    ),
}  # fmt: skip


def cesta(*words: object) -> str:
    """Runs a verb in this process."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.suppress(SystemExit):
        main([str(word) for word in words])
    return said.getvalue()


def test_every_shape_is_held_to_this() -> None:
    assert set(HELD) == set(shapes())


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A workspace with all examples, and what each load said."""
    root = tmp_path_factory.mktemp("examples") / "shop"
    Workspace.create(root, timezone="Europe/Warsaw").close()
    return root, {name: cesta("load", root, the_shape(name).example(), "--shape", name, "--yes") for name in HELD}


@pytest.mark.parametrize("name", list(HELD))
def test_an_example_loads_with_its_channel(loaded: tuple[Path, dict[str, str]], name: str) -> None:
    events, aside, channels = HELD[name]
    root, said = loaded
    assert f'"set_aside":{aside}' in said[name]
    with Workspace.open(root) as workspace:
        columns = workspace.columns()
        rows = [place for place, code in enumerate(columns.codes.tolist()) if columns.names[code] in events]
        assert Counter(columns.names[columns.codes[place]] for place in rows) == events
        told = columns.props["channel"]
        assert {str(told.values[told.codes[place]]) for place in rows} == channels


def test_every_example_stands_on_a_map_in_its_channel(loaded: tuple[Path, dict[str, str]]) -> None:
    with Workspace.open(loaded[0]) as workspace:
        proposal = propose(workspace)
    stops = [*(stop for stage in proposal.stages for stop in stage.touchpoints), *proposal.aside]
    named = {event: name for name, (events, _, _) in HELD.items() for event in events}
    shown: set[str] = set()
    for stop in stops:
        whose = {name for event, name in named.items() if re.search(rf"\b{event}\b", stop.rule)}
        shown |= whose
        # What several shapes share may have several channels.
        assert len(whose) > 1 or stop.channel in HELD[whose.pop()][2], stop.rule
    assert shown == set(HELD)


@pytest.mark.parametrize("name", list(HELD))
def test_an_example_is_recognised_by_its_columns(tmp_path: Path, name: str) -> None:
    found = shape_of(stage(the_shape(name).example(), tmp_path), Answers())
    assert found is not None
    assert found[1].shape.shape == name


def test_a_person_who_points_at_columns_is_left_to_the_guess(tmp_path: Path) -> None:
    staged = stage(the_shape("calls").example(), tmp_path)
    assert shape_of(staged, Answers(who=("Numer telefonu",))) is None
    pointed = shape_of(staged, Answers(shape="calls", who=("Konsultant",)))
    assert pointed is not None
    assert pointed[1].columns["customer"] == "Konsultant"


def test_a_shape_that_does_not_fit_is_told(tmp_path: Path) -> None:
    with pytest.raises(CestaError, match=r'unknown_column: No column is the "chat" of chats'):
        shape_of(stage(the_shape("ads").example(), tmp_path), Answers(shape="chats"))
