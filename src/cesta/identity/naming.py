"""What an id is: of which kind, and the one way to write it, so that two ids are equal only if they are one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

USER, ANONYMOUS, PREVIOUS, EMAIL, PHONE = "user_id", "anonymous_id", "previous_id", "email", "phone"
PLAIN = frozenset({USER, ANONYMOUS, PREVIOUS})
"""Ids under which events come: a customer of her own is called by one, as it is. Others are called kind:value."""
NOBODY = re.compile(
    r"[0-]*|-1|null|\(null\)|none|nil|nan|undefined|anonymous|void|test|abc123|unknown|guest|n/?a|true|false"
    r"|\[object object\]",
    re.IGNORECASE,
)
"""Ids that many clients send when they know none: whoever has one is not the same person as another who has it."""
LONGEST = 512
"""Signs of an id that can join; a longer one is some text that went astray."""
GMAIL = ("gmail.com", "googlemail.com")
_KIND = re.compile(r"[a-z][a-z0-9_]*")
_ABROAD = re.compile(r"\+[0-9]{8,15}")
_AROUND_DIGITS = re.compile(r"[\s().\-/\u00a0]+")


def kind_named(name: str) -> str | None:
    """The kind of id of this name, small letters; None: it cannot name one.

    >>> kind_named("E-Mail"), kind_named("ga_client_id"), kind_named("7")
    ('email', 'ga_client_id', None)
    """
    found = name.strip().lower().replace("-", "_").replace(" ", "_")
    found = {"e_mail": EMAIL, "phone_number": PHONE, "userid": USER, "anonymousid": ANONYMOUS}.get(found, found)
    return found if _KIND.fullmatch(found) else None


def written(kind: str, value: str, country: str | None = None, gmail_alike: bool = False) -> str | None:
    """The one way to write this id; None: it cannot tell anybody from others.

    country: whose phone numbers are meant where none says so. gmail_alike: in Gmail's addresses dots, and a plus with
    what follows, say nothing.

    >>> written("email", " Ann.Lee@Mail.Example "), written("email", "no address")
    ('ann.lee@mail.example', None)
    >>> written("email", "ann.lee+shop@googlemail.com", gmail_alike=True)
    'annlee@gmail.com'
    >>> written("phone", "601 234 567", "PL"), written("phone", "601 234 567")
    ('+48601234567', None)
    """
    text = value if kind in PLAIN else unicodedata.normalize("NFC", value.strip())
    if not text.strip() or len(text) > LONGEST or NOBODY.fullmatch(text.strip()):
        return None
    if kind == EMAIL:
        return _address(text, gmail_alike)
    return _number(text, country) if kind == PHONE else text


def key_of(kind: str, text: str) -> str:
    """How an id is called among all ids.

    >>> key_of("user_id", "ann"), key_of("email", "ann@mail.example")
    ('ann', 'email:ann@mail.example')
    """
    return text if kind in PLAIN else f"{kind}:{text}"


def bare_of(key: str) -> str:
    """An id as it is without its kind.

    >>> bare_of("email:ann@mail.example"), bare_of("ann")
    ('ann@mail.example', 'ann')
    """
    kind, colon, text = key.partition(":")
    return text if colon and text and _KIND.fullmatch(kind) else key


def _address(text: str, gmail_alike: bool) -> str | None:
    local, at, domain = text.rpartition("@")
    if not at or not local or "." not in domain.strip(".") or re.search(r"\s", text):
        return None
    # A quoted part may hold another at sign, and its case is said to matter.
    local = local if local.startswith('"') else local.lower()
    domain = domain.lower().rstrip(".")
    if "@" in local and not local.startswith('"'):
        return None
    if gmail_alike and domain in GMAIL:
        local, domain = local.partition("+")[0].replace(".", ""), GMAIL[0]
    return f"{local}@{domain}" if local else None


@lru_cache(maxsize=100_000)
def _number(text: str, country: str | None) -> str | None:
    """The number with its country, and its extension: a company's many phones are not one."""
    import phonenumbers

    try:
        found = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        # A country code that nobody has still tells two numbers apart.
        plain = _AROUND_DIGITS.sub("", text)
        return plain if _ABROAD.fullmatch(plain) else None
    if not phonenumbers.is_possible_number(found):
        return None
    said = str(phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164))
    return f"{said};ext={found.extension}" if found.extension else said
