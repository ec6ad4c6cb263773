"""What the pictures of the analyses show: a handful of journeys, what is counted, what comes out."""

from __future__ import annotations

from dataclasses import dataclass, field

Event = tuple[float, str, str]


@dataclass(frozen=True)
class Row:
    """A journey. events: place from 0 to 100, words, and + (counts), - (does not) or ! (spoils)."""

    name: str
    events: tuple[Event, ...] = ()
    told: str = ""
    spans: tuple[tuple[float, float, str], ...] = ()


@dataclass(frozen=True)
class Grid:
    """A table of numbers; `unfinished` are places of cells whose time has not run out."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[float | None, ...]], ...]
    unfinished: frozenset[tuple[int, int]] = frozenset()
    unit: str = ""


@dataclass(frozen=True)
class Scene:
    """A picture; `says` is its whole meaning in words, for those who do not see it."""

    says: str
    rows: tuple[Row, ...] = ()
    grid: Grid | None = None
    below: tuple[str, ...] = field(default=())


def line(name: str, events: str, told: str = "", *spans: tuple[float, float, str]) -> Row:
    """A row from short text: "5 visit +, 30 cart +, 90 buy -"."""
    found = []
    for one in events.split(","):
        place, rest = one.strip().split(" ", 1)
        words, mark = rest.rsplit(" ", 1)
        found.append((float(place), words, mark))
    return Row(name, tuple(found), told, spans)


SCENES = {
    "funnel": Scene(
        "A funnel of visit, cart, buy within 7 days: ann reaches 3 steps, bob 2 because he buys too late, eva none "
        "because she asked for a refund between cart and buy.",
        (
            line("ann", "4 visit +, 20 cart +, 44 buy +", "3 steps", (4, 60, "7 days")),
            line("bob", "4 visit +, 30 cart +, 90 buy -", "2 steps", (4, 60, "7 days")),
            line("eva", "10 visit -, 28 cart -, 42 refund !, 56 buy -", "out: excluded", (28, 56, "no refund here")),
        ),
        below=("counts [2, 2, 1]: at each step everybody who came at least so far.",),
    ),
    "funnel_trend": Scene(
        "Two weeks. Ann enters in the first and buys in the second: both are credited to the first week.",
        (
            line("ann", "10 visit +, 60 buy +", "week 1: entered, completed", (10, 60, "window")),
            line("bob", "20 visit +", "week 1: entered"),
            line("eva", "58 visit +, 74 buy +", "week 2: entered, completed", (58, 74, "window")),
        ),
        below=("Each period by itself, by the moment of the first step: week 1 1 of 2, week 2 1 of 1.",),
    ),
    "time_to_convert": Scene(
        "The time from visit to buy of three customers falls into bins of equal width.",
        (
            line("ann", "5 visit +, 20 buy +", "3 min", (5, 20, "3 min")),
            line("bob", "5 visit +, 30 buy +", "5 min", (5, 30, "5 min")),
            line("eva", "5 visit +, 75 buy +", "14 min", (5, 75, "14 min")),
        ),
        below=("Average 7 min 20 s, median 5 min; bins from 3 min on: 2, 1, and one more for the upper edge.",),
    ),
    "window_funnel": Scene(
        "strict_order ends the search at the first event that is no step.",
        (
            line("plain", "5 a +, 28 d -, 50 b +, 74 c +", "level 3"),
            line("strict", "5 a +, 28 d !, 50 b -, 74 c -", "level 1"),
        ),
        below=("The same events: without modes level 3, with strict_order level 1.",),
    ),
    "conversion": Scene(
        "Of those with a cart, who buys within an hour? Ann does, bob too late, eva never had a cart.",
        (
            line("ann", "10 cart +, 40 buy +", "started, converted", (10, 55, "1 hour")),
            line("bob", "10 cart +, 80 buy -", "started", (10, 55, "1 hour")),
            line("eva", "30 visit -", "not started"),
        ),
        below=("rate 1 of 2; base rate 2 of 3, as bob bought, too; lift = rate / base rate = 0.75.",),
    ),
    "paths": Scene(
        "A silence of more than 30 minutes cuts a path in two; neighbours of one name become one.",
        (
            line("ann", "4 home +, 16 home +, 32 list +, 74 home +, 90 cart +", "", (32, 74, "over 30 min: new path")),
            line("bob", "4 home +, 20 list +, 36 cart +", ""),
        ),
        below=("Step 1: home → list 2, home → cart 1.  Step 2: list → cart 1.",),
    ),
    "path_dropoff": Scene(
        "At step 2, list: of two customers one goes on and one stops.",
        (
            line("ann", "4 home +, 28 list +", "stops at step 2"),
            line("bob", "4 home +, 28 list +, 52 cart +", "goes on"),
        ),
        below=("Step 2, list: reach 2, continue 1, drop 1. A customer with two such visits counts once.",),
    ),
    "transitions": Scene(
        "Every pair of neighbours is a transition, from the start of the path to its end.",
        (
            line("ann", "4 start -, 24 home +, 44 list +, 64 home +, 84 end -", "home → list, list → home"),
            line("bob", "4 start -, 24 home +, 44 list +, 64 end -", "home → list"),
        ),
        below=("home → list 2; list → home 1, list → end 1; with probability_out list → home is 1 of 2.",),
    ),
    "next_node": Scene(
        "What comes right after search and view: ann a cart, bob nothing, eva never has them as neighbours.",
        (
            line("ann", "10 search +, 30 view +, 50 cart +", "cart"),
            line("bob", "10 search +, 30 view +", "nothing"),
            line("eva", "10 search -, 30 home -, 50 view -", "no such chain"),
        ),
    ),
    "step_matrix": Scene(
        "Where journeys are after so many steps; a journey that is over stays at its end.",
        (
            line("ann", "4 start -, 26 home +, 48 list +, 70 cart +"),
            line("bob", "4 start -, 26 home +, 48 end -, 70 end -"),
        ),
        Grid(
            ("0", "1", "2", "3"),
            (
                ("start", (1, 0, 0, 0)),
                ("home", (0, 1, 0, 0)),
                ("list", (0, 0, 0.5, 0)),
                ("cart", (0, 0, 0, 0.5)),
                ("end", (0, 0, 0.5, 0.5)),
            ),
        ),
    ),
    "preparing": Scene(
        "Sessions end at silence; collapse keeps one of a run; truncate keeps from the start event to the end event.",
        (
            line("sessions", "4 home +, 18 list +, 66 home +, 80 cart +", "1 1 2 2", (18, 66, "over 30 min")),
            line("collapse", "4 home +, 18 home -, 32 home -, 50 list +", "home, list"),
            line("truncate", "4 home -, 22 cart +, 40 pay +, 58 buy +, 76 home -", "cart, pay, buy"),
        ),
    ),
    "retention": Scene(
        "Cohorts by day of the first visit: 10 on Monday of whom 4 and 3 come back, 8 on Tuesday, 5 on Wednesday; the "
        "last diagonal is not finished.",
        grid=Grid(
            ("day 0", "day 1", "day 2"),
            (("Mon", (10, 4, 3)), ("Tue", (8, 2)), ("Wed", (5,))),
            frozenset({(0, 2), (1, 1), (2, 0)}),
        ),
        below=("Outlined cells have not ended yet: they can still grow, and are never drawn as a loss.",),
    ),
    "lifecycle": Scene(
        "Activity in three weeks: ann is new, then returning; bob is new, pauses and is resurrected; eva goes dormant.",
        (
            line("ann", "8 week 1 +, 38 week 2 +, 70 week 3 +", "new, returning, returning"),
            line("bob", "8 week 1 +, 70 week 3 +", "new, dormant, resurrecting"),
            line("eva", "38 week 2 +", "–, new, dormant"),
        ),
        below=("Stickiness: one is active in 3 weeks, one in 2, one in 1: counts [1, 1, 1].",),
    ),
    "sequence": Scene(
        "The pattern: see, then within 10 minutes buy. Ann shows it, bob is too slow, eva's other event is invisible.",
        (
            line("ann", "10 see +, 36 buy +", "matches", (10, 50, "10 min")),
            line("bob", "10 see -, 80 buy -", "too late", (10, 50, "10 min")),
            line("eva", "10 see +, 24 scroll -, 40 buy +", "matches", (10, 50, "10 min")),
        ),
    ),
    "attribution": Scene(
        "One conversion after three touches, shared by five models.",
        (line("ann", "8 ads +, 34 mail +, 60 search +, 86 buy +", "1 conversion"),),
        Grid(
            ("ads", "mail", "search"),
            (("first", (100, 0, 0)), ("last", (0, 0, 100)), ("linear", (33, 33, 33)), ("u_shaped", (40, 20, 40))),
            unit=" %",
        ),
    ),
    "process": Scene(
        "One journey a, b, a: neighbours, pairs at any distance, repeats and positions.",
        (line("ann", "8 a +, 40 b +, 72 a +", "", (8, 40, "2 min"), (40, 72, "3 min")),),
        below=(
            "dfg: a → b 1, b → a 1.  efg: also a → a 1, with 5 min between.  variants: a b a, once.",
            "durations: 5 min.  positions: a at 1 and 3, b at 2.  rework: a done twice.  self_distance of a: 1.",
        ),
    ),
    "conformance": Scene(
        "The wanted journey is view, cart, pay. Ann keeps to it; bob never carts; eva pays before she carts.",
        (
            line("wanted", "8 view -, 34 cart -, 60 pay -"),
            line("ann", "8 view +, 34 cart +, 60 pay +", "fits"),
            line("bob", "8 view +, 60 pay +", "missing: cart"),
            line("eva", "8 view +, 34 pay +, 60 cart !", "order: cart"),
        ),
    ),
    "groups": Scene(
        "Journeys that do much the same things in much the same order fall into one group.",
        (
            line("ann", "8 view +, 30 cart +, 52 buy +", "group 1"),
            line("bob", "8 view +, 30 view +, 52 cart +, 74 buy +", "group 1"),
            line("eva", "8 read -, 30 share -, 52 read -", "group 2"),
        ),
        below=("Group 1 does cart, buy and view more often; it is shown by its most typical journey.",),
    ),
    "stage_touchpoints": Scene(
        "Two stages, look and pay. Three journeys reach look, two reach pay: one by card, one by cash.",
        (
            line("ann", "10 shop +, 60 card +", "look, pay"),
            line("bob", "10 shop +, 60 cash +", "look, pay"),
            line("eva", "10 shop +", "look"),
        ),
        below=("pay: reached 2; card 1 (50 %), cash 1 (50 %).",),
    ),
}
