"""What all drawings of a record are made with."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from xml.etree import ElementTree as ET

WIDTH_PX = 400
"""So narrow that on a telephone of 360 px its letters are 13 px high."""
LETTER_PX, LINE_PX = 9, 22
"""How wide a letter is taken to be on a phone, where letters are larger; and how high a line is."""
BROAD_PX = 10
"""How wide it may be there with none of the page's fonts;"""
WIDER_PX = 7
"""and a percent sign more than a letter."""
TURNED_PX = 5
"""From the middle of a turned line to the foot of its letters."""


def empty(height_px: float, title: str, width_px: int = WIDTH_PX) -> ET.Element:
    """A drawing with nothing in it but what it is called."""
    height = round(height_px)
    svg = ET.Element(
        "svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width_px} {height}", width=str(width_px),
        height=str(height), role="img",
    )  # fmt: skip
    ET.SubElement(svg, "title").text = title
    return svg


def rect(
    svg: ET.Element, kind: str, x: float, y: float, width: float, height: float, round_px: float = 0
) -> None:
    box = {"x": f"{x:.1f}", "y": f"{y:.1f}", "width": f"{width:.1f}", "height": f"{height:.1f}"}
    corners = {"rx": f"{round_px:g}"} if round_px else {}
    ET.SubElement(svg, "rect", {"class": kind} | box | corners)


def write(svg: ET.Element, kind: str, x: float, y: float, words: str, within: float | None = None) -> None:
    """`kind` says whether it begins at `x` (label), ends there (said) or has its middle there (name). What may be wider
    than `within` is set so close that it is not."""
    close = within is not None and LETTER_PX * len(words) > within
    fits = {"textLength": f"{within:.1f}", "lengthAdjust": "spacingAndGlyphs"} if close else {}
    ET.SubElement(svg, "text", {"class": kind, "x": f"{x:.1f}", "y": f"{y:.1f}"} | fits).text = words


def upright(svg: ET.Element, kind: str, x: float, y: float, words: str) -> None:
    """Turned to be read from below, with its middle at `x`: as wide as a line is high."""
    at = {
        "x": f"{x + TURNED_PX:.1f}",
        "y": f"{y:.1f}",
        "transform": f"rotate(-90 {x + TURNED_PX:.1f} {y:.1f})",
    }
    ET.SubElement(svg, "text", {"class": kind} | at).text = words


def long_px(words: str) -> int:
    """How long words may be on a phone that has none of the page's fonts."""
    return BROAD_PX * len(words) + WIDER_PX * words.count("%")


def broken(words: str, px: float = WIDTH_PX) -> list[str]:
    """Into lines that have room, in which a percent sign counts twice."""
    lines = textwrap.wrap(words.replace("%", "%%"), int(px / BROAD_PX))
    return [one.replace("%%", "%") for one in lines] or [""]


def write_lines(svg: ET.Element, top: float, lines: Sequence[str], x: float = 0, kind: str = "label") -> None:
    for number, line in enumerate(lines):
        write(svg, kind, x, top + LINE_PX * number + 15, line)


def finished(svg: ET.Element) -> str:
    return ET.tostring(svg, encoding="unicode")
