"""The text of rules: "did purchase at least 3 times in last 30d"; to a tree and back, with the place of a mistake."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from cesta.journeys.where import Condition
from cesta.model import condition as conditions
from cesta.model.duration import duration
from cesta.model.errors import CestaError, brief
from cesta.model.instant import is_day, parse_day, parse_instant
from cesta.segments.tree import (
    AMOUNTS,
    All,
    Amount,
    Any,
    Did,
    InSegment,
    Listed,
    Moment,
    Not,
    Number,
    Rule,
    Sequence,
    Share,
    Step,
    Trait,
    Windowed,
)
from cesta.segments.window import Window, empty_window

DEEPEST = 50
_TOKEN = re.compile(
    r"""\s*(?:(?P<moment>\d{4}-\d\d-\d\d(?:T[0-9:.]+(?:Z|[+-]\d\d:\d\d)?)?)|(?P<length>\d{1,12}[smhdw]\b)"""
    r"""|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?P<text>'(?:[^']|'')*')|(?P<quoted>"(?:[^"]|"")*")"""
    r"""|(?P<operator><=|>=|!=|=|<|>)|(?P<mark>[(),])|(?P<word>[^\W\d][\w.$:/-]*|\$[\w.$:/-]*))"""
)
RESERVED = frozenset(
    [
        "did", "any", "anything", "of", "where", "on", "and", "or", "not", "sequence", "then", "times", "at", "least",
        "most", "in", "last", "more", "than", "ago", "from", "to", "within", "share", "that", "are", "over", "trait",
        "first", "latest", "segment", "customer", "true", "false", "is", "set", "like"
    ]
) | frozenset(AMOUNTS)  # fmt: skip
BARE = re.compile(r"[^\W\d][\w.$:/-]*")
_HINT = "Write it as: did purchase at least 3 times in last 30d and not in segment loyal."


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int


def parse_rule(text: str) -> Rule:
    """The tree of a rule's text. Raises bad_rule, bad_condition, with the position.

    >>> parse_rule("in segment loyal")
    InSegment(id='loyal')
    """
    return _Reader(text).whole()


def _bad(text: str, at: int, what: str) -> CestaError:
    return CestaError("bad_rule", f"Cannot read the rule {brief(text)} at position {at + 1}: {what}.", _HINT)


