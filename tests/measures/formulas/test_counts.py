"""Counts of customers and of their days against plain loops."""

from __future__ import annotations

from hypothesis import given, settings
from tests.measures.formulas.plainly import Histories, asked, close, histories, periods, share

Period = tuple[int, int]


@given(histories, periods)
@settings(max_examples=20)
def test_who_came_who_is_new_and_on_how_many_days(told: Histories, period: Period) -> None:
    hours = [[h for h, name, _ in each if name == "see"] for each in told.values()]
    inside = [[h for h in each if period[0] <= h < period[1]] for each in hours]
    people = asked(told, period, type="count", numerator="see")
    assert (people["value"], people["n"]) == (sum(map(bool, inside)), sum(map(bool, inside)))
    assert people["of"] == sum(any(h < period[1] for h, _, _ in each) for each in told.values())
    assert asked(told, period, type="count", numerator="see", unit="events")["value"] == sum(map(len, inside))
    new = asked(told, period, "/value", type="new_customers", numerator="see")
    assert new["customers"] == [
        who for who, each in zip(told, hours, strict=True) if each and period[0] <= each[0] < period[1]
    ]
    days = [len({h // 24 for h in each}) for each in inside if each]
    assert close(asked(told, period, type="engagement", numerator="see")["value"], share(sum(days), len(days)))
