"""What a shared page may do in a browser, and which shares are refused."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from cesta.accounts.shares import Share, ShareWanted
from cesta.api.sharing import check, page, policy, shown
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace


def test_the_policy_fits_the_page(workspace: Workspace) -> None:
    share = Share("s", "buy-clothes", None, "pl", True, ("https://wiki.example",), "Jana", 0, 1, None)
    html = page(workspace, share)
    (style,) = re.findall("<style>(.*?)</style>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in policy(share.frames)
    assert policy(share.frames).endswith("frame-ancestors https://wiki.example")
    assert policy(()).endswith("frame-ancestors 'none'")
    assert "cesta-map" not in html
    assert "style=" not in html
    assert shown(share).expires == "1970-01-01T00:00:00.000001Z"


@pytest.mark.parametrize(
    "wanted",
    [
        ShareWanted("nothing", 1),
        ShareWanted("buy-clothes", 1, language="de"),
        ShareWanted("buy-clothes", 1, segment="nobody"),
        ShareWanted("buy-clothes", 1, frames=("*",)),
        ShareWanted("buy-clothes", 1, frames=("https://a.example; script-src *",)),
    ],
)
def test_what_cannot_be_shared(workspace: Workspace, wanted: ShareWanted) -> None:
    with pytest.raises(CestaError):
        check(workspace, wanted)
