"""Which question comes, by what was answered to an earlier one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.surveys.logic import Asked, If, condition, illogical, is_met


@given(st.integers(0, 10), st.integers(0, 10), st.integers(0, 10))
@settings(max_examples=30)
def test_a_score_is_between_its_limits(score: int, low: int, high: int) -> None:
    assert is_met(If("q", low, high), {"q": score}) == (low <= score <= high)


def test_choices_and_words() -> None:
    chosen = If("q", choices=("a", "b"))
    assert is_met(chosen, {"q": "a"})
    assert is_met(chosen, {"q": ["c", "b"]})
    assert not is_met(chosen, {"q": "c"})
    assert is_met(If("q"), {"q": "any words"})
    assert not is_met(If("q"), {"q": ""})
    assert not is_met(If("q"), {"q": []})


def test_what_can_never_be_answered_is_told() -> None:
    earlier = [Asked("how", "one", ("a", "b")), Asked("nps", "nps", ())]
    assert [c.hint for c in illogical({"question": "npz"}, earlier, "")] == ['Did you mean "nps"?']
    assert [c.pointer for c in illogical({"question": "how", "at_most": 3}, earlier, "/x")] == ["/x/at_most"]
    assert [c.pointer for c in illogical({"question": "how", "is": ["a", "z"]}, earlier, "/x")] == ["/x/is/1"]
    assert not list(illogical({"question": "nps", "at_most": 3}, earlier, ""))
    assert condition(None) is None
    assert condition({"question": "q", "is": ["a"]}) == If("q", choices=("a",))
