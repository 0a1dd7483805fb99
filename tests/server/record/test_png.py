"""A drawing as PNG: of the right size, with its colours and its words, and the same each time."""

from __future__ import annotations

import io
import sys
from functools import partial
from typing import Any
from xml.etree import ElementTree as ET

import av
import numpy as np
import pytest

from server.pages.language import text
from server.record import png
from server.record.canvas import WIDTH_PX
from server.record.drawing import figures
from server.record.example import examples
from server.record.libraries import NotInstalled
from server.record.page import EDGE_PX, alone
from server.record.png import ZOOM, NoFont

SVG = alone(figures(examples()["example-1-aggregate"], partial(text, "en"))[0], "A session")
INK, MOSS, CLAY, SKY, LINE = (0x22302B, 0x2F6454, 0x86401F, 0x7F9BB5, 0xDDD7CB)


def pixels(written: bytes) -> np.ndarray[Any, Any]:
    """Each as one number, as CSS writes it."""
    with av.open(io.BytesIO(written)) as opened:
        shown = next(opened.decode(video=0)).to_ndarray(format="rgb24").astype(int)
    return shown @ np.array([1 << 16, 1 << 8, 1])


def test_it_has_the_colours_and_the_words_of_the_drawing() -> None:
    shown = pixels(png.write(SVG))
    height = int(ET.fromstring(SVG).attrib["height"])
    assert shown.shape == (ZOOM * height, ZOOM * (WIDTH_PX + 2 * EDGE_PX))
    edge = ZOOM * EDGE_PX
    assert set(shown[: edge - 2].flat) == set(shown[:, : edge - 2].flat) == {0xFFFFFF}, "white around it"
    assert set(shown.flat) >= {INK, MOSS, CLAY, SKY, LINE}
    assert INK in shown[edge : edge + 30, edge : edge + 120], "what it is called"


def test_it_is_the_same_each_time_and_says_nothing_else() -> None:
    written = png.write(SVG)
    assert written == png.write(SVG)
    kinds = {kind for kind in (b"tEXt", b"iTXt", b"zTXt", b"tIME", b"eXIf") if kind in written}
    assert written.startswith(b"\x89PNG") and not kinds


def test_nothing_is_left_of_a_browsers_style() -> None:
    style = png.plain(SVG)
    assert "var(" not in style and "@media" not in style and ".leader { fill: #2f6454; }" in style
    assert "--paper" not in style and "stroke: #fff;" in style, "on white"


def test_without_a_font_or_the_library_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "FAMILIES", '"No Such Font"')
    with pytest.raises(NoFont, match="such as DejaVu Sans or Arial"):
        png.write(SVG)
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(
        NotInstalled, match=r"resvg_py is not installed: \S+ -m pip install -e '\.\[export\]'"
    ):
        png.write(SVG)
