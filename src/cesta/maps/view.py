"""A map with its numbers, ready to be drawn: what `GET /api/maps/{id}` answers and the screen shows.

Texts are already in the reader's language. Every number carries its n, its interval and where it comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Evidence = Literal["measured", "reported", "inferred", "assumed"]
Unit = Literal["journeys", "people", "events", "moves", "share", "seconds", "score"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number and what is known of it. `value` is None when there is nothing to say (`n` below `min_n`: too_few).

    n of `of`: how many it rests on. low, high: 95 % interval in the unit of the value; None where none is due.
    behind: JSON pointer that gives back exactly the journeys or people counted; None when it counts neither.
    """

    value: float | None
    unit: Unit
    n: int
    of: int | None = None
    low: float | None = None
    high: float | None = None
    evidence: Evidence = "measured"
    too_few: bool = False
    behind: str | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """The same number for one segment and for everybody else in the map: what the average hides."""

    segment: str
    name: str
    inside: Number
    outside: Number
    difference: Number
    clear: bool


@dataclass(frozen=True, slots=True)
class Fix:
    id: str
    text: str
    status: str | None
    effort: float | None
    cost: str | None
    owner: str | None


@dataclass(frozen=True, slots=True)
class Barrier:
    id: str
    text: str
    evidence: Evidence
    sources: tuple[str, ...]
    fixes: tuple[Fix, ...]


@dataclass(frozen=True, slots=True)
class MoodSource:
    """One source of a mood: words, stars, csat, nps, or a property with its scale. share: of the mixture, all add to 1.

    value, low, high: of this source alone. n: customers who used it, times: how often they did.
    """

    source: str
    share: float
    value: float
    n: int
    low: float | None
    high: float | None
    times: int


@dataclass(frozen=True, slots=True)
class MoodTurns:
    """The touchpoints where the mood line is lowest, where it is highest, and where it ends."""

    valley: str
    peak: str
    end: str


