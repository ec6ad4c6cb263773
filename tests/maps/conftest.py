"""What the tests of maps share: a small language for cases, and a witness that counts journeys one event at a time."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cesta.ingest.door import accept
from cesta.maps.beside import Beside
from cesta.maps.compose import Bound, Ground, Picked, compose, lay
from cesta.maps.document import parse
from cesta.model.event import Event, Value
from cesta.samples.retail.small import small
from cesta.store.columns import from_events
from cesta.store.workspace import Workspace

UNITS = {"m": 60_000_000, "h": 3_600_000_000, "d": 86_400_000_000}
DAY_0 = date(1970, 1, 1)
GOLDEN = Path(__file__).parent.parent / "golden" / "maps"


@dataclass
class Case:
    """One worked case: a map, who did what, and the answer."""

    title: str
    starts: list[str] = field(default_factory=list)
    fresh: str | None = None
    ends: list[str] = field(default_factory=list)
    goal: str | None = None
    stages: list[tuple[str, list[tuple[str, str]]]] = field(default_factory=list)
    period: tuple[int, int] | None = None
    events: list[Event] = field(default_factory=list)
    expected: dict[str, str] = field(default_factory=dict)

    def document(self) -> str:
        """The case's map as YAML."""
        lines = ["cesta: map/1", "id: case", "title: Case", "start:"]
        lines += ["  first_of:", *(f"    - {condition(text)}" for text in self.starts)]
        if self.fresh:
            lines.append(f"  after_silence: {self.fresh}")
        if self.ends:
            lines += ["end:", "  any_of:", *(f"    - {ending(text)}" for text in self.ends)]
        if self.goal:
            lines.append(f"goal: {condition(self.goal)}")
        if self.period:
            first, last = (DAY_0 + timedelta(days=day) for day in self.period)
            lines.append(f"period: {{from: {first}, to: {last}}}")
        lines.append("stages:")
        for stage, touchpoints in self.stages:
            lines += [f"  - id: {stage}", f"    name: {stage}", "    touchpoints:"]
            for name, match in touchpoints:
                lines += [f"      - id: {name}", f"        name: {name}", f"        match: {condition(match)}"]
        return "\n".join(lines) + "\n"

    def bound(self, *, min_n: int = 0) -> Bound:
        return compose(self.ground(min_n=min_n), Picked(), date(1970, 1, 1))

    def ground(self, *, min_n: int = 0) -> Ground:
        return lay(parse(self.document(), Path("case.yaml")), from_events(self.events), Beside({}), min_n=min_n)


def condition(text: str) -> str:
    event, _, where = text.partition(" where ")
    return f'{{event: {event.strip()}, where: "{where.strip()}"}}' if where else f"{{event: {event.strip()}}}"


def ending(text: str) -> str:
    return text if text.split()[0] in ("silence", "after") else condition(text)


def moment(text: str) -> int:
    found = re.fullmatch(r"(\d+)([mhd])", text)
    assert found, f"not a time: {text}"
    return int(found[1]) * UNITS[found[2]]


def value(text: str) -> Value:
    return int(text) if text.lstrip("-").isdecimal() else text


def read_cases(text: str) -> Iterator[Case]:
    for block in re.split(r"^-- ", text, flags=re.M)[1:]:
        title, *lines = block.strip().splitlines()
        case = Case(title)
        for line in lines:
            read_line(case, line.strip())
        yield case


def read_line(case: Case, line: str) -> None:
    if line.startswith("=> "):
        key, _, rest = line[3:].partition(":")
        case.expected[key] = rest.strip()
        return
    key, _, rest = line.partition(":")
    match key:
        case "start":
            rest, _, fresh = rest.partition(" after_silence ")
            case.starts, case.fresh = [part.strip() for part in rest.split(",")], fresh.strip() or None
        case "end":
            case.ends = [part.strip() for part in rest.split(",")]
        case "goal":
            case.goal = rest.strip()
        case "period":
            days = [int(number) for number in re.findall(r"\d+", rest)]
            case.period = days[0], days[1]
        case "stages":
            case.stages = [read_stage(part) for part in rest.split(";")]
        case _:
            case.events += list(read_events(key, rest))


def read_stage(text: str) -> tuple[str, list[tuple[str, str]]]:
    name, _, rest = text.partition("=")
    found = re.findall(r"(\w+)(?:\(([^)]*)\))?(?:,|$)", rest.strip() + ",")
    return name.strip(), [(stop, match or stop) for stop, match in found]


def read_events(customer: str, text: str) -> Iterator[Event]:
    for place, part in enumerate(text.split(",")):
        name, time, *properties = part.split()
        pairs = dict(pair.split("=") for pair in properties)
        props = {key: value(item) for key, item in pairs.items()}
        yield Event("case", f"{customer}-{place}", customer, name, moment(time), props)


@dataclass
class Walk:
    """One journey as the witness sees it. `touches` are (stage, stop) places in order."""

    customer: str
    started: int
    events: list[Event]
    ended: int | None
    touches: list[tuple[int, str]]
    won: bool

    @property
    def furthest(self) -> int:
        return max((stage for stage, _ in self.touches), default=-1)

    @property
    def outcome(self) -> str:
        return "won" if self.won else "open" if self.ended is None else "lost"

    @property
    def rests_at(self) -> str | None:
        return next((stop for stage, stop in reversed(self.touches) if stage == self.furthest), None)


def meets(event: Event, text: str) -> bool:
    """The witness' own reading of "name" and "name where property < number"."""
    name, _, where = text.partition(" where ")
    if event.name != name.strip():
        return False
    if not where:
        return True
    key, sign, limit = where.split()
    have = event.properties.get(key)
    if not isinstance(have, int):
        return False
    return have < int(limit) if sign == "<" else have > int(limit)


