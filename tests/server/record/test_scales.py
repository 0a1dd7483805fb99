"""Whether panels of one drawing may be laid beside each other by their height; where they may not, it is said."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from xml.etree import ElementTree as ET

import pytest

from facilitation.structure_record import Transfers, TurnLengths
from server.pages.language import languages, text
from server.record.columns import Column
from server.record.compare import compared
from server.record.months import slots
from server.record.panels import PLOT_PX, Panel, drawn
from tests.server.record.test_compare import DECEMBER, NOVEMBER, SVG, of, written

WORDS = partial(text, "en")
WHOLE = replace(NOVEMBER.whole, turn_lengths=TurnLengths(20, 20, 20, 20, 20), transfers=Transfers(*[20] * 7))
SEVERAL = [replace(one, whole=WHOLE) for one in (NOVEMBER, DECEMBER)]
OWN, OTHER = "compare-own-scales", "compare-other-scales"


@pytest.mark.parametrize("language", languages())
def test_where_panels_have_scales_of_their_own_a_line_above_them_says_so(language: str) -> None:
    words = partial(text, language)
    found = [one for one in compared(SEVERAL, language, words) if one.svg]
    said = {one.key: " ".join(written(one)) for one in found}
    assert [key for key, told in said.items() if words(OWN) in told] == ["plans", "turns", "floor"]
    assert [key for key, told in said.items() if words(OTHER) in told] == ["quiet"]


@pytest.mark.parametrize(
    ("scales", "said"),
    [
        ((None,), ""),
        ((None, None), "Each panel"),
        ((100, None), "Percentages"),
        ((1, 100), ""),
    ],
)
def test_one_panel_or_one_scale_needs_no_word(scales: tuple[float | None, ...], said: str) -> None:
    panels = [Panel("p", [Column(n, str(n)) for n in (1, 2)], most) for most in scales]
    svg = drawn(panels, slots(SEVERAL, ["a", "b"], "en"), "t", WORDS)
    first, *others = [one.text or "" for one in ET.fromstring(svg).iter(f"{SVG}text")]
    lane = WORDS("compare-lane")
    assert (others[0] if first == lane else first).startswith(said or "p")
    assert (lane in (first, *others)) is any(scales), "what is behind each column of a scale that ends"


def test_of_silences_a_percentage_is_as_high_as_it_is() -> None:
    part = NOVEMBER.whole.silence_share
    assert part is not None
    svg = ET.fromstring(of("quiet", *SEVERAL).svg)
    first = next(one for one in svg.iter(f"{SVG}rect") if one.get("class") == "member")
    assert float(first.attrib["height"]) == pytest.approx(PLOT_PX * part, abs=1) and part < 0.9
    lanes = [
        one
        for one in svg.iter(f"{SVG}rect")
        if one.get("class") == "lane" and float(one.attrib["height"]) > 16
    ]
    assert {one.attrib["height"] for one in lanes} == {f"{PLOT_PX:.1f}"}, "a sliver stands before the whole"
    assert len(lanes) == len(SEVERAL) * 2, "of both panels of percentages"
