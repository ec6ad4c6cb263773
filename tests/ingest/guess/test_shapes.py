"""What a row is: one event with a name, or one event of a kind."""

from __future__ import annotations

from collections.abc import Callable

from cesta.ingest.guess.guess import Guess

Guessed = Callable[..., Guess]


def test_an_event_log(guessed: Guessed) -> None:
    rows = "\n".join(f"u{n % 2} | {('home', 'cart', 'buy')[n % 3]} | 2024-01-0{n + 1} 10:00:00 | web" for n in range(6))
    (event,) = guessed(log=f"user_id | event | timestamp | platform\n{rows}").events
    assert (event.event, event.who.columns, event.when.columns) == (None, ("user_id",), ("timestamp",))
    assert event.what is not None
    assert event.what.columns == ("event",)
    assert (event.time_formats, event.assumed, event.properties) == (("iso",), None, ("platform",))


def test_starts_and_ends_of_one_activity_are_one_event(guessed: Guessed) -> None:
    rows = "\n".join(
        f"p{n % 4} | scan | {n + 100} | {state} | 2024-01-0{n % 9 + 1} 1{place}:00:00"
        for n in range(12) for place, state in enumerate(("start", "complete"))
    )  # fmt: skip
    found = guessed(log=f"patient | activity | activity_no | lifecycle | time\n{rows}")
    assert "minutes" in found.events[0].properties
    assert "started.lifecycle = 'start'" in found.mapping


def test_a_step_of_an_activitys_life_is_part_of_its_name(guessed: Guessed) -> None:
    states = ("In Call", "Assigned", "Wait")
    rows = "\n".join(f"c{n % 3} | Accepted | {states[n % 3]} | 2024-01-0{n + 1}T10:00:00Z" for n in range(9))
    found = guessed(log=f"case:concept:name | concept:name | lifecycle:transition | time:timestamp\n{rows}")
    assert "\"concept:name\" || '' / '' || \"lifecycle:transition\"" in found.mapping
    assert "timezone" not in found.mapping


def test_days_keep_the_order_that_a_column_counts(guessed: Guessed) -> None:
    rows = "\n".join(f"{s} | 2008 | 4 | {s + 10} | {order} | A{order}" for s in range(4) for order in (1, 2, 3))
    (event,) = guessed(clicks=f"session ID | year | month | day | order | page\n{rows}").events
    assert (event.event, event.who.columns) == (None, ("session ID",))
    assert event.assumed is not None
    assert "order" in event.assumed


def test_reviews(guessed: Guessed) -> None:
    rows = "\n".join(f"Jan {n} | 2024-01-{n + 10} | {n % 5 + 1} | It was number {n}, and so on." for n in range(9))
    found = guessed(lounge=f"author | date | overall_rating | content\n{rows}")
    assert found.events[0].event == "review"
    assert set(found.events[0].properties) == {"overall_rating", "content"}


def test_only_planned_moments_are_no_events(guessed: Guessed) -> None:
    found = guessed(items="customer | shipping_limit_date\nann | 2024-01-01")
    assert found.events == ()
    assert found.refused is not None
    assert found.refused.code == "no_events"


def test_numbers_of_pages_bear_the_name_of_their_column(guessed: Guessed) -> None:
    rows = "\n".join(f"s{n % 3} | 2024-01-0{n + 1} 10:00 | {n % 4 + 1}" for n in range(8))
    found = guessed(clicks=f"session | time | page 1 (main category)\n{rows}")
    assert "'main category ' || \"page 1 (main category)\"" in found.mapping.replace("''", "'")
