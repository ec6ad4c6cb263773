"""The letters to people with access, in the workspace's language: an invitation, a new password, and a try."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from cesta.notify.mail import Letter

LetterKind = Literal["invite", "reset", "try"]

INVITE = {
    "en": """You are invited to {workspace}
Hello {name},

you now have access to the customer journey maps of “{workspace}”.
With this link you choose a password and enter; it works once, within
seven days:

{link}
""",
    "pl": """Zaproszenie: {workspace}
Dzień dobry, {name},

masz teraz dostęp do map podróży klienta „{workspace}”.
Pod tym adresem ustawisz hasło i wejdziesz; działa raz, przez siedem dni:

{link}
""",
    "cs": """Pozvánka: {workspace}
Dobrý den, {name},

máte přístup k mapám zákaznické cesty „{workspace}“.
Na této adrese si zvolíte heslo a vstoupíte; platí jednou, sedm dní:

{link}
""",
    "ru": """Приглашение: {workspace}
Здравствуйте, {name}!

Вам открыт доступ к картам пути клиента «{workspace}».
По этой ссылке вы зададите пароль и войдёте; она действует один раз,
в течение семи дней:

{link}
""",
}
RESET = {
    "en": """A new password for {workspace}
Hello {name},

with this link you choose a new password for “{workspace}”; it works
once, within a day:

{link}

If you did not ask for it, do nothing: your password stays as it is.
""",
    "pl": """Nowe hasło: {workspace}
Dzień dobry, {name},

pod tym adresem ustawisz nowe hasło do „{workspace}”; działa raz,
przez jeden dzień:

{link}

Jeśli to nie Twoja prośba, nie rób nic: hasło zostaje bez zmian.
""",
    "cs": """Nové heslo: {workspace}
Dobrý den, {name},

na této adrese si zvolíte nové heslo k „{workspace}“; platí jednou,
jeden den:

{link}

Pokud jste o ně nežádali, nedělejte nic: heslo zůstává, jaké bylo.
""",
    "ru": """Новый пароль: {workspace}
Здравствуйте, {name}!

По этой ссылке вы зададите новый пароль к «{workspace}»; она действует
один раз, в течение суток:

{link}

Если вы об этом не просили, ничего не делайте: пароль останется прежним.
""",
}
TRY = {
    "en": "A letter from {workspace}\nLetters from “{workspace}” arrive.\n",
    "pl": "List z {workspace}\nListy z „{workspace}” dochodzą.\n",
    "cs": "Dopis z {workspace}\nDopisy z „{workspace}“ docházejí.\n",
    "ru": "Письмо от {workspace}\nПисьма от «{workspace}» доходят.\n",
}
WORDS: Mapping[LetterKind, Mapping[str, str]] = {"invite": INVITE, "reset": RESET, "try": TRY}
"""By kind and language; the first line is the subject."""


def letter(kind: LetterKind, lang: str, to: str, **facts: str) -> Letter:
    """facts: the workspace's name, and for links the person's name and the link.

    >>> letter("try", "cs", "jana@shop.example", workspace="Šop").subject
    'Dopis z Šop'
    """
    subject, _, text = WORDS[kind].get(lang, WORDS[kind]["en"]).partition("\n")
    return Letter(to, " ".join(subject.format(**facts).split()), text.format(**facts))