class _Reader:
    """Reads one rule, token by token; conditions on properties are read by their own language."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.deep = text, 0, 0
        self.here = self._next()

    def _next(self) -> _Token:
        end = len(self.text.rstrip())
        if self.at >= end:
            return _Token("end", "", len(self.text))
        found = _TOKEN.match(self.text, self.at)
        if found is None:
            at = self.at + len(self.text[self.at :]) - len(self.text[self.at :].lstrip())
            raise _bad(self.text, at, f"{self.text[at : at + 10]!r} is not understood")
        self.at = found.end()
        kind = str(found.lastgroup)
        return _Token(kind, found[kind], found.start(kind))

    def step(self) -> _Token:
        token, self.here = self.here, self._next()
        return token

    def bad(self, wanted: str) -> CestaError:
        found = repr(self.here.text) if self.here.text else "the end"
        return _bad(self.text, self.here.at, f"{wanted} was expected, not {found}")

    def word(self, *words: str) -> bool:
        """Steps over these words, if the first one comes next; then the others must."""
        if self.here.kind != "word" or self.here.text.lower() != words[0]:
            return False
        self.step()
        for more in words[1:]:
            if not self.word(more):
                raise self.bad(more)
        return True

    def mark(self, mark: str) -> bool:
        if self.here.kind == "mark" and self.here.text == mark:
            self.step()
            return True
        return False

    def need(self, *words: str) -> None:
        if not self.word(*words):
            raise self.bad(words[0])

    def whole(self) -> Rule:
        rule = self.either()
        if self.here.kind != "end":
            raise self.bad("and, or, or the end")
        return rule

    def either(self) -> Rule:
        items = self.chain("or", self.both)
        return items[0] if len(items) == 1 else Any(tuple(items))

    def both(self) -> Rule:
        items = self.chain("and", self.one)
        return items[0] if len(items) == 1 else All(tuple(items))

    def chain(self, word: str, read: Callable[[], Rule]) -> list[Rule]:
        items = [read()]
        while self.word(word):
            items.append(read())
        return items

    def one(self) -> Rule:
        self.deep += 1
        if self.deep > DEEPEST:
            raise _bad(self.text, self.here.at, f"it is nested more than {DEEPEST} deep")
        try:
            if self.word("not"):
                return Not(self.one())
            if self.mark("("):
                return self.closed(self.either)
            return self.leaf()
        finally:
            self.deep -= 1

    def closed(self, read: Callable[[], Rule]) -> Rule:
        found = read()
        if not self.mark(")"):
            raise self.bad(")")
        return found

    def leaf(self) -> Rule:
        if self.word("trait"):
            where = self.where()
            return Trait(where, self.condition() if self.word("over") else Condition())
        if self.word("in", "segment"):
            return InSegment(self.name("the id of a segment"))
        if self.word("customer", "in"):
            return Listed(self.ids())
        return self.windowed(self.looked())

    def looked(self) -> Windowed:
        """What looks at events, without the window behind it."""
        if self.word("did"):
            return self.did()
        if self.word("share", "of"):
            return self.share()
        if self.word("sequence"):
            return self.sequence()
        for kind in AMOUNTS:
            if self.word(kind):
                return self.amount(kind)
        for which in ("first", "latest"):
            if self.word(which):
                return Moment(which, self.condition())
        raise self.bad("a rule")

    def did(self) -> Did:
        found = Did(self.condition())
        while self.word("at"):
            if self.word("least") and found.at_least is None:
                found = replace(found, at_least=self.number(0))
            elif self.word("most") and found.at_most is None:
                found = replace(found, at_most=self.number(0))
            else:
                raise self.bad("least or most")
            self.need("times")
        return found

    def share(self) -> Share:
        of = self.condition()
        self.need("that", "are")
        what = self.condition()
        self.need("at", "least")
        return Share(what, of, self.number(0, 1))

    def amount(self, kind: str) -> Amount:
        name = self.name("the name of a property")
        of = self.condition() if self.word("over") else Condition()
        if self.here.kind != "operator":
            raise self.bad("a comparison")
        return Amount(kind, name, of, self.step().text, self.number())

    def sequence(self) -> Sequence:
        steps = [self.one_step(absent=False)]
        while self.mark(","):
            self.need("then")
            steps.append(self.one_step(absent=not steps[-1].absent and self.word("not")))
        if steps[-1].absent and steps[-1].within is None:
            raise self.bad("within, for what did not happen at the end,")
        return Sequence(tuple(steps))

    def one_step(self, *, absent: bool) -> Step:
        what, times, within = self.condition(), 1, None
        if not absent and self.here.kind == "number":
            count = self.number(1, 1000)
            if not isinstance(count, int):
                raise self.bad("a whole number of times")
            times = count
            self.need("times")
        if self.word("within"):
            within = self.length()
        return Step(what, times, within, absent)

    def windowed(self, rule: Windowed) -> Windowed:
        """The rule with the window that stands behind it."""
        begun, window = self.here, Window()
        if self.word("in", "last"):
            window = replace(window, in_last=self.length())
        if self.word("more", "than"):
            window = replace(window, ago=self.length())
            self.need("ago")
        if self.word("from"):
            window = replace(window, since=self.moment())
        if self.word("to"):
            window = replace(window, until=self.moment())
        said = empty_window(window)
        if said is not None:
            raise _bad(self.text, begun.at, said.rstrip("."))
        return replace(rule, window=window)

    def condition(self) -> Condition:
        """Which events: a name, what it says, on which day; or several of these."""
        self.deep += 1
        if self.deep > DEEPEST:
            raise _bad(self.text, self.here.at, f"it is nested more than {DEEPEST} deep")
        event = choices = day = None
        is_any = self.here.kind == "word" and self.here.text.lower() == "any"
        if not is_any and not self.word("anything"):
            event = self.name("the name of an event")
        if self.word("any", "of"):
            choices = self.choices()
        where = self.where() if self.word("where") else None
        if self.word("on"):
            day = parse_day(self.moment())
        self.deep -= 1
        return Condition(event, where, day, choices)

    def choices(self) -> tuple[Condition, ...]:
        if not self.mark("("):
            raise self.bad("(")
        found = [self.condition()]
        while self.mark(","):
            found.append(self.condition())
        if not self.mark(")"):
            raise self.bad(")")
        return tuple(found)

    def where(self) -> conditions.Tree:
        """A condition in round brackets, read by its own language."""
        if self.here.kind != "mark" or self.here.text != "(":
            raise self.bad("( and a condition")
        begun, deep = self.at, 1
        while deep:
            self.step()
            if self.here.kind == "end":
                raise self.bad(")")
            deep += {"(": 1, ")": -1}.get(self.here.text, 0) if self.here.kind == "mark" else 0
        inner = self.text[begun : self.here.at]
        try:
            found = conditions.parse(inner)
        except CestaError as error:
            raise CestaError(error.code, f"{error.message} (It begins at position {begun + 1}.)", error.hint) from error
        self.step()
        return found

    def ids(self) -> tuple[str, ...]:
        if not self.mark("("):
            raise self.bad("(")
        if self.mark(")"):
            return ()
        found = [self.literal()]
        while self.mark(","):
            found.append(self.literal())
        if not self.mark(")"):
            raise self.bad(")")
        return tuple(found)

    def literal(self) -> str:
        if self.here.kind != "text":
            raise self.bad("an id in single quotes")
        return self.step().text[1:-1].replace("''", "'")

    def name(self, wanted: str) -> str:
        if self.here.kind == "quoted":
            return self.step().text[1:-1].replace('""', '"')
        if self.here.kind == "word" and self.here.text.lower() not in RESERVED:
            return self.step().text
        raise self.bad(wanted)

    def number(self, low: float = -1e15, high: float = 1e15) -> Number:
        if self.here.kind != "number":
            raise self.bad("a number")
        value = float(self.here.text)
        if not low <= value <= high:
            raise self.bad(f"a number from {low:g} to {high:g}")
        text = self.step().text
        return value if any(mark in text for mark in ".eE") else int(text)

    def length(self) -> int:
        if self.here.kind != "length":
            raise self.bad('a length of time such as "30d"')
        try:
            found = duration(self.here.text)
        except CestaError as error:
            raise _bad(self.text, self.here.at, error.message.rstrip(".")) from error
        self.step()
        return found

    def moment(self) -> str:
        if self.here.kind != "moment":
            raise self.bad('a day such as "2024-03-20"')
        try:
            (parse_day if is_day(self.here.text) else parse_instant)(self.here.text)
        except CestaError as error:
            raise _bad(self.text, self.here.at, error.message.rstrip(".")) from error
        return self.step().text
