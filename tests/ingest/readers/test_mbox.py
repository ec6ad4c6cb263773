"""Mailbox files: parted where a message begins, and nowhere else; whose mailbox it is, is found out."""

from __future__ import annotations

import gzip
import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest

from cesta.ingest.readers.contract import Place
from cesta.ingest.readers.mbox import READER, ours_in, read_mbox
from cesta.model.errors import CestaError

BODIES = ("short", "a line\nFrom here on a line begins so\n\nFrom there, too\n", "\n\n\nend")


def written(path: Path) -> list[EmailMessage]:
    """A mailbox as Python's own module writes it."""
    box = mailbox.mbox(path)
    letters = []
    for place, body in enumerate(BODIES):
        letter = EmailMessage()
        letter["From"], letter["To"] = f"c{place}@mail.example", "help@shop.example"
        letter["Message-ID"], letter["Date"] = f"<{place}@mail>", "Sun, 1 Mar 2026 10:00:00 +0100"
        letter["Subject"] = "Žluťoučký kůň"
        letter.set_content(body)
        box.add(letter)
        letters.append(letter)
    box.close()
    return letters


def test_every_message_of_a_mailbox_is_a_row(tmp_path: Path) -> None:
    letters = written(tmp_path / "a.mbox")
    (batch,) = read_mbox(Place(str(tmp_path / "a.mbox"), {"body": "keep"}))
    assert [row["message_id"] for row in batch.rows] == [letter["Message-ID"].strip("<>") for letter in letters]
    assert [row["body"] for row in batch.rows] == [body.strip() for body in BODIES]
    assert {row["direction"] for row in batch.rows} == {"in"}


def test_a_compressed_mailbox_is_read(tmp_path: Path) -> None:
    written(tmp_path / "a.mbox")
    (tmp_path / "b.mbox.gz").write_bytes(gzip.compress((tmp_path / "a.mbox").read_bytes()))
    assert sum(len(batch.rows) for batch in read_mbox(Place(str(tmp_path / "b.mbox.gz")))) == len(BODIES)


def test_whose_mailbox_it_is_is_where_most_was_sent(tmp_path: Path) -> None:
    written(tmp_path / "a.mbox")
    assert ours_in(tmp_path / "a.mbox") == {"help@shop.example"}


def test_what_is_no_mailbox_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.mbox").write_text("Subject: hello\n\nFrom me\n")
    with pytest.raises(CestaError, match=r"bad_file: a\.mbox is no mailbox"):
        list(read_mbox(Place(str(tmp_path / "a.mbox"))))


def test_it_is_known_by_its_looks() -> None:
    assert READER.looks(b"From ann@mail.example Sun Mar  1 10:00:00 2026\n")
    assert not READER.looks(b"From here we see\n")