def limit(case: Case, word: str) -> int | None:
    found = [moment(text.split()[1]) for text in case.ends if text.split()[0] == word]
    return min(found, default=None)


def walks(case: Case) -> list[Walk]:
    """Journeys by the words of the decision record, a customer at a time, an event at a time."""
    now = max((event.time for event in case.events), default=0)
    found: list[Walk] = []
    for customer in sorted({event.customer for event in case.events}):
        hers = sorted((e for e in case.events if e.customer == customer), key=lambda e: e.time)
        found += walks_of(case, customer, hers, now)
    return found


def walks_of(case: Case, customer: str, hers: list[Event], now: int) -> list[Walk]:
    closing = [text for text in case.ends if text.split()[0] not in ("silence", "after")]
    silence, after = limit(case, "silence"), limit(case, "after")
    found: list[Walk] = []
    place = 0
    while place < len(hers):
        starter = hers[place]
        quiet = case.fresh is None or place == 0 or starter.time - hers[place - 1].time > moment(case.fresh)
        if not (quiet and any(meets(starter, text) for text in case.starts)):
            place += 1
            continue
        inside: list[Event] = []
        ended: int | None = None
        while place < len(hers):
            event = hers[place]
            late = after is not None and event.time > starter.time + after
            silent = silence is not None and bool(inside) and event.time > inside[-1].time + silence
            if late or silent:
                break
            inside.append(event)
            place += 1
            if any(meets(event, text) for text in closing):
                ended = event.time
                break
        if ended is None:
            limits = [starter.time + after] if after is not None else []
            limits += [inside[-1].time + silence] if silence is not None else []
            over = min(limits, default=None)
            ended = over if over is not None and (over < now) else None
        found.append(walk(case, customer, inside, ended))
    return found


def walk(case: Case, customer: str, inside: list[Event], ended: int | None) -> Walk:
    touches = []
    for event in inside:
        stop = next(
            (
                (stage, name)
                for stage, (_, stops) in enumerate(case.stages)
                for name, match in stops
                if meets(event, match)
            ),
            None,
        )
        if stop:
            touches.append(stop)
    won = case.goal is not None and any(meets(event, case.goal) for event in inside)
    return Walk(customer, inside[0].time, inside, ended, touches, won)


@pytest.fixture(scope="session")
def cases() -> list[Case]:
    """Every worked case."""
    return [case for path in sorted(GOLDEN.glob("*.txt")) for case in read_cases(path.read_text())]


@pytest.fixture(scope="session")
def witness() -> Callable[[Case], list[Walk]]:
    return walks


@pytest.fixture(scope="session")
def new_case() -> Callable[..., Case]:
    def make(**parts: Any) -> Case:
        return Case("made up", **parts)

    return make


@pytest.fixture(scope="session")
def case_from() -> Callable[[str], Case]:
    """One case from its text."""
    return lambda text: next(read_cases(text))


SHOP_MAP = """# The shop's map
cesta: map/1
id: buy
title: {en: I buy a coat, pl: Kupuję płaszcz}
owner: jana
reviewed: 2026-01-01
review_every: 30d
persona: runner
start: {first_of: [visit]}
end: {any_of: [after 7d]}
goal: {event: purchase, target: 0.2}
stages:
  - id: look
    name: I look
    owner: jana
    touchpoints:
      - id: visit
        name: I come in
        channel: web
        match: {event: visit}
        emotion: {assumed: -1}
        target_action: {event: add_to_cart, within: 1h}
        success: {at_least: 0.5}
      - id: view
        name: {en: I look at one, pl: Oglądam}
        channel: web
        match: {event: product_view}
        barriers:
          - id: size
            text: No centimetres
            fixes:
              - {id: cm, text: Add them, status: idea}
  - id: pay
    name: I pay
    touchpoints:
      - id: cart
        name: I fill my basket
        channel: web
        match: {event: add_to_cart}
      - id: card
        name: I enter my card
        channel: web
        match: {event: payment_details}
      - id: bought
        name: I have it
        channel: web
        match: {event: purchase}
desired:
  path: [visit, card]
"""
SHOP_SEGMENT = """cesta: segment/1
id: often
name: Come often
rule:
  did: {event: visit}
  at_least: 2
"""
SHOP_PERSONA = "cesta: persona/1\nid: runner\nname: {en: Runner, pl: Biegacz}\nquote: Fast!\n"


@pytest.fixture(scope="session")
def shop_map() -> str:
    """The text of a small map without mistakes."""
    return SHOP_MAP


@pytest.fixture
def visits() -> Counter[str]:
    """How often each customer of the small shop who came by did so."""
    return Counter(str(event["customer"]) for event in small() if event["event"] == "visit")


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Workspace]:
    """The small shop with documents that use every field: a map, a variant of it, and all that they name."""
    with Workspace.create(tmp_path / "full", languages=("en",)) as workspace:
        shutil.copytree(GOLDEN.parent / "documents", workspace.root, dirs_exist_ok=True)
        accept(workspace, small(), "shop")
        yield workspace


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workspace]:
    """The small shop as a workspace of its own, with one map, one segment and one persona."""
    with Workspace.create(tmp_path / "shop", languages=("en", "pl")) as workspace:
        for name, text in (
            ("maps/buy", SHOP_MAP),
            ("segments/often", SHOP_SEGMENT),
            ("personas/runner", SHOP_PERSONA),
        ):
            (workspace.root / f"{name}.yaml").write_text(text)
        accept(workspace, small(), "shop")
        yield workspace
