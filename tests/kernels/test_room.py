"""Memory comes back when the last view of it goes, is lent to one array at a time, and never kept beyond the limit."""

from __future__ import annotations

import gc
import threading

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.kernels.room import WORTH_KEEPING, Room, taken

LARGE = WORTH_KEEPING


def address(array: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> int:
    return int(array.__array_interface__["data"][0])


def test_memory_is_lent_again_when_the_last_view_is_gone() -> None:
    room = Room(10 * LARGE)
    first = room.empty(LARGE, np.uint8)
    place, view = address(first), first[5:9].reshape(2, 2)
    del first
    gc.collect()
    assert room.kept == 0
    del view
    gc.collect()
    assert room.kept >= LARGE
    assert address(room.empty(LARGE, np.uint8)) == place


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 3 * LARGE), st.booleans()), max_size=12))
def test_no_two_arrays_share_memory(wishes: list[tuple[int, bool]]) -> None:
    room, held = Room(4 * LARGE), []
    for mark, (size, kept) in enumerate(wishes):
        array = room.empty(size, np.uint8)
        array[:] = mark
        if kept:
            held.append((mark, array))
        del array
        assert room.kept <= 4 * LARGE
    for mark, array in held:
        assert (array == mark).all()


def test_threads_never_get_the_same_memory() -> None:
    room, wrong = Room(50 * LARGE), []

    def work(mark: int) -> None:
        for _ in range(50):
            array = room.empty(LARGE + mark, np.uint8)
            array[:] = mark
            if not (array == mark).all():
                wrong.append(mark)

    threads = [threading.Thread(target=work, args=(mark,)) for mark in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_shapes_and_orders_are_those_of_numpy() -> None:
    table = Room(LARGE).empty((LARGE, 3), np.int64, "F")
    assert table.shape == (LARGE, 3)
    assert table.flags.f_contiguous
    assert table.flags.writeable
    assert Room(LARGE).empty((2, 3), np.int16).flags.c_contiguous


def test_what_is_kept_can_be_given_back() -> None:
    room = Room(10 * LARGE)
    room.empty(LARGE, np.uint8)
    gc.collect()
    assert room.kept > 0
    room.clear()
    assert room.kept == 0


@given(st.integers(1, 5), st.lists(st.integers(0, 9), max_size=20))
def test_rows_are_taken_as_numpy_takes_them(columns: int, places: list[int]) -> None:
    table = np.asfortranarray(np.arange(10 * columns).reshape(10, columns))
    chosen = np.array(places, np.int64)
    assert taken(table, chosen).tolist() == table[chosen].tolist()
    assert taken(table[:, 0], chosen).tolist() == table[:, 0][chosen].tolist()
