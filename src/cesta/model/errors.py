"""What can go wrong, told so that it can be mended: the thing, the value, what would have worked, and a code."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class CestaError(Exception):
    """Any error a person or a program may meet. `code` is stable; `message` and `hint` are English."""

    def __init__(self, code: str, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint

    def as_document(self) -> dict[str, dict[str, str | None]]:
        """The one JSON shape of every error.

        >>> CestaError("bad_step", "There is no step 4.", "Steps are 1 to 3.").as_document()
        {'error': {'code': 'bad_step', 'message': 'There is no step 4.', 'hint': 'Steps are 1 to 3.'}}
        """
        return {"error": {"code": self.code, "message": self.message, "hint": self.hint}}

    def __str__(self) -> str:
        return f"{self.code}: {self.message}" + (f" {self.hint}" if self.hint else "")


def brief(value: object, most: int = 200) -> str:
    """A value as an error names it: whole when it is short, else its beginning.

    >>> brief("red"), brief("a" * 500, most=5)
    ("'red'", "'aaaa…")
    """
    text = repr(value)
    return text if len(text) <= most else f"{text[:most]}…"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, if any is like it at all.

    >>> nearest("purchse", ["purchase", "visit"])
    'purchase'
    >>> nearest("qqq", ["purchase", "visit"]) is None
    True
    """
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return close[0] if close else None


def unknown(code: str, thing: str, name: str, known: Iterable[str]) -> CestaError:
    """An error about a name that is not among the known ones, with "did you mean" and the list.

    >>> str(unknown("unknown_stage", "stage", "Awarness", ["Awareness", "Purchase"]))
    'unknown_stage: There is no stage "Awarness". Did you mean "Awareness"? Known: Awareness, Purchase.'
    """
    names = sorted(known)
    close = nearest(name, names)
    guess = f'Did you mean "{close}"? ' if close else ""
    listed = ", ".join(names[:20]) + (", …" if len(names) > 20 else "")
    name = name if len(name) <= 200 else f"{name[:200]}…"
    return CestaError(code, f'There is no {thing} "{name}".', f"{guess}Known: {listed or 'none'}.")
