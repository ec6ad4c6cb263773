"""Tables of other tools, in the words of four languages, with stages down or across."""

from __future__ import annotations

import pytest

from cesta.exchange.csv_map import read_csv
from cesta.model.errors import CestaError

DOWN = """Phase;Steps;Channel;Emotion;Pain points;Opportunities
Look;See an advert;Social;4;;
Look;Compare;Web;2;Too many;Filter them
Buy;Pay;Web;1;No BLIK;
"""
ACROSS = """Etap,Szukam,Kupuję
Kroki,"Reklama
Porównanie",Płatność
Emocje,1,-2
Bariery,,Brak BLIK
"""


def test_stages_down_and_stars_become_moods() -> None:
    data = read_csv(DOWN.encode("cp1250"), "coat")
    assert [stage["name"] for stage in data["stages"]] == ["Look", "Buy"]
    stops = [stop for stage in data["stages"] for stop in stage["touchpoints"]]
    assert [stop["emotion"]["assumed"] for stop in stops] == [1, -1, -2]
    (barrier,) = stops[1]["barriers"]
    assert (barrier["text"], barrier["fixes"][0]["text"]) == ("Too many", "Filter them")
    assert stops[0]["channel"] == "social"


def test_stages_across() -> None:
    data = read_csv(ACROSS.encode(), "kurtka")
    assert [[stop["name"] for stop in stage["touchpoints"]] for stage in data["stages"]] == [
        ["Reklama", "Porównanie"],
        ["Płatność"],
    ]
    assert data["stages"][1]["touchpoints"][0]["emotion"] == {"assumed": -2}


def test_a_table_about_something_else_is_refused() -> None:
    with pytest.raises(CestaError) as told:
        read_csv(b"month,revenue\n1,2\n", "x")
    assert told.value.code == "bad_file"
