"""The mail server is kept for its user alone, in no backup; what could go nowhere is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.progress import quiet
from cesta.model.errors import CestaError
from cesta.notify.outgoing import (
    FILE,
    PASSWORD,
    Outgoing,
    forget_outgoing,
    is_address,
    keep_outgoing,
    outgoing_of,
    security_of,
)  # fmt: skip
from cesta.store.backup import back_up
from cesta.store.workspace import Workspace

GOOD = Outgoing("smtp.shop.example", 587, "starttls", "shop@shop.example", "shop", "a secret of the shop")


def test_it_is_kept_and_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert outgoing_of(tmp_path) is None
    keep_outgoing(tmp_path, GOOD)
    assert outgoing_of(tmp_path) == GOOD
    assert ((tmp_path / FILE).stat().st_mode & 0o777, (tmp_path / FILE).parent.stat().st_mode & 0o777) == (0o600, 0o700)
    monkeypatch.setenv(PASSWORD, "another")
    kept = outgoing_of(tmp_path)
    assert kept is not None
    assert kept.password == "another"
    forget_outgoing(tmp_path)
    assert outgoing_of(tmp_path) is None


def test_a_backup_does_not_hold_its_password(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        keep_outgoing(workspace.data, GOOD)
    back_up(tmp_path / "shop", tmp_path / "a.tar", quiet)
    assert GOOD.password.encode() not in (tmp_path / "a.tar").read_bytes()


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (Outgoing("", 587, "tls", "a@b.example"), "bad_value"),
        (Outgoing("smtp shop", 587, "tls", "a@b.example"), "bad_value"),
        (Outgoing("smtp", 0, "tls", "a@b.example"), "bad_value"),
        (Outgoing("smtp", 587, "tls", "shop"), "bad_address"),
    ],
)
def test_what_cannot_work_is_not_kept(tmp_path: Path, wrong: Outgoing, code: str) -> None:
    with pytest.raises(CestaError, match=code):
        keep_outgoing(tmp_path, wrong)
    assert outgoing_of(tmp_path) is None


def test_kinds_of_encryption() -> None:
    assert security_of("tls") == "tls"
    with pytest.raises(CestaError, match="unknown_security"):
        security_of("ssl3")


@given(st.text(max_size=40))
def test_no_text_that_passes_for_an_address_can_hold_a_second_header_or_reader(text: str) -> None:
    if is_address(text):
        assert not set(text) & set("\r\n\t ")
        assert text.count("@") >= 1
        assert "," not in text.rpartition("@")[2]
