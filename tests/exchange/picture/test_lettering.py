"""The typeface: it has the letters of all four languages, and lines break where they must."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cesta.exchange.picture.lettering import cut, files, width, wrapped

LETTERS = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽабвгдеёжзийклмнопрстуфхцчшщъыьэюя“”„«»…–−≈·→"


def test_every_letter_is_in_the_typeface() -> None:
    from PIL import ImageFont

    for path in files():
        face = ImageFont.truetype(path, 40)
        missing = bytes(face.getmask("\ue123"))
        assert not [letter for letter in LETTERS if bytes(face.getmask(letter)) == missing]


@given(st.text("aąbя mW\n", max_size=40), st.floats(20, 200))
def test_lines_fit(text: str, room: float) -> None:
    lines = wrapped(text, room, 13)
    assert all(width(line, 13) <= room for line in lines)
    assert len(wrapped(text, room, 13, most=2)) <= 2
    assert width(cut(text.replace("\n", " "), room, 13), 13) <= room
