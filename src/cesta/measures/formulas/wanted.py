"""What a measure's document says of its formula, read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cesta.journeys.where import Condition, read_condition
from cesta.model.duration import duration

if TYPE_CHECKING:
    # Whoever only reads documents waits for no compiler.
    from cesta.measures.figure import Figure
    from cesta.measures.happened import Look

DAY = 86_400_000_000
Figures = Callable[[int, int], "Figure"]
"""The number of a period: its first moment and the first after it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """numerator, denominator: None where the document names none. Lengths of time in microseconds."""

    numerator: Condition | None = None
    denominator: Condition | None = None
    of: str | None = None
    per: str | None = None
    currency: str | None = None
    window: int | None = None
    silence: int | None = None
    quantile: float = 0.5
    margin: float = 1.0
    trouble: tuple[Condition, ...] = ()
    repeats: int | None = None
    events: bool = False


Formula = Callable[["Look", Wanted], Figures]


def wanted_of(data: Mapping[str, object]) -> Wanted:
    """Reads a document that has no errors."""

    def condition(name: str) -> Condition | None:
        return None if data.get(name) is None else read_condition(data[name])

    def number(name: str, default: float) -> float:
        value = data.get(name)
        return float(value) if isinstance(value, int | float) else default

    def text(name: str) -> str | None:
        value = data.get(name)
        return value if isinstance(value, str) else None

    trouble, repeats = data.get("trouble"), data.get("repeats")
    return Wanted(
        condition("numerator"),
        condition("denominator"),
        text("of"),
        text("per"),
        text("currency"),
        None if data.get("window") is None else duration(data["window"]),
        None if data.get("silence") is None else duration(data["silence"]),
        number("quantile", 0.5),
        number("margin", 1.0),
        tuple(map(read_condition, trouble)) if isinstance(trouble, list | tuple) else (),
        int(number("repeats", 0)) if repeats is not None else None,
        data.get("unit") == "events",
    )
