"""Lines of documents and commits that name somebody are found; history stays as it is."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from cesta.privacy.history import documents_naming, history_naming


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_lines_of_documents(tmp_path: Path) -> None:
    write(tmp_path, "segments/few.yaml", "id: few\nrule:\n  customers:\n    - bob\n    - zoe-1\n")
    write(tmp_path, "notes/call.md", "zoe-1 called; zoe-12 did not\n")
    write(tmp_path, "data/bin/old~map~a.yaml", "owner: zoe-1\n")
    for elsewhere in ("data/keys.json", ".git/config.txt", "maps/zoe-12.yaml"):
        write(tmp_path, elsewhere, "zoe-1" if elsewhere.startswith((".", "data")) else "zoe-12: zoe-123")
    found = [(one.file, one.line) for one in documents_naming(tmp_path, {"zoe-1"})]
    assert found == [("data/bin/old~map~a.yaml", 1), ("notes/call.md", 1), ("segments/few.yaml", 5)]


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_commits_that_hold_or_say_a_name(tmp_path: Path) -> None:
    def git(*words: str) -> str:
        named = ("-c", "user.name=t", "-c", "user.email=t@t.example", "-c", "commit.gpgsign=false")
        done = subprocess.run(["git", "-C", tmp_path, *named, *words], check=True, capture_output=True, text=True)
        return done.stdout.strip()

    git("init", "-q")
    assert history_naming(tmp_path, {"zoe-1"}).commits == ()
    commits = []
    for text, said in (("bob", "first"), ("zoe-1", "second"), ("bob", "as at first"), ("eva", "asked by zoe-1")):
        write(tmp_path, "a.yaml", f"- {text}\n")
        git("add", ".")
        git("commit", "-qm", said)
        commits.append(git("rev-parse", "HEAD"))
    found = history_naming(tmp_path, {"zoe-1"})
    assert found.searched
    # Where her name came, where it went, and where it was said.
    assert set(found.commits) == set(commits[1:])
    assert history_naming(tmp_path, {"zoe"}).commits == ()
    inner = tmp_path / "inner"
    inner.mkdir()
    assert history_naming(inner, {"zoe-1"}) == found


def test_a_folder_without_history(tmp_path: Path) -> None:
    assert not history_naming(tmp_path, {"zoe-1"}).searched
