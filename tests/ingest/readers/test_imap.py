"""A real mailbox server: read without marking, read on from the last message, folders in any letters."""

from __future__ import annotations

import imaplib
from pathlib import Path

import pytest

from cesta.ingest.jobs.document import Job
from cesta.ingest.jobs.running import run_job
from cesta.ingest.readers.contract import Place
from cesta.ingest.readers.imap import READER, decoded, read_imap
from cesta.ingest.readers.suite import Given, ReaderContract
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

QUESTION = (
    "From: ann@mail.example\r\nTo: help@shop.example\r\nSubject: Where is it?\r\n"
    "Date: Sun, 1 Mar 2026 10:00:00 +0100\r\nMessage-ID: <{n}@mail>\r\n\r\nWhere is my parcel?\r\n"
)
ANSWER = (
    "From: help@shop.example\r\nTo: ann@mail.example\r\nSubject: Re: Where is it?\r\nIn-Reply-To: <1@mail>\r\n"
    "Date: Sun, 1 Mar 2026 12:00:00 +0100\r\nMessage-ID: <r@shop>\r\nReferences: <1@mail>\r\n\r\nOn its way.\r\n"
)
SENT = '"Wys&AUI-ane"'


def put(port: int, user: str, folder: str, text: str, flags: str = "") -> None:
    box = imaplib.IMAP4("127.0.0.1", port)
    box.login(user, "secret")
    assert box.append(folder, flags, imaplib.Time2Internaldate(0), text.encode())[0] == "OK"
    box.logout()


def emptied(port: int, user: str) -> None:
    box = imaplib.IMAP4("127.0.0.1", port)
    box.login(user, "secret")
    for folder in ("INBOX", SENT):
        box.select(folder)
        box.store("1:*", "+FLAGS", "\\Deleted") if box.search(None, "ALL")[1][0] else None
        box.expunge()
    box.logout()


def place(port: int, user: str, **options: str) -> Place:
    return Place(f"imap://{user.replace('@', '%40')}:secret@127.0.0.1:{port}", options)


class TestImap(ReaderContract):
    reader = READER

    @pytest.fixture(autouse=True)
    def _server(self, dovecot: int) -> None:
        self.port = dovecot

    def given(self, folder: Path) -> Given:  # noqa: ARG002 - a mailbox is no file
        emptied(self.port, "contract@shop.example")
        for n in (1, 2):
            put(self.port, "contract@shop.example", "INBOX", QUESTION.format(n=n))
        put(self.port, "contract@shop.example", SENT, ANSWER)
        return Given(place(self.port, "contract@shop.example"), {"": 3})


def test_questions_and_answers_are_contacts(dovecot: int) -> None:
    user = "help@shop.example"
    put(dovecot, user, "INBOX", QUESTION.format(n=1), "\\Answered")
    put(dovecot, user, SENT, ANSWER)
    rows = [row for batch in read_imap(place(dovecot, user, body="keep")) for row in batch.rows]
    assert [(row["direction"], row["customer"], row["folder"], row["answered"]) for row in rows] == [
        ("in", "ann@mail.example", "INBOX", True),
        ("out", "ann@mail.example", "Wysłane", False),
    ]
    assert [row["body"] for row in rows] == ["Where is my parcel?", "On its way."]
    assert rows[0]["thread"] == rows[1]["thread"]


def test_reading_marks_nothing_and_goes_on_where_it_was(dovecot: int) -> None:
    user = "on@shop.example"
    put(dovecot, user, "INBOX", QUESTION.format(n=1))
    (first,) = read_imap(place(dovecot, user))
    assert first.cursor is not None
    put(dovecot, user, "INBOX", QUESTION.format(n=2))
    (second,) = read_imap(place(dovecot, user), first.cursor)
    assert [row["message_id"] for row in second.rows] == ["2@mail"]
    box = imaplib.IMAP4("127.0.0.1", dovecot)
    box.login(user, "secret")
    box.select("INBOX", readonly=True)
    assert box.search(None, "SEEN")[1] == [b""]
    box.logout()


def test_what_does_not_fit_is_told(dovecot: int) -> None:
    with pytest.raises(CestaError, match=r'bad_value: There is no folder "other".*INBOX'):
        list(read_imap(place(dovecot, "a@shop.example", folders="Other")))
    with pytest.raises(CestaError, match=r"no_access: .*does not let us in"):
        list(read_imap(Place(f"imap://a:wrong@127.0.0.1:{dovecot}")))


def test_nobody_there_is_told_without_the_password() -> None:
    with pytest.raises(CestaError, match="no_answer") as told:
        list(read_imap(Place("imap://a:secret@127.0.0.1:1")))
    assert "secret" not in str(told.value)


def test_names_of_folders_are_readable() -> None:
    assert decoded("Sent Items") == "Sent Items"


def test_a_job_brings_the_letters_into_a_workspace(
    dovecot: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = "job@shop.example"
    put(dovecot, user, "INBOX", QUESTION.format(n=1))
    monkeypatch.setenv("MAIL_SECRET", "secret")
    url = f"imap://job%40shop.example:${{MAIL_SECRET}}@127.0.0.1:{dovecot}"
    job = Job("help-desk", url, 60_000_000, {"own": "shop.example"}, "mail", "replace")
    with Workspace.create(tmp_path / "shop") as workspace:
        assert (run_job(workspace, job).said, run_job(workspace, job).state) == (None, "nothing_new")
        put(dovecot, user, SENT, ANSWER)
        assert run_job(workspace, job).events == 1
        columns = workspace.columns()
        assert list(columns.customers) == ["ann@mail.example"]
        assert [columns.names[code] for code in columns.codes.tolist()] == ["mail_received", "mail_answered"]
        assert "secret" not in (workspace.root / "mappings" / "help-desk.yaml").read_text(encoding="utf-8")
