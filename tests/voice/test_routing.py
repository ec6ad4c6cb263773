"""Routing: learned from a few examples in one language, it holds in others; what was never shown is unknown."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.errors import CestaError
from cesta.voice.routing import Example, Router, honest, learned, softmax

SHOWN = {
    "delivery": ["Where is my parcel?", "The courier did not come.", "My order is late.", "Delivery takes too long."],
    "refund": ["I want my money back.", "When do I get the refund?", "Refund not received.", "Please return my money."],
    "login": ["I forgot my password.", "Cannot log in to my account.", "The app rejects my password.", "Login fails."],
}
EXAMPLES = [Example(text, reason) for reason, texts in SHOWN.items() for text in texts]


@pytest.fixture(scope="module")
def router() -> Router:
    return Router(EXAMPLES)


def test_a_message_in_another_language_finds_its_reason(router: Router) -> None:
    asked = ["Gdzie jest moja paczka?", "Kdy dostanu vrácené peníze?", "Не могу войти, забыла пароль."]
    assert [one.likely for one in router.routes(asked)] == ["delivery", "refund", "login"]


def test_what_was_never_shown_is_unknown(router: Router) -> None:
    found = router.routes(["", "😍", "Photosynthesis turns light into sugar."])
    assert [one.reason for one in found] == [None] * 3
    assert router.routes([]) == []


def test_the_trial_tells_what_to_expect(router: Router) -> None:
    trial = router.trial
    assert (trial.examples, trial.reasons) == (12, 3)
    assert 0 <= trial.right <= 1
    assert trial.routed == 0 or trial.right_routed >= 0.9


def test_the_order_of_examples_changes_nothing(router: Router) -> None:
    assert Router(EXAMPLES[::-1]).routes(["Refund please"]) == router.routes(["Refund please"])


@pytest.mark.parametrize("examples", [[], EXAMPLES[:4], [Example("", "a"), Example("late", "b")]])
def test_one_reason_is_none_to_choose_from(examples: list[Example]) -> None:
    with pytest.raises(CestaError, match="fewer than two reasons"):
        Router(examples)


@settings(max_examples=20, deadline=None)
@given(st.integers(2, 5), st.integers(2, 6), st.integers(0, 100))
def test_what_lies_apart_is_learned(reasons: int, each: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    points = np.repeat(np.eye(reasons, 20), each, axis=0) + 0.05 * random.standard_normal((reasons * each, 20))
    wanted = np.repeat(np.arange(reasons), each)
    weights = learned(points.astype(np.float32), wanted, reasons)
    scores = 8 * points @ weights[:-1] + weights[-1]
    assert (scores.argmax(axis=1) == wanted).all()
    assert np.allclose(softmax(scores.astype(np.float32)).sum(axis=1), 1, atol=1e-5)
    assert honest(scores.astype(np.float32), wanted) >= 1
