"""What became of claims stays within bounds."""

from __future__ import annotations

from unittest.mock import patch

from cesta.identity import merges
from cesta.identity.claims import Claim, Id
from cesta.identity.merges import Refused


def test_refusals_are_counted_and_the_newest_told() -> None:
    refused = Refused()
    for number in range(merges.KEPT + 5):
        refused.note(Claim(f"m{number}", 0, "shop", "", ()), Id("user_id", "ann"), [(Id("card", "c"), "card")])
    assert (refused.counts["card"], len(refused.newest), refused.newest[0].id) == (merges.KEPT + 5, merges.KEPT, "m5")


def test_who_wants_what_is_remembered_within_bounds() -> None:
    refused = Refused()
    with patch.object(merges, "WANTED", 2), patch.object(merges, "CLAIMANTS", 3):
        for number in range(9):
            refused.want(Id("card", "c"), "user_id", [f"u{number}"])
            refused.want(Id("card", f"c{number}"), "user_id", ["ann"])
    assert [(each.id.key, each.claimants) for each in refused.proposals(1)] == [("c", 3), ("c0", 1)]
    assert [each.id.key for each in refused.proposals(2)] == ["c"]
