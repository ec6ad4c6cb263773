"""Hypotheses are documents: what is wrong is said, the day they were written stays, other languages stay."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cesta.maps.hypothesis import HypothesisDraft, load_hypotheses, said, save
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

DRAFT = HypothesisDraft("callers", "Callers buy more", "callers", "orders", "higher")


def test_written_once_and_changed_later(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        save(workspace, DRAFT, dt.date(2026, 3, 2))
        path = workspace.root / "hypotheses" / "callers.yaml"
        path.write_text(
            path.read_text().replace("statement: Callers buy more", "statement: {en: Callers buy more, pl: Oni}")
        )
        save(workspace, HypothesisDraft("callers", "Kdo volá", "callers", "orders", "lower", "others", "refuted"),
             dt.date(2026, 5, 5), "cs")  # fmt: skip
        (found,) = load_hypotheses(workspace)
        assert (found.since, found.expects, found.against, found.state) == ("2026-03-02", "lower", "others", "refuted")
        assert [said(found, lang) for lang in ("en", "pl", "cs")] == ["Callers buy more", "Oni", "Kdo volá"]


def test_what_is_wrong_is_said(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        for draft in (
            HypothesisDraft("No id", "A", "a", "b", "higher"),
            HypothesisDraft("a", " ", "a", "b", "higher"),
            HypothesisDraft("a", "A", "a", "b", "sideways"),
        ):
            with pytest.raises(CestaError, match="bad_value"):
                save(workspace, draft, dt.date(2026, 3, 2))
        assert load_hypotheses(workspace) == ()
        folder = workspace.root / "hypotheses"
        folder.mkdir()
        (folder / "bad.yaml").write_text("cesta: hypothesis/1\nid: bad\n")
        (folder / "worse.yaml").write_text("a: [")
        assert all(one.problem for one in load_hypotheses(workspace))
