"""What was written and the themes in it: kept while nothing changes, and forgotten when somebody is erased."""

from __future__ import annotations

from pathlib import Path

from cesta.ingest.door import accept
from cesta.maps.themes_heard import found, heard, themes_said
from cesta.store.erasing import erase
from cesta.store.workspace import Workspace
from cesta.voice.meanings import meanings_of

TEXTS = [
    *("Jedna kasa otwarta i kolejka na pół sklepu.", "Kolejka do kasy na pół godziny.", "Очередь на кассе полчаса."),
    *("Otevřená jedna pokladna a fronta přes celý obchod.", "One till open and a queue across the whole shop."),
    *("Nie mogę zalogować się do aplikacji, hasło niby błędne.", "После обновления не могу войти в приложение."),
    *("Po aktualizaci se nemůžu přihlásit do aplikace.", "Can't log in to the app, it says wrong password."),
    *("can't log in since the update", "😍"),
]


def event(n: int, text: str) -> dict[str, object]:
    return {"event": "review", "customer": f"w{n}", "ts": f"2026-01-{n + 1:02}T10:00:00Z", "props": {"text": text}}


def test_themes_last_until_somebody_is_erased(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        assert heard(workspace) is None
        accept(workspace, [event(n, text) for n, text in enumerate(TEXTS)], "web")
        given = heard(workspace)
        assert given is not None
        assert given is heard(workspace)
        known = found(workspace, given)
        assert known is not None
        of, seen = themes_said(given, known)
        said = {given.texts[text]: int(theme) for text, theme in zip(given.said.text, of, strict=True)}
        assert len({said[text] for text in TEXTS[:5]}) == len({said[text] for text in TEXTS[5:10]}) == 1
        assert said[TEXTS[0]] != said[TEXTS[5]]
        assert (said["😍"], int(seen.sum())) == (-1, 10)
        meanings_of(workspace).beside = True
        assert found(workspace, given) is known
        # Words of somebody who is erased are not shown until themes were looked for without her.
        erase(workspace, ["w0"])
        given = heard(workspace)
        assert given is not None
        assert found(workspace, given) is None
