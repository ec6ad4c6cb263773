"""Labels and ids of names: whatever the name, both can be used."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from cesta.maps.propose.words import LONGEST_ID, LONGEST_LABEL, label, slug, words


@given(st.text(max_size=400))
def test_a_label_is_short_and_never_empty(name: str) -> None:
    said = label(name)
    assert said.strip() == said
    assert 0 < len(said) <= LONGEST_LABEL
    assert said.isprintable()


@given(st.lists(st.text(max_size=60), max_size=8))
def test_ids_are_all_different_and_can_be_written(names: list[str]) -> None:
    taken: list[str] = []
    for name in names:
        taken.append(slug(name, taken))
    assert len(set(taken)) == len(taken)
    assert all(re.fullmatch(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", one) for one in taken)
    assert all(len(one) <= LONGEST_ID + 3 for one in taken)


def test_words_of_any_script() -> None:
    assert words("Dodano_do_KOSZYKA") == ("dodano", "do", "koszyka")
    assert words("注文 完了") == ("注文", "完了")
    assert label("CHANGE DIAGN") == "Change diagn"
    assert label("X-Ray") == "X-Ray"
