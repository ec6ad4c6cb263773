"""To what a customer agreed: by purpose, from the book where there are purposes, else from events and traits."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.consent.purposes import FILE
from cesta.ingest.contacts import contacts_of
from cesta.ingest.door import take
from cesta.model.arrival import Arrival
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.privacy.consent import Spoken, write_down
from cesta.profiles.consents import Consent, consents
from cesta.profiles.profile import profile
from cesta.profiles.said import Message, said
from cesta.store.columns import from_events
from cesta.store.workspace import Workspace

RULES = """\
cesta: privacy/1
purposes:
  - {id: letters, name: {en: Letters, pl: Listy}, given_by: [joined], without_word: refused}
  - {id: statistics, name: Statistics}
"""


def test_the_last_word_of_events_and_traits_counts() -> None:
    told = from_events(
        [
            Event("s", "0", "ann", "consent_given", 0, {"purpose": "email"}),
            Event("s", "1", "ann", "consent_given", 1_000_000, {"purpose": "sms"}),
            Event("s", "2", "ann", "unsubscribe", 2_000_000, {"purpose": "email"}),
        ]
    )
    traits = said([Message("crm", "m1", 9_000_000, {"ads_consent": False, "plan": "free"})])
    assert consents(contacts_of(Path()), told, traits) == (
        Consent("ads", "ads", False, "1970-01-01T00:00:09Z", "crm", "m1", False),
        Consent("email", "email", False, "1970-01-01T00:00:02Z", "", "unsubscribe", False),
        Consent("sms", "sms", True, "1970-01-01T00:00:01Z", "", "consent_given", False),
    )


def test_the_book_tells_with_proof_and_what_holds_for_who_said_nothing(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        (workspace.root / FILE).write_text(RULES)
        ids = {"user_id": "ann", "anonymous_id": "x1"}
        take(workspace, "app", [Arrival(Event("app", "m1", "x1", "joined", 5_000_000, {}), "track", "{}", 1, ids)])
        statistics = Consent("statistics", "Statistics", True, None, "", "", True)
        assert profile(workspace, "ann", "pl").consents == (
            Consent("letters", "Listy", True, "1970-01-01T00:00:05Z", "app", "m1", True),
            statistics,
        )
        said_no = write_down(workspace, "x1", Spoken("letters", False, " by phone "))
        assert (said_no[0].given, said_no[0].source, said_no[0].proof, said_no[1]) == (
            False, "people", "by phone", statistics,
        )  # fmt: skip
        for spoken in (Spoken("ads", True, "by phone"), Spoken("letters", True, " ")):
            with pytest.raises(CestaError, match=r"unknown_purpose|bad_value"):
                write_down(workspace, "ann", spoken)
