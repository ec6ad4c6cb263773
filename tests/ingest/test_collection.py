"""A workspace's own rules come before the built-in ones; a mistake is named with its line and stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.ingest.collection import FILE, Patterns, built_in, collection_now, collection_of
from cesta.model.errors import CestaError


def write(root: Path, text: str) -> Path:
    (root / FILE).write_text(text, encoding="utf-8")
    return root


def test_without_a_document_there_are_the_built_in_rules(tmp_path: Path) -> None:
    rules = collection_of(tmp_path)
    assert (rules.count_bots, rules.count_tests, rules.accounts) == (False, False, ())
    assert collection_now(tmp_path) is built_in()


def test_own_rules_come_first_and_add_to_the_others(tmp_path: Path) -> None:
    write(
        tmp_path,
        "cesta: collection/1\ndomains: [shop.example]\naccounts: [{network: vk, account: shop}]\n"
        "channels: [{channel: radio, source: [radio*]}]\nclicks: {search ads: [ourclid], radio: [rid]}\n"
        "sites: {social: [forum.example]}\nbots: {count: true, agents: [Monitor*]}\n",
    )
    rules = collection_now(tmp_path)
    assert rules.channels[0].channel == "radio"
    assert len(rules.channels) == len(built_in().channels) + 1
    assert (rules.clicks["ourclid"], rules.clicks["gclid"], rules.clicks["rid"]) == (
        "search ads",
        "search ads",
        "radio",
    )
    assert (rules.count_bots, rules.count_tests) == (True, False)
    assert rules.agents.fit("monitor/2")
    assert [account.network for account in rules.accounts] == ["vk"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("cesta: collection/1\nbots: {cuont: true}\n", 'collection.yaml:2: There is no field "cuont" here.'),
        ("cesta: collection/1\naccounts:\n  - {network: facebok, account: a}\n", "collection.yaml:3:"),
        ("cesta: collection/2\n", "collection.yaml:1:"),
        ("- 1\n", "collection.yaml:1:"),
        ("cesta: [", "collection.yaml:"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_stops_nothing(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(CestaError) as error:
        collection_of(write(tmp_path, text))
    assert told in error.value.message
    assert collection_now(tmp_path) is built_in()


def test_a_change_is_seen(tmp_path: Path) -> None:
    write(tmp_path, "cesta: collection/1\n")
    assert not collection_now(tmp_path).count_bots
    write(tmp_path, "cesta: collection/1\nbots: {count: true}\n")
    assert collection_now(tmp_path).count_bots


def test_a_pattern_is_no_expression() -> None:
    assert Patterns(["a.b", "(", "x*z"]).fit("X\nyz")
    assert not Patterns(["a.b"]).fit("acb")
    assert not Patterns([])
