"""What systems hear of who someone is: resolved, it comes near the truth, nearer when shared devices are set aside."""

from __future__ import annotations

import pytest

from cesta.identity.claims import Claim
from cesta.identity.decisions import Decision, decided
from cesta.identity.resolver import Resolver
from cesta.samples.retail.customers import customer_id
from cesta.samples.retail.events import Walker, World
from cesta.samples.retail.heard import SHOP_MAIL, Heard, heard

CUSTOMERS = 400


def events(noise: int, seed: int = 977) -> list[Heard]:
    return sorted(heard(Walker(World(seed=seed, noise=noise)).block(0, CUSTOMERS)), key=lambda event: event.time)


def resolved(said: list[Heard], shared: list[Decision]) -> Resolver:
    resolver = Resolver(decided=decided(shared))
    for number, event in enumerate(said):
        resolver.hear(Claim(f"m{number}", event.time, "shop", str(number), event.ids))
    return resolver


def wrong(resolver: Resolver, said: list[Heard]) -> int:
    """Pairs of persons who are one although they have names of their own, or whose card or address is another's."""
    owners = {f"{kind}:{value}": event.person for event in said for kind, value in event.ids if kind == "card"}
    names = {customer_id(event.person): event.person for event in said} | owners
    found = 0
    for group in resolver.groups():
        persons = {names[key] for key in group.ids if key in names}
        found += len(persons) * (len(persons) - 1) // 2
    return found


@pytest.mark.parametrize("noise", [0, 1, 2])
def test_the_shop_is_resolved(noise: int) -> None:
    said = events(noise)
    plain = resolved(said, [])
    proposals = plain.refused.proposals(2)
    shared = [Decision(n, "shared", ((each.id,),), 0, "", 0) for n, each in enumerate(proposals)]
    limited = resolved(said, shared)
    several = sum(len(group.ids) > 2 for group in plain.groups())
    assert several > CUSTOMERS / 4
    assert wrong(limited, said) <= wrong(plain, said) <= CUSTOMERS // 50
    assert not any(key.endswith("undefined") for key in plain.known)


def test_devices_of_families_are_found() -> None:
    said = events(0)
    people: dict[str, set[str]] = {}
    for event in said:
        ids = dict(event.ids)
        if "anonymous_id" in ids and "user_id" in ids:
            people.setdefault(ids["anonymous_id"], set()).add(ids["user_id"])
    families = {device for device, users in people.items() if len(users) > 1}
    found = {each.id.key for each in resolved(said, []).refused.proposals(2)}
    assert families
    assert families <= found


def test_a_world_depends_on_its_seed_and_noise_alone() -> None:
    assert events(1) == events(1)
    assert events(1) != events(1, seed=978)
    assert {kind for event in events(1) for kind, _ in event.ids} == {
        "user_id",
        "anonymous_id",
        "email",
        "phone",
        "card",
    }
    assert any(SHOP_MAIL in dict(event.ids).values() for event in events(2))
    assert not any(SHOP_MAIL in dict(event.ids).values() for event in events(1))
