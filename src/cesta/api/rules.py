"""Who may call what: every route with the roles that it lets in, what a token needs, and whether it is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cesta.accounts.roles import ROLES, Role, Scope, Who
from cesta.model.errors import CestaError

ALL = ROLES
SEEING: tuple[Role, ...] = ("owner", "editor", "analyst", "agent")
ASKING: tuple[Role, ...] = ("owner", "editor", "analyst")
SERVING: tuple[Role, ...] = ("owner", "editor", "agent")
EDITING: tuple[Role, ...] = ("owner", "editor")
OWNING: tuple[Role, ...] = ("owner",)


@dataclass(frozen=True, slots=True)
class Rule:
    """roles: who may; None: anybody, also who has not signed in. scope: what a token needs; None: no token may.

    recorded: it is written down who did it. customer: the part of the path that is a customer's id.
    """

    roles: tuple[Role, ...] | None
    scope: Scope | None = None
    recorded: bool = False
    customer: str = ""


OPEN = Rule(None)
LOOK = Rule(ALL, "read")
LOOK_INSIDE = Rule(ASKING, "read")
SEE_PEOPLE = Rule(ASKING, "read", recorded=True)
ASK = Rule(ASKING, "ask")
TAKE_OUT = Rule(ASKING, "ask", recorded=True)
CHANGE = Rule(EDITING, "write", recorded=True)
REMARK = Rule(ASKING, "write", recorded=True)
MANAGE = Rule(OWNING, "admin", recorded=True)
ONES_OWN = Rule(ALL, recorded=True)

RULES: Mapping[str, Rule] = {
    # The screen itself, and signing in.
    "GET /": OPEN,
    "GET /{path}": OPEN,
    "GET /health": OPEN,
    "GET /ready": OPEN,
    "GET /api/me": OPEN,
    "POST /api/me/sign-in": OPEN,
    "POST /api/me/sign-out": OPEN,
    "POST /api/me/forgotten": OPEN,
    "POST /api/me/link": OPEN,
    "POST /api/me/link/use": OPEN,
    # What is one's own.
    "POST /api/me/begin": Rule(OWNING, recorded=True),
    "POST /api/me/password": ONES_OWN,
    "GET /api/me/access": Rule(ALL),
    "POST /api/me/tokens": ONES_OWN,
    "DELETE /api/me/tokens/{token}": ONES_OWN,
    "DELETE /api/me/sessions/{session}": ONES_OWN,
    # Maps and numbers: nobody in particular.
    "GET /api/workspace": LOOK,
    "GET /api/workspaces": LOOK,
    "GET /api/live": LOOK,
    "GET /api/first-hour": LOOK,
    "GET /api/segments": LOOK,
    "GET /api/segments/live": LOOK,
    "GET /api/segments/{segment}/trend": LOOK,
    "GET /api/segments/families": LOOK_INSIDE,
    "POST /api/segments/preview": TAKE_OUT,
    "POST /api/segments": CHANGE,
    "GET /api/maps": LOOK,
    "GET /api/atlas": LOOK,
    "GET /api/atlas/{map_id}": LOOK,
    "GET /api/maps/{map_id}": LOOK,
    "GET /api/maps/{map_id}/hidden": LOOK,
    "GET /api/maps/{map_id}/voices": LOOK,
    "GET /api/themes": LOOK,
    "GET /api/themes/texts": LOOK,
    "GET /api/maps/{map_id}/compared": LOOK,
    "GET /api/maps/{map_id}/segments": LOOK,
    "GET /api/maps/{map_id}/deviations": LOOK,
    "GET /api/maps/{map_id}/barriers": LOOK,
    "GET /api/maps/{map_id}/moods": LOOK,
    "GET /api/maps/{map_id}/friction": LOOK,
    "GET /api/maps/{map_id}/drivers": LOOK,
    "GET /api/barriers": LOOK,
    "GET /api/maps/{map_id}/proposals": LOOK,
    "POST /api/maps/{map_id}/proposals/{key}/dismiss": CHANGE,
    "GET /api/maps/{map_id}/drift": LOOK,
    "GET /api/maps/{map_id}/document": LOOK,
    "GET /api/surveys": LOOK,
    "GET /api/surveys/{survey}/results": LOOK,
    "GET /api/maps/{map_id}/draft": LOOK_INSIDE,
    "GET /api/maps/{map_id}/steps": LOOK_INSIDE,
    "GET /api/maps/{map_id}/versions": LOOK_INSIDE,
    "GET /api/maps/{map_id}/changes": LOOK_INSIDE,
    "GET /api/maps/{map_id}/remarks": LOOK_INSIDE,
    "GET /api/standing": LOOK,
    "GET /api/channels": LOOK,
    "GET /api/tasks": Rule(SEEING, "read"),
    "GET /api/tasks/{task}/steps": Rule(SEEING, "read"),
    "POST /api/tasks": Rule(ASKING, "write", recorded=True),
    "POST /api/tasks/{task}": Rule(ASKING, "write", recorded=True),
    "GET /api/opportunities": LOOK,
    "POST /api/opportunities": CHANGE,
    "POST /api/opportunities/{opportunity}/task": CHANGE,
    "GET /api/alerts": LOOK_INSIDE,
    "GET /api/alerts/history": LOOK_INSIDE,
    "GET /api/alerts/documents": LOOK_INSIDE,
    "POST /api/alerts/documents": CHANGE,
    "POST /api/alerts/try": CHANGE,
    "GET /api/alerts/places": LOOK_INSIDE,
    "GET /api/alerts/digest": LOOK_INSIDE,
    "POST /api/alerts/look": CHANGE,
    "POST /api/alerts/places": MANAGE,
    "GET /api/kpis": LOOK,
    "GET /api/kpis/{kpi}": LOOK,
    "GET /api/kpis/{kpi}/splits": LOOK,
    "GET /api/maps/{map_id}/kpis": LOOK,
    "GET /api/kpis/usual": LOOK_INSIDE,
    "POST /api/kpis": CHANGE,
    "POST /api/kpis/usual": CHANGE,
    "GET /api/questions": LOOK,
    "GET /api/questions/{question}": LOOK,
    "GET /metrics": LOOK,
    "POST /api/ask": Rule(ALL, "ask"),
    "POST /api/tables": Rule(ALL, "ask", recorded=True),
    # Customers and their events.
    "GET /api/customers/{customer}": Rule(SEEING, "read", recorded=True, customer="customer"),
    "GET /api/customers/{customer}/profile": Rule(SEEING, "read", recorded=True, customer="customer"),
    "GET /api/customers/{customer}/consents": Rule(SEEING, "read", recorded=True, customer="customer"),
    "POST /api/customers/{customer}/consents": Rule(SERVING, "write", recorded=True, customer="customer"),
    "GET /api/customers/{customer}/file": Rule(EDITING, "ask", recorded=True, customer="customer"),
    "GET /api/customers": SEE_PEOPLE,
    "GET /api/find": Rule(SEEING, "read", recorded=True),
    "GET /api/switches": LOOK,
    "GET /api/maps/{map_id}/behind": SEE_PEOPLE,
    "GET /api/recorded": SEE_PEOPLE,
    "GET /api/identity": SEE_PEOPLE,
    "GET /api/identity/merges": SEE_PEOPLE,
    "POST /api/identity/preview": SEE_PEOPLE,
    "GET /api/segments/changes": SEE_PEOPLE,
    "GET /api/segments/{segment}/members": SEE_PEOPLE,
    "GET /api/segments/{segment}/why": SEE_PEOPLE,
    "GET /api/sources/arriving": SEE_PEOPLE,
    "GET /api/set-aside/items": SEE_PEOPLE,
    "GET /api/surveys/{survey}/comments": SEE_PEOPLE,
    "GET /api/loads/{load}/changes": SEE_PEOPLE,
    "POST /api/sql": TAKE_OUT,
    "POST /api/sql/arrow": TAKE_OUT,
    # How the workspace is made.
    "GET /api/settings": LOOK_INSIDE,
    "GET /api/sources": LOOK_INSIDE,
    "GET /api/shop": LOOK_INSIDE,
    "GET /api/surveys/{survey}": LOOK_INSIDE,
    "POST /api/surveys/check": LOOK_INSIDE,
    "GET /api/jobs": LOOK_INSIDE,
    "GET /api/loads": LOOK_INSIDE,
    "GET /api/loads/jobs": LOOK_INSIDE,
    "GET /api/loads/jobs/{job}": LOOK_INSIDE,
    "GET /api/set-aside": LOOK_INSIDE,
    "GET /api/bin": LOOK_INSIDE,
    "GET /api/documents/{kind}/{document}/dependents": LOOK_INSIDE,
    "GET /api/groups": SEE_PEOPLE,
    "GET /api/personas": LOOK,
    "GET /api/hypotheses": LOOK,
    "POST /api/hypotheses": CHANGE,
    "GET /api/segments/{segment}/report": LOOK_INSIDE,
    "POST /api/groups": CHANGE,
    "GET /api/proposal": ASK,
    "POST /api/proposal": ASK,
    "POST /api/questions": Rule(ASKING, "write", recorded=True),
    # Data and documents.
    "POST /api/events": CHANGE,
    "POST /api/traits": CHANGE,
    "POST /api/maps": CHANGE,
    "GET /api/maps/{map_id}/file": LOOK,
    "POST /api/bring": Rule(EDITING, "write"),
    "GET /api/templates": LOOK,
    "POST /api/templates": CHANGE,
    "POST /api/templates/kept": CHANGE,
    "GET /api/maps/{map_id}/shares": LOOK_INSIDE,
    "POST /api/maps/{map_id}/shares": CHANGE,
    "DELETE /api/shares/{share}": CHANGE,
    "GET /shared/{secret}": OPEN,
    "POST /api/maps/{map_id}/edits": CHANGE,
    "POST /api/maps/{map_id}/undo": CHANGE,
    "POST /api/maps/{map_id}/publish": CHANGE,
    "POST /api/maps/{map_id}/restore": CHANGE,
    "POST /api/maps/{map_id}/remarks": REMARK,
    "POST /api/maps/{map_id}/remarks/{remark}/settle": REMARK,
    "DELETE /api/maps/{map_id}/remarks/{remark}": CHANGE,
    "POST /api/match": TAKE_OUT,
    "DELETE /api/documents/{kind}/{document}": CHANGE,
    "POST /api/bin/{entry}/restore": CHANGE,
    "POST /api/first-hour": CHANGE,
    "POST /api/samples/remove": CHANGE,
    "POST /api/loads": CHANGE,
    "POST /api/loads/guess": CHANGE,
    "DELETE /api/loads/jobs/{job}": CHANGE,
    "DELETE /api/loads/{load}": CHANGE,
    "POST /api/loads/{load}/restore": CHANGE,
    "POST /api/loads/{load}/decision": CHANGE,
    "PUT /api/uploads/{name}": CHANGE,
    "DELETE /api/uploads/{upload}": CHANGE,
    "POST /api/set-aside/preview": CHANGE,
    "POST /api/set-aside/repair": CHANGE,
    "POST /api/set-aside/edit": CHANGE,
    "POST /api/set-aside/replay": CHANGE,
    "POST /api/set-aside/dismiss": CHANGE,
    "POST /api/set-aside/bring-back": CHANGE,
    "POST /api/set-aside/drop-rule": CHANGE,
    "POST /api/sources/keys": CHANGE,
    "POST /api/sources/keys/{key}/revoke": CHANGE,
    "POST /api/sources/counting": CHANGE,
    "POST /api/sources/domains": CHANGE,
    "POST /api/sources/accounts": CHANGE,
    "POST /api/sources/plan": CHANGE,
    "POST /api/shop/pages": CHANGE,
    "POST /api/surveys": CHANGE,
    "POST /api/surveys/{survey}/links": CHANGE,
    "POST /api/identity/decisions": CHANGE,
    "POST /api/identity/rules": CHANGE,
    "POST /api/jobs/{job}/run": CHANGE,
    # People, and erasing.
    "POST /api/erasures": MANAGE,
    "GET /api/retention": LOOK_INSIDE,
    "POST /api/retention": MANAGE,
    "GET /api/consent": LOOK_INSIDE,
    "POST /api/suppressions": MANAGE,
    "POST /api/suppressions/lift": MANAGE,
    "GET /api/mail": Rule(OWNING, "admin"),
    "POST /api/mail": MANAGE,
    "POST /api/mail/off": MANAGE,
    "POST /api/mail/try": MANAGE,
    "GET /api/access/people": Rule(OWNING, "admin"),
    "POST /api/access/people": MANAGE,
    "POST /api/access/people/{person}/role": MANAGE,
    "POST /api/access/people/{person}/link": MANAGE,
    "GET /api/access/people/{person}/owned": Rule(OWNING, "admin"),
    "DELETE /api/access/people/{person}": MANAGE,
    "DELETE /api/access/sessions/{session}": MANAGE,
    "DELETE /api/access/tokens/{token}": MANAGE,
    "GET /api/access/record": MANAGE,
}
"""By method and path; a route that is not here lets nobody in. Addresses of clients' protocols take write keys only."""
DESCRIPTION = "/api/openapi"


