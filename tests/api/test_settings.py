"""A setting's last word: option, then environment, then cesta.yaml."""

from __future__ import annotations

from cesta.api.settings import setting_views, shown
from cesta.store.workspace import Workspace


def test_each_setting_says_where_it_comes_from(workspace: Workspace) -> None:
    views = setting_views(workspace.root, {"CESTA_PORT": "9001", "CESTA_MIN_N": "7"}, {"port": 9002})
    found = {view.name: (view.value, view.origin) for view in views}
    assert found["port"] == ("9002", "option --port")
    assert found["min_n"] == ("7", "environment CESTA_MIN_N")
    assert found["name"] == ("The small shop", "cesta.yaml")
    assert found["host"] == ("127.0.0.1", "default")
    assert all(view.meaning for view in views)


def test_a_list_is_shown_as_words() -> None:
    assert (shown(("en", "pl")), shown(30)) == ("en, pl", "30")
