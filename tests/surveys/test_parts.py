"""Parts of a score: none is lost, and many are listed by how many answered."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.surveys.answers import Answer
from cesta.surveys.parts import MOST, Names, parts

NOBODY = Names("UTC", dict)


@given(st.lists(st.tuples(st.integers(0, 10), st.sampled_from("abc"), st.integers(0, 10**15)), min_size=1, max_size=40))
@settings(max_examples=30)
def test_parts_add_up_to_the_whole(said: list[tuple[int, str, int]]) -> None:
    answers = [Answer(place, when, place, float(nps), {"language": key}) for place, (nps, key, when) in enumerate(said)]
    found = {each.by: each.parts for each in parts("nps", answers, NOBODY, 1)}
    assert set(found) == {"language", "week"}
    for each in found.values():
        assert sum(part.score.n for part in each) == len(answers)
    weeks = [part.key for part in found["week"]]
    assert weeks == sorted(weeks)


def test_the_largest_parts_are_listed() -> None:
    answers = [Answer(n, 0, n, 5.0, {"channel": f"c{n}"}) for n in range(MOST + 5)]
    answers.append(Answer(0, 0, 99, 5.0, {"channel": "c64"}))
    channel = next(each for each in parts("nps", answers, NOBODY, 1) if each.by == "channel")
    assert (len(channel.parts), channel.parts[0].key) == (MOST, "c64")