def rule_of(method: str, path: str) -> Rule | None:
    """The rule of a route; None for one that has none."""
    if method == "GET" and (path == DESCRIPTION or path.startswith(f"{DESCRIPTION}/")):
        return LOOK
    return RULES.get(f"{method} {path}")


def check(rule: Rule | None, who: Who | None) -> None:
    """Raises not_signed_in, not_allowed."""
    if rule is None:
        raise CestaError("not_allowed", "No rule lets anybody in here.", "Routes and their rules: cesta.api.rules.")
    if rule.roles is None:
        return
    if who is None:
        raise CestaError(
            "not_signed_in",
            "This workspace opens only for people with access.",
            "Sign in, or show a token. Without any password it opens on its own machine alone.",
        )
    if who.role not in rule.roles:
        named = ", ".join(rule.roles)
        raise CestaError("not_allowed", f"This is not for the role {who.role}.", f"It takes one of: {named}.")
    if who.via == "token" and (rule.scope is None or rule.scope not in who.scopes):
        needed = f"It takes a token for: {rule.scope}." if rule.scope else "It takes a person who has signed in."
        raise CestaError("not_allowed", "This is not for this token.", needed)


def is_about_people(question: Mapping[str, object]) -> bool:
    """Whether a question asks for single customers, or about some that it names.

    >>> is_about_people({"analysis": "funnel", "behind": "/counts/0"})
    True
    >>> is_about_people({"analysis": "collapse", "per_customer": True})
    True
    >>> is_about_people({"params": {"segment": {"not": {"customers": ["ann"]}}}})
    True
    >>> is_about_people({"analysis": "funnel", "params": {"steps": ["visit"]}})
    False
    """
    asked = question.get("behind") is not None or bool(question.get("per_customer"))
    return asked or _names_customers(question.get("params"))


def _names_customers(part: object) -> bool:
    if isinstance(part, Mapping):
        return "customers" in part or any(map(_names_customers, part.values()))
    return isinstance(part, list) and any(map(_names_customers, part))


def may_see_people(who: Who | None) -> bool:
    """Whether single customers may be shown."""
    return who is not None and who.role in ASKING


def check_people(who: Who | None) -> None:
    """For a part of a route that tells of single customers. Raises not_allowed."""
    if not may_see_people(who):
        role = who.role if who is not None else "viewer"
        raise CestaError(
            "not_allowed", f"Single customers are not for the role {role}.", f"It takes one of: {', '.join(ASKING)}."
        )


def check_machine(who: Who | None) -> None:
    """For what reads files of the server's machine. Raises not_allowed."""
    if who is None or not who.at_the_machine:
        raise CestaError("not_allowed", "Files of the server's machine are not for you.", "Send them instead.")
