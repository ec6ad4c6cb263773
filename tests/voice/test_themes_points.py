"""Places of meanings: the same said in two languages is nearer than something else said in one."""

from __future__ import annotations

import numpy as np

from cesta.voice.themes_points import points_of, without_language

SAID = {
    "late": (
        "Paczka nie przyszła na czas.",
        "Balík nepřišel včas.",
        "Посылка не пришла вовремя.",
        "The parcel was late.",
    ),
    "rude": ("Sprzedawca był niemiły.", "Prodavač byl nepříjemný.", "Продавец был груб.", "The salesman was rude."),
}


def test_what_is_said_is_nearer_than_the_language() -> None:
    points = points_of([*SAID["late"], *SAID["rude"], SAID["late"][0]])
    assert np.allclose((points**2).sum(axis=1), 1, atol=1e-4)
    assert np.array_equal(points[0], points[8])
    late, rude = points[:4], points[4:8]
    for at in range(4):
        others = [to for to in range(4) if to != at]
        assert (late[at] @ late[others].T).mean() > late[at] @ rude[at]
        assert (rude[at] @ rude[others].T).mean() > rude[at] @ late[at]


def test_no_texts_have_no_places() -> None:
    assert points_of([]).shape == (0, 384)
    assert np.isfinite(without_language(np.zeros((2, 384), np.float32))).all()
