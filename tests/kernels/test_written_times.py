"""Times read in bulk are those that Python reads one by one; what the loop is sure of, Python says, too."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cesta.kernels.written_times import LOCAL, MOMENT, NO_TIME, UNSURE, read_times, steps_of, warm

EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - a clock on the wall
ISO = np.zeros(0, np.int64)


def bulk(text: str, steps: np.ndarray[tuple[int], np.dtype[np.int64]]) -> tuple[int, int]:
    data = text.encode()
    walls, found = np.zeros(1, np.int64), np.zeros(1, np.int8)
    read_times((np.frombuffer(data, np.uint8), np.array([0, len(data)])), steps, walls, found)
    return int(walls[0]), int(found[0])


def alone(text: str, shape: str | None) -> tuple[int, int]:
    text = text.strip()
    try:
        moment = datetime.fromisoformat(text) if shape is None else datetime.strptime(text, shape)  # noqa: DTZ007
    except ValueError:
        return 0, NO_TIME
    if moment.tzinfo is not None:
        return (moment - EPOCH.replace(tzinfo=UTC)) // timedelta(microseconds=1), MOMENT
    return (moment - EPOCH) // timedelta(microseconds=1), LOCAL


times = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31))  # noqa: DTZ001
broken = st.text(st.sampled_from("0123456789-:.TZ+ /é"), max_size=24)


@given(times, st.sampled_from(["", "Z", "+02:00", "-11", "+05:30"]), st.sampled_from("T "))
def test_iso_times_are_read(time: datetime, offset: str, between: str) -> None:
    text = time.isoformat(sep=between) + offset
    assert bulk(f" {text} ", ISO) == alone(text, None)


@pytest.mark.parametrize("text", ["2024-02-29", "2024-02-29 08:05", "2024-02-29T08:05:01.5", "0002-01-01"])
def test_shorter_iso_times_are_read(text: str) -> None:
    assert bulk(text, ISO) == alone(text, None)


SHAPES = ("%d.%m.%Y", "%d.%m.%Y %H:%M", "%m/%d/%y %H:%M:%S", "%Y%m%d%H%M", "%Y-%m-%dT%H:%M:%S.%f", "%d. %m. %Y")


@given(times, st.sampled_from(SHAPES), st.booleans())
def test_shaped_times_are_read(time: datetime, shape: str, short: bool) -> None:
    text = time.strftime(shape.replace("%Y", f"{time.year:04d}"))
    if short:
        text = text.replace(".0", ".").replace("/0", "/").lstrip("0")
    steps = steps_of(shape)
    assert steps is not None
    found = bulk(text, steps)
    assert found == alone(text, shape) or (found[1] == UNSURE and (short or time.year < 1000))


@example("4.1.2024 ", None)
@example("1.1.2024 5:3", "%d.%m.%Y %H:%M")
@given(broken, st.sampled_from([*SHAPES, None]))
def test_what_the_loop_is_sure_of_python_says(text: str, shape: str | None) -> None:
    steps = ISO if shape is None else steps_of(shape)
    assert steps is not None
    found = bulk(text, steps)
    assert found[1] == UNSURE or found == alone(text, shape)


@given(times, st.sampled_from(SHAPES), st.integers(0, 20), st.sampled_from("0123456789 .:é"))
def test_one_letter_off_is_never_read_wrong(time: datetime, shape: str, place: int, letter: str) -> None:
    text = time.strftime(shape.replace("%Y", f"{time.year:04d}"))
    text = text[:place] + letter + text[place + 1 :]
    steps = steps_of(shape)
    assert steps is not None
    found = bulk(text, steps)
    assert found[1] == UNSURE or found == alone(text, shape)


@pytest.mark.parametrize("shape", ["%d %b %Y", "%I:%M %p", "%", "%d.%d", "%d é"])
def test_formats_with_names_are_left_to_python(shape: str) -> None:
    assert steps_of(shape) is None


def test_warm_compiles() -> None:
    warm()
