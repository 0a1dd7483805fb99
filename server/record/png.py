"""A drawing as PNG, made by resvg: for a slide, or a program that takes no SVG. No browser, and no date in it."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as ET

from server.record.libraries import loaded

ZOOM = 2
"""Pixels for each of the drawing's, so that it is sharp on paper, too."""
FAMILIES = 'Inter, "Liberation Sans", Arial, Helvetica, "Noto Sans", "Segoe UI", "DejaVu Sans"'
"""resvg takes the first that is installed, and knows no other by itself."""
NAMESPACE = "{http://www.w3.org/2000/svg}"
_GIVEN = re.compile(r"(--[a-z-]+): ([^;]+);")
_TAKEN = re.compile(r"var\((--[a-z-]+)\)")
_FAMILIES = re.compile(r"(font: \d+px) [^;]+;")


class NoFont(Exception):
    """This computer has none of the fonts, and a drawing without its words would be none."""


def write(svg: str) -> bytes:
    """Of an SVG with a style of its own, on white. Raises NotInstalled and NoFont."""
    resvg = loaded("resvg_py")
    if _drawn(resvg, _letter("M")) == _drawn(resvg, _letter("")):
        raise NoFont(
            "no font is installed that a drawing could be lettered with, such as DejaVu Sans or Arial"
        )
    drawing = ET.fromstring(svg)
    for style in drawing.iter(f"{NAMESPACE}style"):
        style.text = plain(style.text or "")
    return _drawn(resvg, ET.tostring(drawing, encoding="unicode"))


def plain(style: str) -> str:
    """What of a style a drawing needs, as resvg knows it: without custom properties, queries and fonts of a browser. Of
    a property that is given twice the last holds."""
    given = dict(_GIVEN.findall(style))
    rules = "\n".join(line for line in style.splitlines() if line.startswith("svg "))
    return _FAMILIES.sub(rf"\1 {FAMILIES};", _TAKEN.sub(lambda found: given[found[1]], rules))


def _letter(letter: str) -> str:
    style = f"svg text {{ font: 15px {FAMILIES}; }}"
    return (
        f'<svg xmlns="{NAMESPACE[1:-1]}" width="20" height="20"><style>{style}</style>'
        f'<text y="16">{letter}</text></svg>'
    )


def _drawn(resvg: Any, svg: str) -> bytes:
    return bytes(resvg.svg_to_bytes(svg_string=svg, background="#fff", zoom=ZOOM))
