"""What somebody wrote, without what is not hers: markup, addresses, quoted replies, signatures."""

from __future__ import annotations

import html
import re
import unicodedata

LONGEST = 120_000
"""Letters read of one text; what follows can no longer change what the text is like."""
_TAG = re.compile(r"<!--.{0,2000}?-->|</?[a-zA-Z][^<>]{0,300}>", re.DOTALL)
_UNSEEN = re.compile(r"<(script|style)\b.{0,3000}?</\1\s*>", re.DOTALL | re.IGNORECASE)
_QUOTED = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_REPLY = re.compile(
    r"^[ \t]*(?:-{2,}[^\n]{0,60}(?:Original Message|Forwarded message|Původní zpráva|Wiadomość oryginalna|"
    r"Исходное сообщение|Пересылаемое сообщение|Pôvodná správa|Ursprüngliche Nachricht)[^\n]{0,60}"
    r"|(?:On|Dne|Dnia|W dniu|Am|Le|El|Em|Dňa)\b[^\n]{4,160}(?:wrote|napsala?|napsal\(a\)|napisała?|napisał\(a\)|pisze|"
    r"schrieb|écrit|escribió|escreveu|napísala?)\s*[^\n]{0,80}:"
    r"|[^\n]{4,120}(?:пишет|написала?|написав|пише)\s*:"
    r"|(?:From|Od|От|Von|De|Від):[^\n]{1,200}\n[^\n]{0,200}\n?(?:Sent|To|Wysłano|Do|Odesláno|Komu|Отправлено|Кому)\b)"
    r"[ \t]*$",
    re.MULTILINE,
)
_SIGNED = re.compile(
    r"^[ \t]*(?:--|__+|(?:Z poważaniem|Pozdrawiam|Pozdrawiam serdecznie|Z wyrazami szacunku|S pozdravem|S pozdravom|"
    r"Zdraví|С уважением|З повагою|Kind regards|Best regards|Regards|Yours sincerely|Mit freundlichen Grüßen|"
    r"Cordialement|Saludos|Atenciosamente|Sent from my [^\n]{1,40}|Wysłane z [^\n]{1,40}|Odesláno z [^\n]{1,40}|"
    r"Отправлено с [^\n]{1,40})[,.!]?)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+")
_NAMED = re.compile(r"(?<!\w)@\w+")
_AGAIN = re.compile(r"(.)\1{3,}")
_SPACE = re.compile(r"\s+")


def cleaned(text: str) -> str:
    """The words of the writer alone, on one line.

    >>> cleaned("<p>Super&nbsp;sklep!!!!!!</p> https://example.com")
    'Super sklep!!!'
    >>> cleaned("Nikdo neodpovídá.\\n\\n--\\nJan Novák\\nředitel")
    'Nikdo neodpovídá.'
    """
    text = _marked_down(text[:LONGEST].replace("\r\n", "\n"))
    own = _before_signature(_before_reply(_QUOTED.sub("", text)))
    # A text that is nothing but a quotation or a signature is better read than lost.
    own = own if own.strip() else text
    own = _NAMED.sub(" ", _ADDRESS.sub(" ", own))
    own = _SPACE.sub(" ", _AGAIN.sub(r"\1\1\1", own)).strip()
    return own.lower() if _shouted(own) else own


def _marked_down(text: str) -> str:
    """Without tags and entities, and without what no eye sees."""
    if "</" in text:
        text = _UNSEEN.sub(" ", text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "&" in text:
        text = html.unescape(text)
    return unicodedata.normalize("NFC", "".join(char if _seen(char) else " " for char in text))


def _seen(char: str) -> bool:
    # Joiners and selectors belong to emoji; other controls and lone surrogates are no text.
    return char in "\n\t\u200d\ufe0f" or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co")


def _before_reply(text: str) -> str:
    found = _REPLY.search(text)
    return text[: found.start()] if found else text


def _before_signature(text: str) -> str:
    """Only the last part of a letter is a signature; a greeting in its middle is not."""
    for found in _SIGNED.finditer(text):
        rest = text[found.end() :]
        if len(rest) <= 400 and rest.count("\n") <= 8:
            return text[: found.start()]
    return text


def _shouted(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 8 and sum(map(str.isupper, letters)) > 0.7 * len(letters)
