"""A digest and a reminder in four languages: every figure is in the text, every language has every word."""

from __future__ import annotations

import datetime as dt
import string

import pytest

from cesta.alerts.digest import Digest, MapNews, Period
from cesta.alerts.digest_words import WORDS, reminder, words_of
from cesta.alerts.subscription import Reader
from cesta.maps.reviews import LateReview
from cesta.maps.view import Number
from cesta.tasks.book import Task

LATE = LateReview("buy", {"en": "I buy", "cs": "Kupuji"}, "jana", dt.date(2026, 1, 1), dt.date(2026, 1, 31), 41, 30)
PERIOD = Period("week", dt.date(2026, 2, 2), dt.date(2026, 2, 8))
TASK = Task(
    1, "Shorten it", "doing", "jana", "2026-01-05", "hand", "", "", "", "", None, 0, "2026-01-01", "2026-01-01", True
)


def number(value: float, low: float, high: float) -> Number:
    return Number(value, "share", 100, 200, low, high)


def slots(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text)} - {None}


@pytest.mark.parametrize("lang", ["pl", "cs", "ru"])
def test_every_language_says_the_same(lang: str) -> None:
    assert {key: slots(text) for key, text in WORDS[lang].items()} == {
        key: slots(text) for key, text in WORDS["en"].items()
    }


@pytest.mark.parametrize(("lang", "share"), [("en", "40.0 %"), ("pl", "40,0 %"), ("cs", "40,0 %"), ("ru", "40,0 %")])
def test_a_whole_digest(lang: str, share: str) -> None:
    reader = Reader("jana", frozenset({"jana"}), "", lang, "week")
    news = MapNews("I buy", number(0.4, 0.38, 0.42), number(0.5, 0.48, 0.52), True, "I pay", 0.31)
    subject, text = words_of(Digest(reader, PERIOD, 2, (), (news,), (TASK,), (LATE,)), "Shop")
    assert subject.startswith("Shop: ")
    assert share in text
    for said in ("Shorten it", "I pay", "41", "30"):
        assert said in text
    assert "{" not in subject + text
    assert ("Kupuji" in text) is (lang == "cs")


def test_somebody_who_owns_nothing_is_told_so() -> None:
    reader = Reader("eve", frozenset({"eve"}), "", "en", "month")
    subject, text = words_of(Digest(reader, Period("month", *[dt.date(2026, 2, 1)] * 2), 0, (), (), (), ()), "Shop")
    assert subject == "Shop: your month, 1 Feb 2026 to 1 Feb 2026"
    assert text == "You own no KPI and no map yet.\n\nNothing is left for you to do.\n"


@pytest.mark.parametrize("lang", list(WORDS))
def test_a_reminder_asks_whether_it_is_still_true(lang: str) -> None:
    subject, text = reminder(LATE, lang, "Shop")
    assert subject.startswith("Shop: ")
    assert "41" in text
    assert "30" in text
