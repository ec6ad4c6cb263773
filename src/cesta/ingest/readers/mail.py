"""One e-mail as a contact: who wrote to whom, when, about what, in which thread, and what it answers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from datetime import UTC
from email import policy
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime

from cesta.model.errors import CestaError

OPTIONS = {
    "own": "our addresses and domains, with commas between them; what comes from them is ours",
    "body": "keep or drop: whether the text of messages is kept with the events",
    "folders": "the folders to read, with commas between them",
}
BODY = 20_000
"""Most characters of a text that is kept."""
IDS = re.compile(r"<([^<>\s]+)>")
ANSWER = re.compile(r"^\s*((re|odp|aw|sv|fwd?|pd|отв|ответ|на)(\[\d+\])?\s*:\s*)+", re.IGNORECASE)
PARSER = BytesParser(policy=policy.compat32)
Headers = Message


def body_kept(options: dict[str, str] | None) -> bool:
    """Raises bad_value."""
    told = (options or {}).get("body", "drop")
    if told not in ("keep", "drop"):
        raise CestaError("bad_value", f'body is "{told}".', "It is keep or drop.")
    return told == "keep"


def listed(text: str) -> tuple[str, ...]:
    """
    >>> listed("Shop.example, help@my.example")
    ('shop.example', 'help@my.example')
    """
    return tuple(part.strip().casefold() for part in text.split(",") if part.strip())


def parse(data: bytes) -> Headers:
    """The message in these bytes; also of broken ones whatever can be understood."""
    return PARSER.parsebytes(data)


def contact(message: Headers, own: Collection[str], body: bool) -> dict[str, object]:
    """A message as a row. customer: the other one's address, small letters; direction: in, out, or internal."""
    sender = addresses(message, "from") or addresses(message, "sender")
    others = [*addresses(message, "to"), *addresses(message, "cc"), *addresses(message, "bcc")]
    ours = bool(sender) and is_own(sender[0][1], own)
    theirs = [address for _, address in others if not is_own(address, own)]
    customer = (theirs[0] if theirs else None) if ours else (sender[0][1] if sender else None)
    subject = text_of(message, "subject")
    id_ = first_id(message, "message-id") or made_id(message)
    answers = first_id(message, "in-reply-to") or next(reversed(ids_of(message, "references")), None)
    row: dict[str, object] = {
        "message_id": id_,
        "thread": (ids_of(message, "references") or [answers or id_])[0],
        "answers": answers,
        "time": time_of(message),
        "direction": "internal" if ours and not theirs else "out" if ours else "in",
        "customer": customer,
        "from": sender[0][1] if sender else None,
        "from_name": (sender[0][0] or None) if sender else None,
        "to": ", ".join(address for _, address in others) or None,
        "subject": subject or None,
        "topic": ANSWER.sub("", subject).strip() or None,
        "automatic": is_automatic(message),
    }
    return {**row, "body": plain_text(message)} if body else row


def is_own(address: str, own: Collection[str]) -> bool:
    """
    >>> is_own("ann@shop.example", {"shop.example"}), is_own("ann@mail.example", {"shop.example"})
    (True, False)
    """
    return address in own or address.rpartition("@")[2] in own


def addresses(message: Headers, name: str) -> list[tuple[str, str]]:
    """Names and addresses of a header, decoded."""
    found = getaddresses([str(one) for one in message.get_all(name, [])])
    return [(decoded(shown), address.strip().casefold()) for shown, address in found if "@" in address]


def text_of(message: Headers, name: str) -> str:
    return " ".join(decoded(str(message.get(name, ""))).split())


def decoded(header: str) -> str:
    """A header as people read it; what is in no known encoding stays readable as far as it can."""
    found = ""
    try:
        parts = decode_header(header)
    except (ValueError, LookupError):
        return header
    for part, charset in parts:
        found += part if isinstance(part, str) else _as_text(part, charset)
    return found.encode("utf-8", "replace").decode()


def time_of(message: Headers) -> str | None:
    """When it was sent by its own word, in UTC; None when it does not say so in a way that can be read."""
    for name in ("date", "delivery-date"):
        try:
            found = parsedate_to_datetime(str(message[name])) if message[name] else None
            if found is not None:
                return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
        except (ValueError, TypeError, OverflowError):
            continue
    return None


def ids_of(message: Headers, name: str) -> list[str]:
    return IDS.findall(str(message.get(name, "")))


def first_id(message: Headers, name: str) -> str | None:
    found = ids_of(message, name)
    return found[0] if found else str(message.get(name, "")).strip() or None


def made_id(message: Headers) -> str:
    """The same message without an id of its own is always called the same."""
    told = "\n".join(str(message.get(name, "")) for name in ("date", "from", "to", "subject"))
    return f"no-id-{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()[:24]}"


def is_automatic(message: Headers) -> bool:
    """Whether a machine sent it: an absence note, a failure to deliver, a mailing list."""
    auto = str(message.get("auto-submitted", "no")).strip().casefold()
    bulk = str(message.get("precedence", "")).strip().casefold() in ("bulk", "list", "junk", "auto_reply")
    report = message.get_content_type() == "multipart/report"
    return not auto.startswith("no") or bulk or report or message["list-id"] is not None


def plain_text(message: Headers) -> str | None:
    """The readable text, without markup."""
    for wanted in ("text/plain", "text/html"):
        for part in message.walk():
            if part.get_content_type() == wanted and not part.get_filename():
                payload = part.get_payload(decode=True)
                text = _as_text(payload, part.get_content_charset()) if isinstance(payload, bytes) else str(payload)
                text = re.sub(r"(?is)<(script|style)\b.*?</\1>|<[^>]+>", " ", text) if wanted == "text/html" else text
                return text.strip()[:BODY] or None
    return None


def _as_text(data: bytes, charset: str | None) -> str:
    try:
        return data.decode(charset or "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")
