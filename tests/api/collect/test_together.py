"""Requests that wait are begun together and finished together, and each gets its own answer."""

from __future__ import annotations

import asyncio
import threading

import pytest

from cesta.api.collect.route import Answer, Later
from cesta.api.collect.together import MOST, Together
from cesta.model.errors import CestaError


def test_what_waits_meanwhile_is_begun_before_any_of_it_is_finished() -> None:
    told: list[str] = []
    go = threading.Event()

    def first() -> Answer:
        assert go.wait(10)
        return Answer(b"first")

    def later(number: int) -> Later:
        told.append(f"begun {number}")

        def finish() -> Answer:
            told.append(f"finished {number}")
            return Answer(str(number).encode())

        return finish

    async def send() -> list[Answer]:
        together = Together()
        # Both threads are busy while the others come.
        busy = [asyncio.create_task(together.handled(first, 1)) for _ in range(2)]
        await asyncio.sleep(0.01)
        others = [asyncio.create_task(together.handled(lambda n=n: later(n), MOST // 3)) for n in range(3)]  # type: ignore[misc]
        await asyncio.sleep(0.01)
        go.set()
        return await asyncio.gather(*busy, *others)

    assert [each.body for each in asyncio.run(send())] == [b"first", b"first", b"0", b"1", b"2"]
    assert told[0] == "begun 0"
    assert told.index("finished 0") > told.index("begun 1"), "two of them came together"


def test_an_error_is_told_to_whom_it_belongs_and_to_nobody_else() -> None:
    def refuse() -> Answer:
        raise CestaError("busy", "No.", None)

    def fail() -> Answer:
        raise ValueError("late")

    async def send() -> list[Answer | BaseException]:
        together = Together()
        begun = (refuse, lambda: fail, lambda: Answer(b"fine"))
        return await asyncio.gather(*(together.handled(each, 1) for each in begun), return_exceptions=True)

    refused, failed, fine = asyncio.run(send())
    assert isinstance(refused, CestaError)
    assert isinstance(failed, ValueError)
    assert fine == Answer(b"fine")


def test_whoever_left_is_not_told(recwarn: pytest.WarningsRecorder) -> None:
    go = threading.Event()

    def slow() -> Answer:
        assert go.wait(10)
        return Answer(b"slow")

    async def send() -> Answer:
        together = Together()
        left = asyncio.create_task(together.handled(slow, 1))
        await asyncio.sleep(0.01)
        left.cancel()
        go.set()
        return await together.handled(lambda: Answer(b"next"), 1)

    assert asyncio.run(send()) == Answer(b"next")
    assert not recwarn.list
