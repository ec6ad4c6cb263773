"""What stands around an event becomes properties of their own kind, whatever the client puts there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.protocols.context import ALONE, PARTS, PREFIX, context_properties

CONTEXT = {
    "page": {"url": "https://shop.example/a?utm_source=x", "path": "/a", "referrer": "", "tab": "https://t"},
    "campaign": {"source": "x", "medium": "mail"},
    "userAgent": "Mozilla/5.0",
    "ip": "192.0.2.1",
    "consent": {"categoryPreferences": {"ads": False, "needed": True}},
}


def test_the_page_the_campaign_the_device_and_consent_are_kept_and_the_address_is_not() -> None:
    assert context_properties({"context": CONTEXT}) == {
        "context.page.url": "https://shop.example/a?utm_source=x",
        "context.page.path": "/a",
        "context.campaign.source": "x",
        "context.campaign.medium": "mail",
        "context.userAgent": "Mozilla/5.0",
        "context.consent.ads": False,
        "context.consent.needed": True,
    }


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.dictionaries(st.sampled_from([*PARTS, *ALONE, "url", "consent", "categoryPreferences"]), inner),
)


@given(values)
def test_whatever_stands_there_does_no_harm(context: object) -> None:
    found = context_properties({"context": context})
    assert all(name.startswith(PREFIX) and value not in ("", None) for name, value in found.items())
