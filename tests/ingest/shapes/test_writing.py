"""The mapping that a shape writes is one that people can read and correct, and that loads the next file."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.ingest.guess.answers import Answers
from cesta.ingest.guess.files import guess_files, load_files
from cesta.ingest.mapping import parse_mapping
from cesta.ingest.shapes.document import Shape, shapes, the_shape
from cesta.store.workspace import Workspace


@pytest.mark.parametrize("shape", list(shapes().values()), ids=lambda shape: shape.shape)
def test_its_mapping_is_a_whole_document(workspace: Workspace, shape: Shape) -> None:
    found = guess_files(workspace, [shape.example()], Answers(shape=shape.shape))
    mapping = parse_mapping(found.mapping)
    assert mapping.id == shape.shape
    assert {event.event or "" for event in mapping.events} <= {event.event or "" for event in shape.events}


def test_the_next_file_is_read_by_the_mapping_that_is_kept(workspace: Workspace, tmp_path: Path) -> None:
    text = the_shape("ads").example().read_text(encoding="utf-8")
    (tmp_path / "ads-2026-03.csv").write_text(text, encoding="utf-8")
    (tmp_path / "ads-2026-04.csv").write_text(text.replace("2026-03-0", "2026-04-0"), encoding="utf-8")
    load_files(workspace, [tmp_path / "ads-2026-03.csv"])
    again = guess_files(workspace, [tmp_path / "ads-2026-04.csv"])
    assert again.reused == "ads"
    assert load_files(workspace, [tmp_path / "ads-2026-04.csv"]).events == 4


def test_a_time_that_must_be_there_sets_its_row_aside(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "reviews.csv"
    path.write_text("author,rating,date,text\nann,5,2026-03-01,good\nbob,4,,fine\neva,3,2026-03-02,so\n")
    loaded = load_files(workspace, [path])
    assert (loaded.events, loaded.set_aside) == (2, 1)


def test_day_or_month_first_is_asked(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "reviews.csv"
    path.write_text("author,rating,date,text\nann,5,03/04/2026,good\nbob,4,05/06/2026,fine\n")
    (question,) = guess_files(workspace, [path]).questions
    assert (question.code, question.columns) == ("date_order", ("date",))
    assert not guess_files(workspace, [path], Answers(dates="dmy")).questions
