"""A format is data: what its phases say, and what follows from that."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from facilitation.format import Phase, RoundRule
from facilitation.reading import parse
from facilitation.toml_table import MINUTE_MS
from facilitation.vocabulary import AtLimit, Floor, Heard, Stance, Within
from tests.facilitation.forms import CLASSIC, CLASSIC_TOML, FORMS, PSYCHODRAMA


def test_the_classic_format_is_the_classic_case() -> None:
    form = parse(CLASSIC_TOML, "classic.toml")
    assert (form.key, form.version, form.members_min, form.members_max, form.seats) == (
        "classic",
        1,
        4,
        12,
        16,
    )
    written = [
        f"{p.key} {p.min_ms // MINUTE_MS}/{p.typical_ms // MINUTE_MS}/{p.max_ms // MINUTE_MS} {p.floor} {p.gate}"
        for p in form.phases
    ]
    assert written == [
        "arrival 0/5/15 open soft",
        "case_call 0/1/5 open soft",
        "presentation 3/7/15 presenter soft",
        "questions 0/3/10 asker_and_presenter soft",
        "discussion 15/25/60 open soft",
        "return 2/5/10 presenter soft",
        "joint_discussion 0/5/15 open soft",
        "closing 1/3/5 leaders soft",
        "leaving 0/3/10 open soft",
        "debrief 10/20/45 leaders hard",
    ]
    assert [p.key for p in form.phases if p.stance is not Stance.IN_CIRCLE] == ["discussion"]
    assert [p.key for p in form.phases if p.offers] == ["case_call"]
    assert [p.key for p in form.phases if p.optional] == ["joint_discussion", "leaving"]
    assert [p.key for p in form.phases if p.within is Within.LEADERS] == ["debrief"]
    assert {p.at_limit for p in form.phases} == {AtLimit.INFORM}, "time informs, people decide"
    assert [p.key for p in form.phases if p.needs_presenter] == [
        "presentation",
        "questions",
        "discussion",
        "return",
    ]


def test_the_formats_that_are_shipped() -> None:
    assert list(FORMS) == [
        "classic", "classic_strict", "classic_two_cases", "fishbowl", "french", "german", "hungarian",
        "leadership_training", "ordered_rounds", "pedagogical", "psychodrama", "short_online",
    ]  # fmt: skip
    for key, form in FORMS.items():
        assert form.key == key
        assert form.phases[-1].within is Within.LEADERS, "the leaders debrief among themselves"
        assert form.phases[-2].floor is Floor.OPEN and form.phases[-2].optional, "there is time to leave"


ANY = CLASSIC.phases[0]


@pytest.mark.parametrize(
    ("phase", "needed"),
    [
        (ANY, False),
        (replace(ANY, stance=Stance.BACK_VISIBLE), True),
        (replace(ANY, stance=Stance.BACK_HIDDEN), True),
        (replace(ANY, floor=Floor.PRESENTER), True),
        (replace(ANY, floor=Floor.ASKER_AND_PRESENTER), True),
        (replace(ANY, floor=Floor.ROUND), False),
        (replace(ANY, floor=Floor.ROUND, round=RoundRule(presenter_answers=True)), True),
        (replace(ANY, round=RoundRule(presenter_answers=True)), False),
        (replace(ANY, accept=True), True),
        (replace(ANY, casting=True), True),
        (replace(ANY, heard=Heard.CAST), True),
        (replace(ANY, heard=Heard.OUTER), False),
    ],
)
def test_which_phase_needs_a_presenter(phase: Phase, needed: bool) -> None:
    assert phase.needs_presenter is needed


def test_parts_live_from_the_casting_to_the_end_of_the_scene() -> None:
    assert [phase.key for phase in PSYCHODRAMA.phases if phase.keeps_parts] == [
        "casting",
        "scene",
        "de_roling",
    ]


def test_a_phase_is_found_by_its_key() -> None:
    assert (CLASSIC.index("arrival"), CLASSIC.index("discussion"), CLASSIC.index("dance")) == (0, 4, None)


def test_compressed_time_is_the_same_form() -> None:
    fast = CLASSIC.scaled(60)
    assert (fast.speed, fast.scaled(2).speed) == (60, 120)
    assert [phase.typical_ms for phase in fast.phases[:3]] == [5000, 1000, 7000]
    assert [phase.max_ms for phase in fast.phases[:3]] == [
        round(phase.max_ms / 60) for phase in CLASSIC.phases[:3]
    ]
    assert fast.phases[3].turn.limit_ms == 1000
    assert fast.phases[0].turn.limit_ms is None
    assert [phase.min_ms for phase in fast.phases[:3]] == [0, 0, 3000], "no time stays no time"
    assert [p.key for p in fast.phases] == [p.key for p in CLASSIC.phases]
    assert CLASSIC.scaled(1) == CLASSIC
    assert min(phase.typical_ms for phase in CLASSIC.scaled(1e12).phases) == 1, "a clock never becomes none"


@pytest.mark.parametrize("speed", [0, -1, math.nan])
def test_time_does_not_stand_or_run_backwards(speed: float) -> None:
    with pytest.raises(ValueError, match=r"^speed must be positive$"):
        CLASSIC.scaled(speed)
