"""Groups of customers who behave alike, found in what they do: how many, what sets each apart, who they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cesta.journeys.behaviour import kinds
from cesta.journeys.habits import Question, questions_of, replies_to
from cesta.journeys.stays import dealt
from cesta.journeys.units import Asked, Journeys, Places, by_stretch
from cesta.journeys.where import Mask
from cesta.kernels.mixture import Fit, again, chances, found, saved
from cesta.kernels.replies import Numbers
from cesta.measures.found_rule import FoundRule, rule_for
from cesta.measures.tells import MOST, Tell, described, some_of, tells
from cesta.model.calendar import zone_named
from cesta.store.columns import Snapshot

SAMPLE = 10_000
DECIDE = 2_500
"""So many customers decide how many groups there are. With ever more of them, ever smaller ways in which real customers
differ from any model would pass for groups (Miller and Dunson, "Robust Bayesian inference via coarsening", 2019)."""
CHUNK = 20_000
MOST_GROUPS = 12
SURE = 0.8
"""Who belongs to a group with this chance is surely of it; others are between groups."""
FEWEST = 40
DEALS, CLEARLY = 5, 5
"""How often stays are dealt out anew to see what chance does, and how many standard deviations above that is clear."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of customers. share: of all who were looked at. sure: the share of its customers who surely belong.

    more, less: what they do more, or less, often than the rest. traits: who they are; played no part in finding them.
    examples: ids of customers who stand for it, from one who did little to one who did much.
    """

    number: int
    customers: int
    share: float
    sure: float
    events: float
    more: tuple[Tell, ...]
    less: tuple[Tell, ...]
    traits: tuple[Tell, ...]
    examples: tuple[str, ...]
    rule: FoundRule | None


@dataclass(frozen=True, slots=True)
class Discovered:
    """Groups by size; none where customers do not fall into groups. learned_from: how many customers were compared to
    find them; habits, traits: the properties that were looked at, and those that were left aside."""

    groups: tuple[Group, ...]
    customers: int
    learned_from: int
    habits: tuple[str, ...]
    traits: tuple[str, ...]


@dataclass(frozen=True)
class Assigned:
    """For each customer, the group (from 0, by size) and how sure that is."""

    labels: Places
    chance: Numbers
    fit: Fit
    questions: tuple[Question, ...]


def assigned(journeys: Journeys, seed: int = 0, sample: int = SAMPLE) -> Assigned:
    """Finds groups in a sample of the customers, and the likeliest group of every one."""
    units = np.arange(journeys.size)
    if journeys.size > sample:
        units = np.sort(np.random.default_rng(seed).choice(journeys.size, sample, replace=False))
    few = journeys.take(units)
    decide = np.sort(np.random.default_rng(seed).permutation(len(units))[:DECIDE])
    questions = questions_of(few.take(decide))
    one = Fit.of_one(journeys.size)
    nobody = Assigned(np.zeros(journeys.size, np.int64), np.ones(journeys.size), one, questions)
    if len(units) < FEWEST or not questions:
        return nobody
    if not _apart(few.take(decide), questions, seed):
        return nobody
    replies = replies_to(questions, few)
    fit = again(replies, found(replies.take(decide), MOST_GROUPS).groups)
    labels, chance = np.zeros(journeys.size, np.int64), np.ones(journeys.size)
    for begin in range(0, journeys.size, CHUNK):
        part = np.arange(begin, min(begin + CHUNK, journeys.size))
        _, belongs = chances(replies_to(questions, journeys.take(part)), fit.groups)
        labels[part], chance[part] = belongs.argmax(axis=1), belongs.max(axis=1)
    order = np.argsort(-np.bincount(labels, minlength=fit.many), kind="stable")
    place = np.empty(fit.many, np.int64)
    place[order] = np.arange(fit.many)
    return Assigned(place[labels], chance, fit, questions)


def _apart(few: Journeys, questions: tuple[Question, ...], seed: int) -> bool:
    """Whether two groups are worth more than they are by chance, among customers whose stays are dealt out anew."""
    worth = saved(replies_to(questions, few))
    if worth <= 0:
        return False
    chance = [saved(replies_to(questions, dealt(few, seed + deal))) for deal in range(DEALS)]
    return bool(worth > np.mean(chance) + CLEARLY * np.std(chance, ddof=1))


def everybody(columns: Snapshot, timezone: str = "UTC") -> Journeys:
    """All customers with all they did."""
    return by_stretch(Asked(columns, zone=zone_named(timezone)), (None, None), None)


def discover(journeys: Journeys, seed: int = 0, sample: int = SAMPLE) -> Discovered:
    """The groups that these customers fall into, each with what sets it apart."""
    whole = assigned(journeys, seed, sample)
    units = np.arange(journeys.size)
    if journeys.size > sample:
        units = np.sort(np.random.default_rng(seed + 1).choice(journeys.size, sample, replace=False))
    few = journeys.take(units)
    told = kinds(few.take(np.arange(min(few.size, DECIDE))))
    groups: tuple[Group, ...] = ()
    if whole.fit.many > 1:
        groups = tuple(_groups(journeys, few, whole, units, told.traits))
    learned = min(journeys.size, sample)
    return Discovered(groups, journeys.size, learned, told.habits, told.traits)


def _groups(journeys: Journeys, few: Journeys, whole: Assigned, units: Places, traits: tuple[str, ...]) -> list[Group]:
    replies, lengths = replies_to(whole.questions, few), journeys.lengths()
    rows = []
    for number in range(int(whole.labels.max()) + 1):
        group: Places = np.flatnonzero(whole.labels == number)
        mine: Mask = whole.labels[units] == number
        apart = tells(whole.questions, replies, mine)
        sure = whole.chance[group] >= SURE
        examples = some_of(group[sure] if sure.any() else group, lengths)
        rows.append(
            Group(
                number + 1,
                len(group),
                len(group) / journeys.size,
                float(sure.mean()) if len(group) else 0.0,
                float(np.median(lengths[group])) if len(group) else 0.0,
                tuple([tell for tell in apart if tell.sure > 0][:MOST]),
                tuple([tell for tell in apart if tell.sure < 0][:MOST]),
                tuple(described(few, traits, mine)),
                tuple(_names(journeys, examples)),
                rule_for(few, apart[: 3 * MOST], mine),
            )
        )
    return [row for row in rows if row.customers]


def _names(journeys: Journeys, units: Places) -> list[str]:
    owners = journeys.owners()
    return [owners[place] for place in journeys.members[units].tolist()]
