"""The map's YAML inside other files: found again as it was, whatever it says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.exchange.carried import in_html, in_markdown, read_html, read_markdown
from cesta.exchange.yaml_text import yaml_of
from cesta.model.errors import CestaError

TEXTS = st.sampled_from(["</script><b>", "```", "````\nyaml", "-->", "&lt;", "ąčя", "a: b # c"])


@settings(max_examples=25)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_nothing_in_a_text_ends_its_block(parts: list[str]) -> None:
    data = {"id": "x", "notes": "\n".join(parts)}
    assert read_html(f"<html>{in_html(yaml_of(data))}</html>".encode()) == data
    assert read_markdown(f"# A\n\n{in_markdown(yaml_of(data))}\n\nend".encode()) == data


def test_a_file_without_a_map_is_told() -> None:
    with pytest.raises(CestaError) as told:
        read_html(b"<html></html>")
    assert told.value.code == "no_map_inside"
