"""Money against plain sums; two currencies are never added."""

from __future__ import annotations

from hypothesis import given, settings
from tests.measures.formulas.plainly import Histories, asked, close, histories, periods, share

from cesta.maps.questions import ask

Period = tuple[int, int]


def paid(told: Histories, begin: int, end: int) -> list[list[int]]:
    """What each customer paid, of those who did."""
    sums = [[amount for h, name, amount in each if name == "buy" and begin <= h < end] for each in told.values()]
    return [each for each in sums if each]


@given(histories, periods)
@settings(max_examples=20)
def test_baskets_revenue_and_what_a_customer_has_brought(told: Histories, period: Period) -> None:
    bought = {"numerator": "buy", "of": "amount"}
    inside, ever = paid(told, *period), paid(told, 0, period[1])
    total, things = sum(map(sum, inside)), sum(map(len, inside))
    basket = asked(told, period, type="average", **bought)
    assert (basket["n"], close(basket["value"], share(total, things))) == (len(inside), True)
    assert close(asked(told, period, type="revenue", **bought)["value"], total)
    clv = asked(told, period, type="clv", margin=0.5, **bought)
    assert (clv["n"], close(clv["value"], share(sum(map(sum, ever)), 2 * len(ever)))) == (len(ever), True)


@given(histories, periods)
@settings(max_examples=20)
def test_growth_compares_with_as_long_before(told: Histories, period: Period) -> None:
    end = min(period[1], max(h for each in told.values() for h, _, _ in each) + 1)
    if end != period[1]:
        return
    now, before = paid(told, *period), paid(told, 2 * period[0] - period[1], period[0])
    of_people = asked(told, period, type="growth", numerator="buy")
    assert close(of_people["value"], len(now) / len(before) - 1 if before else None)
    of_money = asked(told, period, type="growth", numerator="buy", of="amount")
    sums = sum(map(sum, now)), sum(map(sum, before))
    assert close(of_money["value"], sums[0] / sums[1] - 1 if before else None)


def test_orders_of_several_lines_are_one_basket_and_currencies_stay_apart() -> None:
    lines = [("ann", "o1", 10, "EUR"), ("ann", "o1", 20, "EUR"), ("ann", "o2", 6, "EUR"), ("bob", "o3", 100, "PLN")]
    events = [
        {
            "customer": who, "event": "buy", "ts": f"2026-01-0{at + 1}T10:00:00Z",
            "props": {"amount": amount, "order": order, "currency": money},
        }
        for at, (who, order, amount, money) in enumerate(lines)
    ]  # fmt: skip
    measure = {"type": "average", "numerator": "buy", "of": "amount", "per": "order"}

    def result(**params: object) -> dict[str, object]:
        found = ask(None, {"analysis": "measure", "params": {"measure": measure, **params}, "events": events})["result"]
        assert isinstance(found, dict)
        return found

    each = result(breakdown="currency", attribution="all_events")["breakdown"]
    assert isinstance(each, dict)
    assert {money: (part["value"], part["currency"]) for money, part in each.items()} == {
        "EUR": (18, "EUR"), "PLN": (100, "PLN")
    }  # fmt: skip
    # together they are no number, as no currency was said to be ours
    assert (result()["value"], result()["left_out"]) == (None, 4)
