"""A wish is kept until the job begins, and one made meanwhile is for the run after."""

from __future__ import annotations

from cesta.api.rota import Rota


def test_a_wish_is_fulfilled_by_the_next_run_only() -> None:
    rota = Rota()
    assert not rota.wants("a")
    rota.want("a")
    assert (rota.wants("a"), rota.runs("a")) == (True, False)
    with rota.running("a"):
        assert (rota.wants("a"), rota.runs("a"), rota.runs("b")) == (False, True, False)
        rota.want("a")
    assert (rota.wants("a"), rota.runs("a")) == (True, False)


def test_what_fails_runs_no_longer() -> None:
    rota = Rota()
    try:
        with rota.running("a"):
            raise OSError
    except OSError:
        pass
    assert not rota.runs("a")
