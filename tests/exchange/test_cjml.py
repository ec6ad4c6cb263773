"""CJML: our own file again, an actual journey of another editor, and files that are none."""

from __future__ import annotations

import pytest

from cesta.exchange.cjml import read_cjml
from cesta.model.errors import CestaError

ACTUAL = b"""<CJML version="2.0" xmlns="http://example.org/cjml"><actualJourney><journeyTitle>New phone</journeyTitle>
<touchpoints><actualAction><touchpointID>T1</touchpointID><initiator><initiatorLabel>Asks</initiatorLabel></initiator>
<touchpointExperience><experienceRating>-2</experienceRating></touchpointExperience></actualAction></touchpoints>
</actualJourney></CJML>"""


def test_an_actual_journey_becomes_one_stage() -> None:
    data = read_cjml(ACTUAL, "phone")
    assert data["title"] == "New phone"
    (stop,) = data["stages"][0]["touchpoints"]
    assert (stop["id"], stop["name"], stop["emotion"]) == ("T1", "Asks", {"assumed": -2})


@pytest.mark.parametrize("content", [b"<CJML/>", b"nothing", b'<!DOCTYPE a [<!ENTITY b "c">]><CJML>&b;</CJML>'])
def test_other_files_are_refused(content: bytes) -> None:
    with pytest.raises(CestaError) as told:
        read_cjml(content, "x")
    assert told.value.code == "bad_file"
