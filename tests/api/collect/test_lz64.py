"""What LZString compressed is read as its authors' own program reads it."""

from __future__ import annotations

import contextlib
import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.api.collect.lz64 import decompressed
from cesta.model.errors import CestaError

WEB = Path(__file__).resolve().parents[3] / "web"
COMPRESS = (
    "const z=require('lz-string');console.log(JSON.stringify(JSON.parse(process.argv[1]).map(z.compressToBase64)))"
)
TEXTS = ["", "a", "aaaa", '{"event":"zażółć 😀 корзина"}', "ab" * 4000, "".join(chr(code) for code in range(32, 9000))]


def test_texts_come_back() -> None:
    told = subprocess.run(
        ["node", "-e", COMPRESS, json.dumps(TEXTS)], cwd=WEB, capture_output=True, text=True, check=True
    )
    assert [decompressed(each.encode(), 1_000_000).decode() for each in json.loads(told.stdout)] == TEXTS


@given(st.binary(max_size=60) | st.text("ABCDEFGHIwxyz0189+/=", max_size=60).map(str.encode))
def test_anything_else_is_refused_or_read_but_never_more_than_may_be(body: bytes) -> None:
    with contextlib.suppress(CestaError):
        assert len(decompressed(body, 50).decode()) <= 50


def test_a_text_that_grows_too_large_is_refused() -> None:
    told = subprocess.run(
        ["node", "-e", COMPRESS, json.dumps(["a" * 5000])], cwd=WEB, capture_output=True, text=True, check=True
    )
    with pytest.raises(CestaError, match="larger"):
        decompressed(json.loads(told.stdout)[0].encode(), 4000)
