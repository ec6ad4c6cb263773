"""Who is who from the command line: shown with causes, undone and redone, joined, kept apart, shared."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.store.who import hear, message
from typer.testing import CliRunner

from cesta.cli.identity import decided, line_of, summed
from cesta.cli.main import application
from cesta.model.errors import CestaError
from cesta.store.identity import FILE
from cesta.store.identity_told import decisions, merges, summary
from cesta.store.workspace import Workspace

Call = Callable[..., object]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    with Workspace.create(tmp_path / "shop") as workspace:
        hear(workspace, [message(n, {"user_id": f"u{n // 2}", "anonymous_id": f"x{n}"}) for n in range(4)])
        hear(workspace, [message(9, {"user_id": "u1", "anonymous_id": "x1"})])
    return tmp_path / "shop"


@pytest.fixture
def call() -> Call:
    """Run a verb in this process; what it printed, as data."""

    def run(*words: object) -> object:
        done = CliRunner().invoke(application("identity"), ["identity", *map(str, words)])
        if isinstance(done.exception, CestaError):
            raise done.exception
        return [done.exit_code, json.loads(done.stdout) if done.stdout else None]

    return run


def data(told: object) -> object:
    assert isinstance(told, list)
    assert told[0] == 0
    return told[1]


def test_shown_undone_and_redone(shop: Path, call: Call) -> None:
    before = data(call("show", shop))
    found = data(call("merges", shop, "--limit", 2))
    assert [each["id"] for each in found["merges"]] == ["m4", "m3"]  # type: ignore[index]
    assert data(call("preview", shop, "--undo", "m4"))["gone_count"] == 1  # type: ignore[index]
    data(call("undo", shop, "m4"))
    assert data(call("ids", shop, "x3")) == []
    assert data(call("merges", shop, "--id", "u1"))["count"] == 1  # type: ignore[index]
    data(call("redo", shop, "m4"))
    assert data(call("show", shop)) == before
    with pytest.raises(CestaError, match="no merge"):
        call("undo", shop, "m99")


def test_joined_kept_apart_and_shared(shop: Path, call: Call) -> None:
    data(call("join", shop, "u0", "u1"))
    assert len(data(call("ids", shop, "u0"))) == 6  # type: ignore[arg-type]
    data(call("back", shop, 1))
    data(call("apart", shop, "u0", "x0"))
    assert len(data(call("ids", shop, "u0"))) == 2  # type: ignore[arg-type]
    assert [each["id"]["key"] for each in data(call("shared", shop, "--accept"))] == ["x1"]  # type: ignore[attr-defined]
    data(call("share", shop, "x2"))
    assert [each["kind"] for each in data(call("decisions", shop))] == ["shared", "shared", "apart", "back", "together"]  # type: ignore[attr-defined]


def test_rules_are_looked_at_before_and_written_as_they_should_be(shop: Path, call: Call, tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("cesta: identity/1\nlimits: {anonymous_id: 1}\n")
    assert data(call("preview", shop, tmp_path / "other.yaml"))["gone_count"] == 2  # type: ignore[index]
    (shop / FILE).write_text("cesta:   identity/1\n")
    assert call("fmt", shop, "--check") == [1, {"changed": True}]
    assert data(call("fmt", shop)) == {"changed": True}
    assert call("fmt", shop, "--check") == [0, {"changed": False}]
    (shop / FILE).write_text("cesta: identity/1\ngmail: no\n")
    with pytest.raises(CestaError, match=r"identity\.yaml:2"):
        call("fmt", shop)


def test_words_for_people(shop: Path, call: Call) -> None:
    call("apart", shop, "u0", "x0")
    with Workspace.open(shop) as workspace:
        assert "  1 claims not believed wholly: user_id" in summed(summary(workspace))
        assert line_of(merges(workspace).merges[0]).endswith("user_id u1 + anonymous_id x3  → u1  (shop m3)")
        assert decided(decisions(workspace)[0]).endswith(": apart u0 | x0")
