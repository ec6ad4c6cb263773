"""Which question comes when: a question may ask for what was answered to an earlier one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cesta.model.shape import Complaint, guess

SCORED = ("nps", "csat", "ces", "stars")
CHOSEN = ("one", "several")


@dataclass(frozen=True, slots=True)
class If:
    """The answer to `question` that is needed: a score between two, one of the choices, or any answer at all."""

    question: str
    at_least: float | None = None
    at_most: float | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """An earlier question: how it asks, and the ids of its choices."""

    id: str
    ask: str
    choices: tuple[str, ...]


def condition(data: Mapping[str, Any] | None) -> If | None:
    """The condition in a document that was checked."""
    if data is None:
        return None
    return If(data["question"], data.get("at_least"), data.get("at_most"), tuple(data.get("is") or ()))


def is_met(wanted: If | None, answers: Mapping[str, object]) -> bool:
    """Whether a question comes, by what was answered so far: numbers, ids of choices (one or a list), or texts.

    >>> low = If("nps", at_most=6)
    >>> is_met(low, {"nps": 6}), is_met(low, {"nps": 7}), is_met(low, {}), is_met(None, {})
    (True, False, False, True)
    """
    if wanted is None:
        return True
    answer = answers.get(wanted.question)
    if answer is None or answer in ("", []):
        return False
    if wanted.choices:
        chosen = answer if isinstance(answer, list | tuple) else (answer,)
        return any(one in chosen for one in wanted.choices)
    if isinstance(answer, int | float):
        return (wanted.at_least is None or answer >= wanted.at_least) and (
            wanted.at_most is None or answer <= wanted.at_most
        )
    return True


def illogical(data: Mapping[str, Any] | None, earlier: Sequence[Asked], at: str) -> Iterator[Complaint]:
    """What a condition asks for and can never be answered."""
    if data is None:
        return
    asked = next((one for one in earlier if one.id == data["question"]), None)
    if asked is None:
        hint = guess(data["question"], [one.id for one in earlier])
        yield Complaint("bad_value", f'No earlier question is called "{data["question"]}".', hint, f"{at}/question")
        return
    for limit in ("at_least", "at_most"):
        if data.get(limit) is not None and asked.ask not in SCORED:
            yield Complaint("bad_value", f'"{asked.id}" has no score.', "Ask for a choice, with is.", f"{at}/{limit}")
    for place, one in enumerate(data.get("is") or ()):
        if one not in asked.choices:
            hint = guess(one, asked.choices)
            yield Complaint("bad_value", f'"{asked.id}" has no choice "{one}".', hint, f"{at}/is/{place}")
