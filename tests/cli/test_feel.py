"""`cesta feel`: a line in, a line out, in order, whatever the lines are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cesta.cli.main import main
from cesta.ingest.door import accept
from cesta.store.workspace import Workspace

LINES = [
    "Świetny sklep, polecam!",
    '{"text": "Hrozná obsluha, nikdy víc.", "lang": "cs"}',
    "",
    "😍😍",
    '{"text": "never closed',
    '{"words": "no text"}',
    '{"text": 5}',
    '{"text": "ok", "lang": 5}',
    '{"text": "two\\nlines, great!"}',
    "ужасно",
]


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[dict[str, object]]]:
    code = 0
    try:
        main(["feel", *words])
    except SystemExit as left:
        code = int(left.code or 0)
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_line_has_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "texts.txt"
    file.write_text("\n".join(LINES), encoding="utf-8")
    code, found = said(capsys, str(file))
    assert code == 1
    assert [("error" in line) for line in found] == [False] * 4 + [True] * 4 + [False] * 2
    assert [found[place]["label"] for place in (0, 1, 2, 3, 9)] == [
        "positive", "negative", "unknown", "positive", "negative",
    ]  # fmt: skip
    assert [found[place]["lang"] for place in (0, 1, 9)] == ["pl", "cs", "ru"]
    assert set(found[0]) >= {"lang", "polarity", "label", "confidence", "emotions"}


def test_what_is_not_utf_8_is_read_as_far_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "texts.txt"
    file.write_bytes(b"\xef\xbb\xbfGreat shop\r\n\xff\xfe bad\n")
    code, found = said(capsys, str(file))
    assert code == 0
    assert len(found) == 2


def test_a_file_without_lines_is_no_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "texts.txt"
    file.touch()
    assert said(capsys, str(file)) == (0, [])


def test_an_unknown_model_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "texts.txt"
    file.write_text("x", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["feel", str(file), "--model", "huge"])
    assert 'bad_value: There is no model "huge".' in capsys.readouterr().err


def test_personal_data_is_masked_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "texts.txt"
    long = "Write to ann@shop.example, I am so happy! " * 8
    file.write_text(f"{long}\n{{bad\nOk, 601 234 567\n", encoding="utf-8")
    code, found = said(capsys, str(file), "--mask")
    assert (code, found[0]["label"]) == (1, "positive")
    assert "error" in found[1]
    assert found[2]["text"] == "Ok, •••"
    assert "ann@" not in json.dumps(found)


def test_rated_texts_teach_what_words_mean_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = {1: "purple", 3: "square", 5: "wooden"}
    rows = [(f"The parcel {number} came {words[stars]}", stars) for number in range(30) for stars in words]
    file, texts = tmp_path / "rated.jsonl", tmp_path / "texts.txt"
    file.write_text("\n".join(json.dumps({"text": text, "stars": stars, "lang": "en"}) for text, stars in rows))
    texts.write_text('{"text": "The table is purple", "lang": "en"}\n{"text": "The table is wooden", "lang": "en"}\n')
    assert [line["label"] for line in said(capsys, str(texts), "--rated", str(file))[1]] == ["negative", "positive"]
    with Workspace.create(tmp_path / "shop") as workspace:
        events = [
            {"event": "review", "customer": f"w{n}", "ts": "2026-01-01", "props": {"text": text, "stars": stars}}
            for n, (text, stars) in enumerate(rows)
        ]
        accept(workspace, [*events, {**events[0], "props": {"text": "No stars"}}], "web")
    assert [line["label"] for line in said(capsys, str(texts), "--rated", str(tmp_path / "shop"))[1]] == [
        "negative", "positive",
    ]  # fmt: skip
    file.write_text('{"text": "no rating"}\n')
    assert said(capsys, str(texts), "--rated", str(file))[0] == 1
