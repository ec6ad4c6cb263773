"""Every usual KPI has its own name in every language."""

from __future__ import annotations

from cesta.measures.proposal_words import NAMES


def test_four_languages_and_no_name_twice() -> None:
    for lang in ("en", "pl", "cs", "ru"):
        said = [names[lang] for names in NAMES.values()]
        assert len(set(said)) == len(said) == len(NAMES)
