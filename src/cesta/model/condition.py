"""The language of conditions on properties: text to tree and back, with the place of every mistake."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from cesta.model.errors import CestaError, brief

Literal = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Compare:
    """property operator value, operator one of = != < <= > >=."""

    name: str
    operator: str
    value: Literal


@dataclass(frozen=True, slots=True)
class OneOf:
    """The property has one of these values."""

    name: str
    values: tuple[Literal, ...]


@dataclass(frozen=True, slots=True)
class Like:
    """The property is text of this shape: % any text, _ any one character."""

    name: str
    pattern: str


@dataclass(frozen=True, slots=True)
class IsSet:
    """The property is there, or (`there` false) is not."""

    name: str
    there: bool


@dataclass(frozen=True, slots=True)
class Not:
    item: Tree


@dataclass(frozen=True, slots=True)
class And:
    items: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Or:
    items: tuple[Tree, ...]


Tree = Compare | OneOf | Like | IsSet | Not | And | Or

_TOKEN = re.compile(
    r"""\s*(?:(?P<text>'(?:[^']|'')*')|(?P<quoted>"(?:[^"]|"")*")|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"""
    r"""|(?P<operator><=|>=|!=|=|<|>)|(?P<mark>[(),])|(?P<word>[^\W\d][\w.$:/-]*|\$[\w.$:/-]*))"""
)
_RESERVED = {"and", "or", "not", "in", "like", "is", "set", "true", "false"}
_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int


def _tokens(text: str) -> list[_Token]:
    tokens = []
    at = 0
    end = len(text.rstrip())
    while at < end:
        found = _TOKEN.match(text, at)
        if found is None:
            at += len(text[at:]) - len(text[at:].lstrip())
            raise _bad(text, at, f"{text[at : at + 10]!r} is not understood")
        kind = str(found.lastgroup)
        start = found.start(kind)
        tokens.append(_Token(kind, found[kind], start))
        at = found.end()
    return [*tokens, _Token("end", "", len(text))]


def _bad(text: str, at: int, what: str) -> CestaError:
    return CestaError(
        "bad_condition",
        f"Cannot read the condition {brief(text)} at position {at + 1}: {what}.",
        "Write it as browser = 'Safari' and price > 10 and colour is not set.",
    )


class _Reader:
    """Reads one condition; `deep` guards against texts made of nothing but brackets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)
        self.place = 0
        self.deep = 0

    @property
    def here(self) -> _Token:
        return self.tokens[self.place]

    def bad(self, wanted: str) -> CestaError:
        found = repr(self.here.text) if self.here.text else "the end"
        return _bad(self.text, self.here.at, f"{wanted} was expected, not {found}")

    def word(self, word: str) -> bool:
        """Steps over this word, if it comes next."""
        if self.here.kind == "word" and self.here.text.lower() == word:
            self.place += 1
            return True
        return False

    def mark(self, mark: str) -> bool:
        if self.here.kind == "mark" and self.here.text == mark:
            self.place += 1
            return True
        return False

    def whole(self) -> Tree:
        tree = self.either()
        if self.here.kind != "end":
            raise self.bad("and, or, or the end")
        return tree

    def either(self) -> Tree:
        items = self.chain("or", self.both)
        return items[0] if len(items) == 1 else Or(tuple(items))

    def both(self) -> Tree:
        items = self.chain("and", self.one)
        return items[0] if len(items) == 1 else And(tuple(items))

    def chain(self, word: str, read: Callable[[], Tree]) -> list[Tree]:
        items = [read()]
        while self.word(word):
            items.append(read())
        return items

    def one(self) -> Tree:
        self.deep += 1
        if self.deep > _DEEPEST:
            raise _bad(self.text, self.here.at, f"it is nested more than {_DEEPEST} deep")
        try:
            if self.word("not"):
                return Not(self.one())
            if self.mark("("):
                inside = self.either()
                if not self.mark(")"):
                    raise self.bad(")")
                return inside
            return self.term()
        finally:
            self.deep -= 1

    def term(self) -> Tree:
        name = self.name()
        token = self.here
        if token.kind == "operator":
            self.place += 1
            return Compare(name, token.text, self.literal())
        if self.word("is"):
            there = not self.word("not")
            if not self.word("set"):
                raise self.bad("set")
            return IsSet(name, there)
        if self.word("like"):
            return self.like(name)
        if self.word("in"):
            return self.listed(name)
        raise self.bad("a comparison")

    def name(self) -> str:
        token = self.here
        if token.kind == "quoted":
            self.place += 1
            return token.text[1:-1].replace('""', '"')
        if token.kind == "word" and token.text.lower() not in _RESERVED:
            self.place += 1
            return token.text
        raise self.bad("the name of a property")

    def like(self, name: str) -> Tree:
        pattern = self.literal() if self.here.kind == "text" else None
        if not isinstance(pattern, str):
            raise self.bad("text in single quotes")
        return Like(name, pattern)

    def listed(self, name: str) -> Tree:
        if not self.mark("("):
            raise self.bad("(")
        values = [self.literal()]
        while self.mark(","):
            values.append(self.literal())
        if not self.mark(")"):
            raise self.bad(")")
        return OneOf(name, tuple(values))

    def literal(self) -> Literal:
        token = self.here
        if token.kind == "text":
            self.place += 1
            return token.text[1:-1].replace("''", "'")
        if token.kind == "number":
            self.place += 1
            return _number(self.text, token)
        for word in ("true", "false"):
            if self.word(word):
                return word == "true"
        raise self.bad("a value")


def _number(text: str, token: _Token) -> int | float:
    if len(token.text) > 400:
        raise _bad(text, token.at, "the number is too long")
    value = float(token.text)
    if value in (float("inf"), float("-inf")):
        raise _bad(text, token.at, "the number is too large")
    return value if any(mark in token.text for mark in ".eE") else int(token.text)


def parse(text: str) -> Tree:
    """The tree of a condition.

    >>> parse("price > 10")
    Compare(name='price', operator='>', value=10)
    """
    return _Reader(text).whole()


def show(tree: Tree) -> str:
    """The text of a tree; `parse(show(tree))` is the tree again.

    >>> show(parse("a = 'x' AND (b is not set or not c like '%y')"))
    "a = 'x' and (b is not set or not c like '%y')"
    """
    match tree:
        case Compare(name, operator, value):
            return f"{_show_name(name)} {operator} {_show_literal(value)}"
        case OneOf(name, values):
            return f"{_show_name(name)} in ({', '.join(map(_show_literal, values))})"
        case Like(name, pattern):
            return f"{_show_name(name)} like {_show_literal(pattern)}"
        case IsSet(name, there):
            return f"{_show_name(name)} is {'' if there else 'not '}set"
        case Not(item):
            return f"not {_inside(item)}"
        case And(items):
            return " and ".join(map(_inside, items))
        case Or(items):
            return " or ".join(map(_inside, items))


def _inside(tree: Tree) -> str:
    return f"({show(tree)})" if isinstance(tree, And | Or) else show(tree)


def _show_name(name: str) -> str:
    bare = re.fullmatch(r"[^\W\d][\w.$:/-]*", name) and name.lower() not in _RESERVED
    return name if bare else '"' + name.replace('"', '""') + '"'


def _show_literal(value: Literal) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else repr(value)


def properties(tree: Tree) -> frozenset[str]:
    """The names of the properties that a condition looks at."""
    match tree:
        case And(items) | Or(items):
            return frozenset[str]().union(*map(properties, items))
        case Not(item):
            return properties(item)
        case _:
            return frozenset({tree.name})
