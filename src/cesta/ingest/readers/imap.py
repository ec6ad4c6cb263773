"""A mailbox by IMAP: its messages as contacts, read without marking them, on from the last one seen."""

from __future__ import annotations

import base64
import imaplib
import json
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from cesta.ingest.readers.contract import Batch, Place, Reader
from cesta.ingest.readers.mail import OPTIONS, body_kept, contact, listed, parse
from cesta.model.errors import CestaError

AT_ONCE = 200
MOST_BYTES = 1_000_000
"""Of a message whose text is kept no more than its beginning is fetched."""
PATIENCE = 60
LISTED = re.compile(rb'\((?P<flags>[^)]*)\) (?:"[^"]*"|NIL) (?P<name>.+)')
UID = re.compile(rb"UID (\d+)")
FLAGS = re.compile(rb"FLAGS \(([^)]*)\)")
LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder: its name as the server writes it, and as people do."""

    written: str
    name: str


def read_imap(place: Place, cursor: str | None = None) -> Iterator[Batch]:
    """The messages of the inbox and of what was sent, or of folders named. Raises no_answer, no_access, bad_value."""
    keep = body_kept(dict(place.options))
    user = unquote(urlsplit(place.where).username or "")
    own = frozenset(listed(place.options.get("own", ""))) or frozenset((user.casefold(),))
    reached = _read_back(cursor)
    with _connected(place.where) as box:
        for folder in _folders(box, listed(place.options.get("folders", ""))):
            yield from _messages(box, folder, own, keep, reached)


def _messages(
    box: imaplib.IMAP4, folder: _Folder, own: frozenset[str], keep: bool, reached: dict[str, list[int]]
) -> Iterator[Batch]:
    _ok(box.select(_quoted(folder.written), readonly=True), folder.name)
    validity = int((box.response("UIDVALIDITY")[1] or [b"0"])[0] or 0)
    before, last = reached.get(folder.written, [validity, 0])
    if before != validity:
        last = 0
    (found,) = _ok(box.uid("search", f"UID {last + 1}:*"), folder.name)[:1] or [b""]
    # A server answers with the last message even when it is older than asked.
    wanted = sorted(uid for uid in map(int, (found or b"").split()) if uid > last)
    part = f"BODY.PEEK[]<0.{MOST_BYTES}>" if keep else "BODY.PEEK[HEADER]"
    for begin in range(0, len(wanted), AT_ONCE):
        several = wanted[begin : begin + AT_ONCE]
        answer = _ok(box.uid("fetch", ",".join(map(str, several)), f"(UID FLAGS {part})"), folder.name)
        rows = []
        for uid, flags, data in sorted(_fetched(answer)):
            row = contact(parse(data), own, keep)
            rows.append({**row, "folder": folder.name, "answered": b"\\Answered" in flags, "uid": uid})
        reached[folder.written] = [validity, several[-1]]
        yield Batch("", rows, json.dumps(reached, sort_keys=True))


def _fetched(answer: list[bytes | tuple[bytes, bytes]]) -> Iterator[tuple[int, bytes, bytes]]:
    """Number, flags and bytes of each message; flags may stand before or after the bytes."""
    for place, one in enumerate(answer):
        if isinstance(one, tuple):
            after = answer[place + 1] if place + 1 < len(answer) else b""
            said = one[0] + b" " + (after if isinstance(after, bytes) else b"")
            uid, flags = UID.search(said), FLAGS.search(said)
            if uid is not None:
                yield int(uid[1]), flags[1] if flags else b"", one[1]


def _folders(box: imaplib.IMAP4, wanted: tuple[str, ...]) -> list[_Folder]:
    """Those named, else the inbox and what is marked as sent. Raises bad_value."""
    known: list[tuple[_Folder, bytes]] = []
    for line in _ok(box.list(), "the list of folders"):
        found = LISTED.match(line[0] + line[1] if isinstance(line, tuple) else line or b"")
        if found and b"\\noselect" not in found["flags"].lower():
            written = found["name"].decode("ascii", "replace").strip('"')
            known.append((_Folder(written, decoded(written)), found["flags"].lower()))
    if not wanted:
        first = [one for one, _ in known if one.name.casefold() == "inbox"]
        return first + [one for one, flags in known if b"\\sent" in flags and one not in first]
    chosen = [one for one, _ in known if one.name.casefold() in wanted]
    missing = set(wanted) - {one.name.casefold() for one in chosen}
    if missing:
        there = ", ".join(one.name for one, _ in known)
        raise CestaError("bad_value", f'There is no folder "{sorted(missing)[0]}".', f"Folders there: {there}.")
    return chosen


@contextmanager
def _connected(where: str) -> Iterator[imaplib.IMAP4]:
    """A mailbox, logged in. A password never goes over an open line to another machine. Raises no_answer, no_access."""
    url = urlsplit(where)
    host = url.hostname or ""
    shown = f"{url.scheme}://{url.username}@{host}"
    try:
        if url.scheme == "imaps":
            box: imaplib.IMAP4 = imaplib.IMAP4_SSL(
                host, url.port or 993, ssl_context=ssl.create_default_context(), timeout=PATIENCE
            )
        else:
            box = imaplib.IMAP4(host, url.port or 143, timeout=PATIENCE)
            if "STARTTLS" in box.capabilities:
                box.starttls(ssl.create_default_context())
            elif host not in LOCAL:
                box.shutdown()
                raise CestaError("no_access", f"{shown} offers no protected line.", "Use imaps:// in its address.")
    except (OSError, imaplib.IMAP4.error) as error:
        raise CestaError("no_answer", f"{shown} does not answer: {error}.", "Check the address.") from error
    try:
        try:
            box.login(unquote(url.username or ""), unquote(url.password or ""))
        except imaplib.IMAP4.error as error:
            raise CestaError("no_access", f"{shown} does not let us in.", "Check the name and the password.") from error
        yield box
    except (OSError, imaplib.IMAP4.abort) as error:
        raise CestaError("no_answer", f"{shown} broke off: {error}.", "Try again later.") from error
    finally:
        box.shutdown()


def _ok(answer: tuple[str, Any], what: str) -> list[Any]:
    kind, found = answer
    if kind != "OK":
        raise CestaError("no_answer", f"The mailbox does not give {what}: {found!r}.", None)
    return list(found)


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def decoded(name: str) -> str:
    """A folder's name, out of the writing that IMAP has for letters beyond ASCII.

    >>> decoded("Wys&AUI-ane"), decoded("R&-D")
    ('Wysłane', 'R&D')
    """

    def letters(found: re.Match[str]) -> str:
        if not found[1]:
            return "&"
        packed = found[1].replace(",", "/")
        return base64.b64decode(packed + "=" * (-len(packed) % 4)).decode("utf-16-be", "replace")

    return re.sub(r"&([^-]*)-", letters, name)


def _read_back(cursor: str | None) -> dict[str, list[int]]:
    try:
        return {str(name): [int(one) for one in pair] for name, pair in json.loads(cursor or "{}").items()}
    except (ValueError, AttributeError, TypeError) as error:
        raise CestaError("bad_value", f"The cursor {str(cursor)[:80]} is not one of this reader's.", None) from error


READER = Reader("imap", read_imap, schemes=("imap", "imaps"), options=OPTIONS)
