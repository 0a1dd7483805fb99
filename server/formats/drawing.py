"""Draws a format: its phases in order down one line, with their times, whose floor it is, and the ways back.

The standard library's ElementTree writes the SVG, so whatever a format says is escaped.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from facilitation.format import Format, Phase
from facilitation.toml_table import MINUTE_MS
from facilitation.vocabulary import ChosenBy, Gate, Heard, Stance, Within
from server.formats.catalogue import name_of
from server.pages.language import text

WIDTH_PX = 960
ROW_PX = 74
TOP_PX = 84
LINE_X = 60
"""Where the line runs that the phases hang on; the ways back go to its left."""
TEXT_X = 88
TIME_X, TIME_WIDTH = 650, 270
LETTERS_MOST = 66
"""Of a line, so that it ends before the times begin."""
STYLE = """
svg {
  --paper: #f5f2ec; --ink: #22302b; --soft: #56605a; --line: #ddd7cb; --edge: #858b84; --moss: #2f6454; --clay: #86401f;
}
@media (prefers-color-scheme: dark) {
  svg {
    --paper: #161a18; --ink: #e8e6e0; --soft: #a6b0aa; --line: #323b36; --edge: #75807a; --moss: #7fc0aa;
    --clay: #eaad88;
  }
}
.paper { fill: var(--paper); }
text { fill: var(--soft); font: 15px system-ui, "Segoe UI", "Noto Sans", sans-serif; }
.title { fill: var(--ink); font: 500 26px Georgia, "Noto Serif", serif; }
.name { fill: var(--ink); font: 500 19px Georgia, "Noto Serif", serif; }
.back-word { fill: var(--clay); }
.line { stroke: var(--line); stroke-width: 2; }
.phase { fill: var(--paper); stroke: var(--moss); stroke-width: 2.5; }
.hard { fill: var(--moss); }
.optional { stroke-dasharray: 4 3; }
.aside { stroke: var(--clay); }
.span { stroke: var(--edge); stroke-width: 3; stroke-linecap: round; }
.typical { fill: var(--moss); }
.again { fill: none; stroke: var(--edge); stroke-width: 1.5; }
.tip { fill: var(--edge); }
"""


def draw(form: Format, language: str = "en") -> str:
    """An SVG document, `WIDTH_PX` wide, in one of the catalogue's languages."""
    height = TOP_PX + ROW_PX * len(form.phases) + 16
    svg = ET.Element(
        "svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH_PX} {height}", width=str(WIDTH_PX),
        height=str(height), role="img",
    )  # fmt: skip
    title = name_of(form, language)
    ET.SubElement(svg, "title").text = text(language, "format-drawing", name=title)
    ET.SubElement(svg, "desc").text = "; ".join(said(phase, language) for phase in form.phases)
    ET.SubElement(svg, "style").text = STYLE
    ET.SubElement(svg, "rect", {"class": "paper", "width": str(WIDTH_PX), "height": str(height), "rx": "14"})
    _text(svg, 40, 46, title, "title")
    last_y = _y(len(form.phases) - 1)
    ET.SubElement(
        svg,
        "line",
        {"class": "line", "x1": str(LINE_X), "x2": str(LINE_X), "y1": str(_y(0)), "y2": str(last_y)},
    )
    longest_ms = max((phase.max_ms for phase in form.phases), default=0) or MINUTE_MS
    for index, phase in enumerate(form.phases):
        _phase(svg, phase, _y(index), longest_ms, language)
    for index, phase in enumerate(form.phases):
        if phase.again and (to := form.index(phase.again.to)) is not None:
            _way_back(svg, _y(index), _y(to), text(language, "format-again", most=phase.again.most))
    ET.indent(svg)
    return ET.tostring(svg, encoding="unicode") + "\n"


def phase_name(phase: Phase, language: str) -> str:
    """The format's own word for it, else that of its kind."""
    return phase.name.get(language) or phase.name.get("en") or text(language, f"phase-{phase.kind}")


def said(phase: Phase, language: str) -> str:
    """A phase in one line: its name, whose floor it is, where the presenter sits."""
    return f"{phase_name(phase, language)}: {whose(phase, language)}" + "".join(
        f", {word}" for word in _more(phase, language)
    )


