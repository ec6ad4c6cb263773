"""What was expected of whom is told in words, and with the numbers of both sides."""

from __future__ import annotations

from cesta.cli.hypotheses import lines_of

NUMBER = {"value": 0.75, "low": 0.6, "high": 0.86, "n": 30, "of": 40, "too_few": False}
SEEN = {"date_from": "2026-02-02", "date_to": "2026-02-26", "here": NUMBER, "there": {**NUMBER, "value": None},
        "gap": None, "low": None, "high": None, "verdict": "too_few"}  # fmt: skip
ONE = {"id": "more", "state": "open", "statement": "Callers buy", "problem": None, "measure_name": "Share",
       "against": None, "expects": "higher", "segment": "callers", "unit": "share", "currency": None,
       "before": None, "since": SEEN}  # fmt: skip


def test_told_in_words() -> None:
    told = list(lines_of({"hypotheses": [ONE, {**ONE, "problem": "No such KPI."}], "by_chance": 0.05}))
    assert told == [
        "more (open): Callers buy",
        "  Share: higher in callers than in everybody else",
        "  since it was written, 2026-02-02 to 2026-02-26: 75.0 % (n 40) against too few: too few",
        "more (open): Callers buy",
        "  No such KPI.",
        "By chance alone about 0.05 of them would look clear since.",
    ]
    assert list(lines_of({"hypotheses": [], "by_chance": 0})) == ["No hypotheses yet: write one into hypotheses/."]
