"""Roles, scopes, and who somebody is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cesta.model.errors import unknown

Role = Literal["owner", "editor", "analyst", "agent", "viewer"]
Scope = Literal["read", "ask", "write", "admin"]
Via = Literal["machine", "command", "session", "token"]

ROLES: tuple[Role, ...] = ("owner", "editor", "analyst", "agent", "viewer")
"""owner: everything. editor: data and documents. analyst: asks, and sees customers. agent: maps, and one customer at a
time. viewer: maps and numbers, nobody in particular.
"""
SCOPES: tuple[Scope, ...] = ("read", "ask", "write", "admin")
"""What a token may do of what its person may: look, ask questions and SQL, change, manage people."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody, as a request or a command shows them.

    id: of their account, "" for whoever sits at the machine before there is one. via: at the machine without a
    password, a command on it, a session of the browser, or a token. session: the id of that session or token.
    scopes: what a token may do; all for everybody else.
    """

    id: str
    name: str
    role: Role
    via: Via
    session: str = ""
    scopes: frozenset[Scope] = frozenset(SCOPES)

    @property
    def at_the_machine(self) -> bool:
        """Whoever may read the machine's own files anyway."""
        return self.via in ("machine", "command")


AT_THE_MACHINE = Who("", "", "owner", "machine")
A_COMMAND = Who("", "", "owner", "command")


def role_of(text: str) -> Role:
    """Raises unknown_role."""
    if text not in ROLES:
        raise unknown("unknown_role", "role", text, ROLES)
    return text


def scope_of(text: str) -> Scope:
    """Raises unknown_scope."""
    if text not in SCOPES:
        raise unknown("unknown_scope", "scope", text, SCOPES)
    return text
