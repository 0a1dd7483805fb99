"""The page on how to write a format: its example can be held, and it names every word that a format may use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from facilitation import vocabulary as v
from facilitation.reading import parse

PAGE = (Path(__file__).parents[3] / "docs" / "writing-a-format.md").read_text()
READING = (Path(__file__).parents[3] / "facilitation" / "reading.py").read_text()


def test_its_example_can_be_held() -> None:
    form = parse(PAGE.partition("```toml\n")[2].partition("```")[0], "example")
    assert [phase.key for phase in form.phases] == ["case_call", "talk", "end"]


LISTS = [v.AtLimit, v.ChosenBy, v.Floor, v.Gate, v.Heard, v.Latecomers, v.PhaseKind, v.Role]
LISTS += [v.RoundOrder, v.Stance, v.Title, v.Within]


@pytest.mark.parametrize("words", LISTS)
def test_it_names_every_word(words: type) -> None:
    assert [word for word in words if f"`{word}`" not in PAGE] == []  # type: ignore[attr-defined]


def test_it_names_every_key() -> None:
    keys = set(re.findall(r't(?:op)?\.\w+\("(\w+)"', READING))
    assert len(keys) > 25
    assert [key for key in sorted(keys) if not re.search(rf"\b{key}\b", PAGE)] == []
