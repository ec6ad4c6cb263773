"""The rules of who is one person: limits by kind of id and time, what joins nobody, and caps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cesta.identity.naming import ANONYMOUS, EMAIL, PREVIOUS, USER, kind_named
from cesta.model.errors import CestaError
from cesta.model.shape import Complaint, Shape, choice, list_of, number, read_by, record, step, version, word

DAY = 86_400_000_000
WITHIN = {"ever": None, "annual": 365 * DAY, "monthly": 30 * DAY, "weekly": 7 * DAY}
MOST = 1_000_000
_LIMIT = re.compile(rf"([0-9]{{1,6}})(?: ({'|'.join(WITHIN)}))?")
_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Limit:
    """So many ids of a kind one customer may get within a time; 0: ids of this kind join nobody."""

    most: int
    within: str = "ever"

    def __str__(self) -> str:
        return str(self.most) if self.within == "ever" else f"{self.most} {self.within}"


LIMITS: Mapping[str, Limit] = {
    USER: Limit(1), EMAIL: Limit(5), ANONYMOUS: Limit(5, "weekly"), PREVIOUS: Limit(5), "device_id": Limit(0),
}  # fmt: skip
"""device_id: clients send the same one for everybody who uses a browser; by itself it says nothing of a person."""
OTHERS = Limit(5)
PRIORITY = (USER, EMAIL)


@dataclass(frozen=True)
class Rules:
    """country: whose phone numbers are meant where none says so. gmail_alike: dots and a plus say nothing in Gmail's
    addresses. alias_joins: a message that says an id is an old one is believed. blocked: patterns of ids that join
    nobody. priority: the kinds that count most, the rest by alphabet. propose_from: by how many an id is claimed before
    it is proposed as shared.
    """

    country: str | None = None
    gmail_alike: bool = False
    alias_joins: bool = True
    limits: Mapping[str, Limit] = field(default_factory=dict)
    priority: tuple[str, ...] = PRIORITY
    blocked: tuple[str, ...] = ()
    most_ids: int = 1000
    most_merges: int = 100
    propose_from: int = 2

    def limit(self, kind: str) -> Limit:
        return self.limits.get(kind) or LIMITS.get(kind, OTHERS)

    def rank(self, kind: str) -> tuple[int, str]:
        """Kinds in the order in which they count, the most important first."""
        place = self.priority.index(kind) if kind in self.priority else len(self.priority)
        return place, kind

    @cached_property
    def blocks(self) -> re.Pattern[str] | None:
        return re.compile("|".join(f"(?:{each})" for each in self.blocked), re.IGNORECASE) if self.blocked else None


DEFAULT = Rules()


def read_limit(value: object) -> Limit:
    """A limit as people write it. Raises bad_value.

    >>> read_limit(5), read_limit("3 weekly")
    (Limit(most=5, within='ever'), Limit(most=3, within='weekly'))
    """
    found = None if isinstance(value, bool) else _LIMIT.fullmatch(str(value).strip())
    if found is None:
        hint = f"A number, and if it is not for ever one of {', '.join(WITHIN)}: 5 weekly."
        raise CestaError("bad_value", f"{value!r} is no limit.", hint)
    return Limit(int(found[1]), found[2] or "ever")


def _pattern(value: object) -> re.Pattern[str]:
    try:
        return re.compile(str(value))
    except re.error as error:
        raise CestaError("bad_value", f"{value!r} is no pattern: {error}.", "Such as guest-.*") from None


def _country(value: object) -> str:
    if not isinstance(value, str) or not _COUNTRY.fullmatch(value):
        raise CestaError("bad_value", f"{value!r} is no country.", "Two capitals, such as PL.")
    return value


def _kinds(shape: Shape) -> Shape:
    """A mapping of kinds of ids to that shape."""

    def check(value: object, pointer: str) -> Iterator[Complaint]:
        if not isinstance(value, Mapping):
            yield Complaint("bad_value", "limits are kinds of ids and numbers.", "Such as user_id: 1", pointer)
            return
        for name, item in value.items():
            if kind_named(str(name)) != name:
                hint = "Small letters, digits and _, such as email or loyalty_card."
                yield Complaint("bad_value", f'"{name}" cannot name a kind of id.', hint, step(pointer, name))
            yield from shape(item, step(pointer, name))

    return check


RULES = record(
    {"cesta": version("identity")},
    {
        "country": read_by(_country),
        "gmail": choice("exact", "alike"),
        "alias": choice("join", "ignore"),
        "limits": _kinds(read_by(read_limit)),
        "priority": list_of(word),
        "blocked": list_of(read_by(_pattern)),
        "most_ids": number(2, MOST),
        "most_merges": number(1, MOST),
        "propose_from": number(2, MOST),
    },
)
"""What identity.yaml may say."""


def rules_of(data: Any) -> Rules:
    """The rules that a document without errors says; what it leaves out is as it is by default."""
    said = {name: value for name, value in dict(data or {}).items() if value is not None}
    return Rules(
        country=said.get("country"),
        gmail_alike=said.get("gmail") == "alike",
        alias_joins=said.get("alias") != "ignore",
        limits={str(kind): read_limit(value) for kind, value in said.get("limits", {}).items()},
        priority=tuple(said.get("priority", PRIORITY)),
        blocked=tuple(str(each) for each in said.get("blocked", ())),
        **{name: int(said[name]) for name in ("most_ids", "most_merges", "propose_from") if name in said},
    )
