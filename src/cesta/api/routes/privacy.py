"""How long events are kept, what people allowed, and of whom nothing is taken."""

from __future__ import annotations

from dataclasses import dataclass

from litestar import get, post
from litestar.params import FromPath, FromQuery, JSONBody

from cesta.api.gate import now
from cesta.api.served import TheServed
from cesta.privacy.consent import ConsentView, Spoken, Suppressed, consent, consents_hers, lift, suppress, write_down
from cesta.privacy.retention import Retention, expire, look
from cesta.profiles.consents import Consent
from cesta.store.removing import RemovedEvents


@get("/api/retention", sync_to_thread=True)
def retention(served: TheServed, lang: FromQuery[str] = "en") -> Retention:
    """The rules of privacy.yaml, and how many events each would remove now."""
    return look(served.workspace, now(), lang)


@post("/api/retention", sync_to_thread=True, status_code=200)
def retire(served: TheServed) -> RemovedEvents:
    """Remove now what was kept long enough; a server does so once a day by itself."""
    return expire(served.workspace, now())


@dataclass(frozen=True, slots=True)
class SuppressedWanted:
    """ids: an id of each customer is enough."""

    ids: list[str]


@get("/api/customers/{customer:str}/consents", sync_to_thread=True)
def consents_of_one(served: TheServed, customer: FromPath[str], lang: FromQuery[str] = "en") -> tuple[Consent, ...]:
    """To what one customer agreed, purpose by purpose, with when, source and proof."""
    return consents_hers(served.workspace, customer, lang)


@post("/api/customers/{customer:str}/consents", sync_to_thread=True, status_code=200)
def write_consent_down(
    served: TheServed, customer: FromPath[str], data: JSONBody[Spoken], lang: FromQuery[str] = "en"
) -> tuple[Consent, ...]:
    """Write down what one customer told you of a purpose now; what she says later takes its place."""
    return write_down(served.workspace, customer, data, lang)


@get("/api/consent", sync_to_thread=True)
def what_is_allowed(served: TheServed, lang: FromQuery[str] = "en") -> ConsentView:
    """What people allowed by purpose, and how many messages were not kept for want of it."""
    return consent(served.workspace, lang)


@post("/api/suppressions", sync_to_thread=True, status_code=200)
def suppress_customers(served: TheServed, data: JSONBody[SuppressedWanted]) -> Suppressed:
    """Take nothing more that names these customers; what is there stays."""
    return suppress(served.workspace, data.ids)


@post("/api/suppressions/lift", sync_to_thread=True, status_code=200)
def lift_suppressions(served: TheServed, data: JSONBody[SuppressedWanted]) -> Suppressed:
    """Take again what names these customers."""
    return lift(served.workspace, data.ids)


ROUTES = (
    retention,
    retire,
    what_is_allowed,
    consents_of_one,
    write_consent_down,
    suppress_customers,
    lift_suppressions,
)