def whose(phase: Phase, language: str) -> str:
    """Whose floor it is, and whether the server keeps it."""
    if phase.within is Within.LEADERS:
        return text(language, "format-within-leaders")
    if phase.heard is not Heard.CIRCLE:
        return text(language, f"format-heard-{phase.heard}")
    floor = text(language, f"format-floor-{phase.floor}")
    return f"{floor}, {text(language, 'format-hard')}" if phase.gate is Gate.HARD else floor


def _more(phase: Phase, language: str) -> list[str]:
    words = {
        f"format-stance-{phase.stance}": phase.stance is not Stance.IN_CIRCLE,
        "format-group-chooses": phase.offers and phase.chosen_by is ChosenBy.GROUP,
        "format-accept": phase.accept,
        "format-casting": phase.casting,
        "format-optional": phase.optional,
    }
    return [text(language, word) for word, holds in words.items() if holds]


def minutes(phase: Phase, language: str) -> str:
    if not phase.typical_ms:
        return text(language, "format-no-clock")
    low, typical, high = (f"{ms / MINUTE_MS:g}" for ms in (phase.min_ms, phase.typical_ms, phase.max_ms))
    return text(language, "format-minutes", min=low, typical=typical, max=high)


def _y(index: int) -> int:
    return TOP_PX + ROW_PX * index + 14


def _phase(svg: ET.Element, phase: Phase, y: int, longest_ms: int, language: str) -> None:
    back = phase.stance is not Stance.IN_CIRCLE
    hard = phase.gate is Gate.HARD or phase.heard is not Heard.CIRCLE
    is_ = {"phase": True, "hard": hard, "optional": phase.optional, "aside": back}
    kind = " ".join(name for name, holds in is_.items() if holds)
    ET.SubElement(svg, "circle", {"class": kind, "cx": str(LINE_X), "cy": str(y), "r": "9"})
    _text(svg, TEXT_X, y + 6, _cut(phase_name(phase, language)), "name")
    for line, words in enumerate(_lines([whose(phase, language), *_more(phase, language)])):
        _text(svg, TEXT_X, y + 27 + 18 * line, words, "back-word" if back else "")
    _text(svg, TIME_X, y + 28, minutes(phase, language), "")
    if phase.typical_ms:
        low, typical, high = (
            TIME_X + round(TIME_WIDTH * ms / longest_ms, 1)
            for ms in (phase.min_ms, phase.typical_ms, phase.max_ms)
        )
        ET.SubElement(
            svg, "line", {"class": "span", "x1": str(low), "x2": str(high), "y1": str(y), "y2": str(y)}
        )
        ET.SubElement(svg, "circle", {"class": "typical", "cx": str(typical), "cy": str(y), "r": "6"})


def _cut(words: str) -> str:
    return words if len(words) <= LETTERS_MOST else f"{words[: LETTERS_MOST - 1].rstrip()}…"


def _lines(words: list[str]) -> list[str]:
    """One line where they fit, else two."""
    whole = " · ".join(words)
    if len(whole) <= LETTERS_MOST:
        return [whole]
    return [" · ".join(words[:-1]), words[-1]] if len(words) > 1 else [whole]


def _way_back(svg: ET.Element, from_y: int, to_y: int, words: str) -> None:
    """An arc at the left, with an arrow's tip where it leads."""
    x = LINE_X - 13
    bend = x - 34
    ET.SubElement(
        svg, "path", {"class": "again", "d": f"M{x} {from_y} C{bend} {from_y} {bend} {to_y} {x} {to_y}"}
    )
    ET.SubElement(svg, "path", {"class": "tip", "d": f"M{x + 3} {to_y} l-9 -5 v10 z"})
    _text(svg, LINE_X + 28, to_y - 16, f"↺ {words}", "")


def _text(svg: ET.Element, x: int, y: int, words: str, kind: str) -> None:
    ET.SubElement(svg, "text", {"x": str(x), "y": str(y)} | ({"class": kind} if kind else {})).text = words