@dataclass(frozen=True, slots=True)
class Emotion:
    """On -2 … +2. `value` None: nothing is known, the line breaks. declared: what people thought who drew the map.

    n: customers who said what they feel, each counted once; texts: how many of these were read. Below `min_n` the value
    is what was declared, or None. sources: what a measured value is mixed from.
    """

    value: float | None
    evidence: Evidence
    n: int = 0
    low: float | None = None
    high: float | None = None
    declared: float | None = None
    texts: int = 0
    sources: tuple[MoodSource, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetAction:
    """What the customer should do after this touchpoint, and how often it happens."""

    text: str
    rate: Number
    at_least: float | None


@dataclass(frozen=True, slots=True)
class Step:
    """Where journeys go from a touchpoint, or come from: `touchpoint` None is the end, or the start, of the journey."""

    touchpoint: str | None
    journeys: Number


@dataclass(frozen=True, slots=True)
class Detail:
    """A field of a stage or touchpoint as people filled it in. A mark that is set says "true"."""

    field: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LaneCell:
    """Words under a stage; touchpoint None: of the whole stage."""

    stage: str
    touchpoint: str | None
    text: str


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A lane of words. name: of one that the map itself brings; None of one that every map knows."""

    id: str
    name: str | None
    cells: tuple[LaneCell, ...]


@dataclass(frozen=True, slots=True)
class AskedView:
    """What people answered when asked about a touchpoint. ask: nps, csat, ces or stars."""

    ask: str
    number: Number


@dataclass(frozen=True, slots=True)
class TouchpointView:
    id: str
    name: str
    short: str
    channel: str
    tool: str | None
    criticality: str | None
    moment_of_truth: bool
    thinks: str | None
    motivation: str | None
    rule: str
    reach: Number
    share: Number
    visits: Number
    lost: Number
    open: Number
    goal_rate: Number
    goal_rate_without: Number
    emotion: Emotion
    target_action: TargetAction | None
    barriers: tuple[Barrier, ...]
    next: tuple[Step, ...]
    before: tuple[Step, ...]
    people: Number
    details: tuple[Detail, ...] = ()
    asked: tuple[AskedView, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure that the document asks for. `number` None: it is not worked out yet, or not of this part of the map.

    direction: the way that is good.
    """

    id: str
    name: str
    direction: Literal["up", "down"] | None
    number: Number | None


@dataclass(frozen=True, slots=True)
class StageView:
    """A column. `conversion`: reached the next stage of those that reached this one; None for the last stage.

    `won`: met the goal and got no further than here. reached = the next stage's reached + lost + open + won.
    """

    id: str
    name: str
    short: str
    customer_goal: str | None
    owner: str | None
    reached: Number
    visited: Number
    skipped: Number
    lost: Number
    open: Number
    won: Number
    conversion: Number | None
    median_seconds: Number
    p90_seconds: Number
    split: Split | None
    touchpoints: tuple[TouchpointView, ...]
    measures: tuple[MeasureView, ...] = ()
    details: tuple[Detail, ...] = ()
    emotion: Emotion = Emotion(None, "assumed")


@dataclass(frozen=True, slots=True)
class Return:
    """Moves from a stage back to an earlier one: `moves` counts each, `journeys` those with at least one."""

    origin: str
    target: str
    moves: Number
    journeys: Number


@dataclass(frozen=True, slots=True)
class Goal:
    """The journeys that met the goal. `previous`: the same share in the period before, when there is one."""

    name: str
    rate: Number
    reached: Number
    target: float | None
    previous: Number | None


@dataclass(frozen=True, slots=True)
class Insight:
    """The one loud thing: where most is lost, and what it would mean if the others did as well as one segment.

    The screen words it from the numbers by `code`. `gain`: journeys more per period, with its interval.
    """

    code: Literal["stage_loss", "segment_gap"]
    stage: str
    touchpoint: str
    leave_share: Number
    left: Number
    split: Split | None
    gain: Number | None


@dataclass(frozen=True, slots=True)
class TrendPoint:
    start: str
    end: str
    rate: Number
    complete: bool


@dataclass(frozen=True, slots=True)
class TrayEvent:
    """Events that no touchpoint explains, or that happened outside every journey of the map."""

    event: str
    events: Number
    people: Number
    reason: Literal["no_touchpoint", "outside_journeys"]


@dataclass(frozen=True, slots=True)
class Tray:
    """`coverage`: share of all events in the map's period that some touchpoint of some journey explains."""

    coverage: Number
    outside: Number
    events: tuple[TrayEvent, ...]


@dataclass(frozen=True, slots=True)
class SegmentChoice:
    id: str
    name: str
    description: str | None
    people: Number


@dataclass(frozen=True, slots=True)
class Persona:
    id: str
    name: str
    quote: str | None


@dataclass(frozen=True, slots=True)
class Problem:
    """A line of the document that wants attention, or a part of the map that could not be computed."""

    code: str
    message: str
    hint: str | None
    line: int | None
    level: Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class MapView:
    id: str
    title: str
    level: str
    state: str
    status: str
    owner: str | None
    purpose: str | None
    scenario: str | None
    trigger: str | None
    expectations: tuple[str, ...]
    reviewed: str | None
    review_due: str | None
    review_late: bool
    lanes: tuple[str, ...]
    persona: Persona | None
    segment: str | None
    segments: tuple[SegmentChoice, ...]
    date_from: str
    date_to: str
    known_from: str | None
    known_to: str | None
    timezone: str
    as_of: str | None
    generation: str
    counts: Literal["people", "journeys"]
    journeys: Number
    people: Number
    open: Number
    goal: Goal | None
    measures: tuple[MeasureView, ...]
    stages: tuple[StageView, ...]
    returns: tuple[Return, ...]
    insight: Insight | None
    trend: tuple[TrendPoint, ...]
    tray: Tray
    problems: tuple[Problem, ...]
    min_n: int
    rows: tuple[LaneRow, ...] = ()
    mood: MoodTurns | None = None
