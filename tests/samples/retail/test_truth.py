"""The truth file says what decided the world and who is who; large worlds put the lists beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cesta.samples.retail import truth as truth_file
from cesta.samples.retail.events import World
from cesta.samples.retail.plants import NAMES
from cesta.samples.retail.truth import TruthSink, world_truth
from cesta.samples.retail.writing import write


def quiet(_what: str, _done: int, _total: int) -> None:
    """Nobody looks."""


def told(folder: Path, world: World, events: int = 3000) -> tuple[dict[str, object], list[dict[str, object]]]:
    """The truth and the events of a small world."""
    write(world, events, str(folder / "events.jsonl"), quiet, TruthSink(world, folder / "truth.json", events))
    lines = (folder / "events.jsonl").read_text(encoding="utf-8").splitlines()
    return json.loads((folder / "truth.json").read_text(encoding="utf-8")), [json.loads(line) for line in lines]


@pytest.mark.parametrize("noise", [1, 2])
def test_everybody_and_every_text_is_in_it(tmp_path: Path, noise: int) -> None:
    truth, events = told(tmp_path, World(noise=noise))
    people = {customer["customer"]: customer for customer in truth["customers"]}  # type: ignore[attr-defined]
    devices = {name for customer in people.values() for name in customer["devices"].values()}
    assert truth["events"] == len(events)
    assert {str(event["customer"]) for event in events} <= people.keys() | devices
    texts = {text["message_id"]: text for text in truth["texts"]}  # type: ignore[attr-defined]
    assert {event["message_id"] for event in events if "text" in event["props"]} == texts.keys()  # type: ignore[operator]
    for event in events:
        props = event["props"]
        assert isinstance(props, dict)
        owner = people["c" + str(event["message_id"])[1:10]]
        assert props.get("email", owner["email"]) == owner["email"]
        assert props.get("device_id", owner["devices"]["phone"]) in owner["devices"].values()
        if "stars" in props:
            assert texts[event["message_id"]]["polarity"] == props["stars"] - 3


def test_large_worlds_have_the_same_lists_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "small").mkdir()
    (tmp_path / "large").mkdir()
    small, _ = told(tmp_path / "small", World())
    monkeypatch.setattr(truth_file, "SMALL", 10)
    large, _ = told(tmp_path / "large", World())
    for name in ("customers", "texts"):
        assert pq.read_table(tmp_path / "large" / str(large[name])).to_pylist() == small[name]


def test_its_folder_is_made_before_any_event(tmp_path: Path) -> None:
    TruthSink(World(), tmp_path / "new" / "truth.json", 3000)
    assert (tmp_path / "new").is_dir()


def test_plants_that_are_not_there_say_so() -> None:
    plants = world_truth(World(plants=("loop",)))["plants"]
    assert isinstance(plants, list)
    assert [plant["name"] for plant in plants] == list(NAMES)
    assert [plant["name"] for plant in plants if plant["planted"]] == ["loop"]
