"""A format drawn: well-formed, everything in it, nothing in it that a format could smuggle in."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from facilitation.format import Format
from server.formats.catalogue import name_of
from server.formats.drawing import draw, phase_name
from server.pages.language import languages
from tests.facilitation.any_form import formats
from tests.facilitation.forms import FORMS, with_phase

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_phase_is_there_by_its_name_in_order_and_every_way_back(form: Format, language: str) -> None:
    shown = texts(draw(form, language))
    assert shown[0] == name_of(form, language)
    rest = iter(shown)
    assert all(phase_name(phase, language) in rest for phase in form.phases), "one is missing or out of order"
    assert sum(text.startswith("↺") for text in shown) == sum(
        phase.again is not None for phase in form.phases
    )
    assert not [text for text in shown if text.startswith(("format-", "phase-"))], (
        "words that no catalogue has"
    )


def test_what_a_format_says_is_text_and_nothing_else() -> None:
    evil = '</text><script>alert(1)</script>"&'
    form = FORMS["classic"]
    form = replace(with_phase(form, form.phases[0].key, name={"en": evil}), name={"en": evil})
    root = ET.fromstring(draw(form))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "style", "rect", "text", "line", "circle", "path",
    }  # fmt: skip
    assert evil in texts(draw(form))


@settings(max_examples=30)
@given(form=formats())
def test_any_format_can_be_drawn(form: Format) -> None:
    assert len(texts(draw(form))) > len(form.phases)
