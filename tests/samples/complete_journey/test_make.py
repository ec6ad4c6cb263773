"""The demo's events, recounted from the raw files one row at a time, without any of the SQL that made them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cesta.model.errors import CestaError
from cesta.samples import complete_journey
from cesta.samples.complete_journey import make
from cesta.store.columns import Columns
from cesta.store.workspace import Workspace

pytestmark = pytest.mark.demo
Key = tuple[Any, ...]
Read = Callable[..., Iterator[Key]]
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FIVE_HOURS = timedelta(hours=5)  # the shops' own day begins at 05:00 UTC


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with make(tmp_path_factory.mktemp("demo") / "journey") as workspace:
        yield workspace


@pytest.fixture(scope="module")
def columns(demo: Workspace) -> Columns:
    return demo.columns()


def micros(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1)


def events(columns: Columns, name: str, *fields: str) -> list[Key]:
    """All events of a name as (customer, time, property, …)."""
    owners, code = columns.owners().tolist(), columns.names.index(name)
    props = [columns.props[field] for field in fields]
    return [
        (
            columns.customers[owners[place]],
            int(columns.times[place]),
            *(column.values[column.codes[place]] if column.codes[place] >= 0 else None for column in props),
        )
        for place, found in enumerate(columns.codes.tolist())
        if found == code
    ]


def same(found: list[Key], expected: list[Key], count: int) -> None:
    assert len(found) == len(expected) == count
    assert sorted(found, key=repr) == sorted(expected, key=repr)


@pytest.fixture(scope="module")
def lines(raw_rows: Read) -> list[Key]:
    fields = ("basket_id", "household_id", "store_id", "transaction_timestamp", "product_id")
    return list(raw_rows("transactions", *fields, "sales_value", "retail_disc", "coupon_disc"))


@pytest.fixture(scope="module")
def departments(raw_rows: Read) -> dict[int, str | None]:
    return dict(raw_rows("products", "product_id", "department"))


@pytest.fixture(scope="module")
def campaigns(raw_rows: Read) -> dict[int, Key]:
    fields = ("campaign_id", "campaign_type", "start_date", "end_date")
    return {campaign: rest for campaign, *rest in raw_rows("campaign_descriptions", *fields)}  # type: ignore[misc]


def test_every_campaign_sent(columns: Columns, campaigns: dict[int, Key], raw_rows: Read) -> None:
    expected = [
        (str(household), micros(campaigns[campaign][1]), campaign, campaigns[campaign][0])
        for campaign, household in raw_rows("campaigns", "campaign_id", "household_id")
    ]
    same(events(columns, "campaign_received", "campaign", "campaign_type"), expected, 6_589)


def test_every_visit(columns: Columns, lines: list[Key]) -> None:
    baskets: dict[int, list[Key]] = defaultdict(list)
    for line in lines:
        baskets[line[0]].append(line)
    found = {row[2]: row for row in events(columns, "shop_visit", "basket", "store", "items", "basket_value")}
    shares = {row[2]: row[3] for row in events(columns, "shop_visit", "basket", "discount_share")}
    assert len(found) == len(baskets) == 155_848
    for basket, mine in baskets.items():
        customer, time, _, store, items, value = found[basket]
        assert (customer, store, items) == (str(mine[0][1]), mine[0][2], len(mine))
        assert time == micros(mine[0][3])
        paid, saved = sum(line[5] for line in mine), sum(line[6] for line in mine)
        assert value == pytest.approx(paid, abs=0.0051)
        if paid + saved == 0:
            assert shares[basket] is None
        else:
            assert shares[basket] == pytest.approx(saved / (paid + saved), abs=0.000051)


def test_every_first_purchase_in_a_department(
    columns: Columns, lines: list[Key], departments: dict[int, str | None]
) -> None:
    first: dict[Key, datetime] = {}
    for line in lines:
        key = (str(line[1]), departments.get(line[4]))
        if key[1] is not None and (key not in first or line[3] < first[key]):
            first[key] = line[3]
    expected = [(household, micros(moment), department) for (household, department), moment in first.items()]
    same(events(columns, "first_purchase_in_department", "department"), expected, len(first))


def test_every_basket_with_a_product_on_offer(
    columns: Columns,
    lines: list[Key],
    departments: dict[int, str | None],
    campaigns: dict[int, Key],
    raw_rows: Read,
) -> None:
    offered: dict[int, set[int]] = defaultdict(set)
    for campaign, product in raw_rows("coupons", "campaign_id", "product_id"):
        offered[campaign].add(product)
    sent: dict[int, list[int]] = defaultdict(list)
    for campaign, household in raw_rows("campaigns", "campaign_id", "household_id"):
        sent[household].append(campaign)
    bought: dict[Key, set[int]] = defaultdict(set)
    for basket, household, _, moment, product, *_rest in lines:
        for campaign in sent[household]:
            _, start, end = campaigns[campaign]
            if start <= moment < end + timedelta(days=1) and product in offered[campaign]:
                bought[(str(household), micros(moment), basket)].add(product)
    expected = []
    for key, products in bought.items():
        tally: dict[str, int] = defaultdict(int)
        for product in products:
            department = departments.get(product)
            if department is not None:
                tally[department] += 1
        most = min(tally, key=lambda name: (-tally[name], name)) if tally else None
        expected.append((*key, len(products), most))
    found = events(columns, "offer_product_bought", "basket", "products", "department")
    same(found, expected, 34_097)


def test_every_coupon_redeemed(columns: Columns, lines: list[Key], raw_rows: Read) -> None:
    visits: dict[Key, dict[int, tuple[datetime, bool]]] = defaultdict(dict)
    for basket, household, _, moment, _, _, _, coupon in lines:
        day = visits[(household, (moment - FIVE_HOURS).date())]
        day[basket] = (moment, coupon > 0 or (basket in day and day[basket][1]))
    nth: dict[Key, int] = defaultdict(int)
    expected = []
    fields = ("redemption_date", "coupon_upc", "household_id", "campaign_id")
    for day, coupon, household, campaign in sorted(raw_rows("coupon_redemptions", *fields)):
        found = visits.get((household, day.date()), {}).values()
        with_coupon = [moment for moment, used in found if used]
        moment = min(with_coupon or [moment for moment, _ in found] or [day + timedelta(hours=17)])
        nth[household, campaign] += 1
        expected.append((str(household), micros(moment), campaign, coupon, nth[household, campaign]))
    same(events(columns, "coupon_redeemed", "campaign", "coupon", "nth"), expected, 2_102)


def test_everybody_is_there_and_nothing_was_set_aside(demo: Workspace, columns: Columns, raw_rows: Read) -> None:
    households = {str(household) for (household,) in raw_rows("transactions", "household_id")}
    assert set(columns.customers) == households
    assert len(columns.customers) == 2_469
    assert demo.log.counts()["set_aside"] == 0


def test_times_that_nobody_recorded_are_marked(columns: Columns) -> None:
    assert columns.assumed is not None
    marked = {columns.names[code] for code in columns.codes[columns.assumed].tolist()}
    assert marked == {"campaign_received", "coupon_redeemed"}
    assert int(columns.assumed.sum()) == 6_589 + 2_102


def test_a_second_make_changes_nothing_and_keeps_edits(demo: Workspace) -> None:
    generation = demo.generation()
    settings = demo.root / "cesta.yaml"
    settings.write_text(settings.read_text().replace("USD", "EUR"))
    edited = demo.generation()
    assert edited != generation
    with make(demo.root) as again:
        assert again.generation() == edited
        assert again.settings.currency == "EUR"


def test_a_half_made_demo_is_finished(tmp_path: Path) -> None:
    def stop(what: str, _done: int, _total: int) -> None:
        if what == "writing":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(tmp_path / "journey", stop)
    with make(tmp_path / "journey") as workspace:
        assert len(workspace.columns().customers) == 2_469


def test_another_workspace_is_left_alone(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "mine").close()
    with pytest.raises(CestaError, match="workspace_exists"):
        make(tmp_path / "mine")


def test_definitions_are_copied_once(demo: Workspace) -> None:
    package = Path(str(complete_journey.__file__)).parent
    for folder in ("maps", "segments", "personas"):
        wanted = {path.name: path.read_text() for path in (package / folder).glob("*.yaml")}
        assert {path.name: path.read_text() for path in (demo.root / folder).glob("*.yaml")} == wanted
    assert (demo.root / "mappings" / "complete-journey.yaml").read_text() == (package / "mapping.yaml").read_text()
