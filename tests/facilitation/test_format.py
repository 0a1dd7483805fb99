"""Formats: what may be written, and what a mistake is told, with file, phase and key."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings

from facilitation.format import MINUTE_MS, Format, FormatError, Phase, TurnRule, parse
from facilitation.vocabulary import AtLimit, Floor, Gate, PhaseKind, Stance, Within
from tests.facilitation.forms import CLASSIC, CLASSIC_TOML, as_toml, formats

HEAD = 'key = "f"\nversion = 1\nseats = 8\nmembers = { min = 4, max = 6 }\n'
OPEN = 'floor = "open"\ngate = "soft"\n'
CALL = '[[phases]]\nkey = "call"\nkind = "case_call"\nminutes = [0, 1, 5]\n' + OPEN + "offers = true\n"
TALK = '[[phases]]\nkey = "talk"\nkind = "discussion"\nminutes = [0, 5, 9]\n' + OPEN
GOOD = HEAD + CALL + TALK


def test_the_good_one_is_good() -> None:
    assert [phase.key for phase in parse(GOOD, "f.toml").phases] == ["call", "talk"]


BROKEN = [
    ("key = ", "x.toml: not valid TOML: Invalid value (at end of document)"),
    ("", "x.toml: phases: at least one [[phases]] table is needed"),
    ("phases = 3", "x.toml: phases: expected list, found 3"),
    ("phases = [1]", "x.toml: phases: at least one [[phases]] table is needed"),
    (GOOD.replace('key = "f"\n', ""), "x.toml: key: missing"),
    (GOOD.replace('key = "f"', "key = 7"), "x.toml: key: expected str, found 7"),
    (GOOD.replace("version = 1", "version = 0"), "x.toml: version: 0 is not between 1 and 10000"),
    (GOOD.replace("version = 1", "version = true"), "x.toml: version: expected int, found True"),
    (GOOD.replace("version = 1", "version = 1.5"), "x.toml: version: expected int, found 1.5"),
    (GOOD.replace("seats = 8", "seats = 17"), "x.toml: seats: 17 is not between 2 and 16"),
    (GOOD.replace("seats = 8", "seats = 4"), "x.toml: seats: 4 seats do not hold 4 members and a leader"),
    (GOOD.replace("seats = 8", "chairs = 8"), "x.toml: seats: missing"),
    (GOOD.replace("seats = 8", "seats = 8\nchairs = 8"), "x.toml: chairs: unknown key"),
    (GOOD.replace("min = 4, ", ""), "x.toml: members: min: missing"),
    (GOOD.replace("max = 6", "max = 3"), "x.toml: members: max is less than min"),
    (GOOD.replace("max = 6", "max = 6, most = 7"), "x.toml: members: most: unknown key"),
    (HEAD + CALL + CALL, "x.toml: phase 'call': key: another phase has it"),
    (GOOD.replace('key = "talk"\n', ""), "x.toml: phase 2: key: missing"),
    (GOOD.replace('key = "talk"', "key = 2"), "x.toml: phase 2: key: expected str, found 2"),
    (
        GOOD.replace('"discussion"', '"chat"'),
        f"x.toml: phase 'talk': kind: 'chat' is none of {', '.join(PhaseKind)}",
    ),
    (
        GOOD + 'stance = "out"',
        "x.toml: phase 'talk': stance: 'out' is none of in_circle, back_visible, back_hidden",
    ),
    (GOOD + "stance = 1", "x.toml: phase 'talk': stance: expected str, found 1"),
    (GOOD + 'within = "bar"', "x.toml: phase 'talk': within: 'bar' is none of circle, leaders"),
    (GOOD + "optional = 1", "x.toml: phase 'talk': optional: expected bool, found 1"),
    (GOOD + 'colour = "red"\nflavour = 1', "x.toml: phase 'talk': colour: unknown key"),
    (
        GOOD.replace("[0, 5, 9]", "[0, 5]"),
        "x.toml: phase 'talk': minutes: expected [min, typical, max] in minutes, found [0, 5]",
    ),
    (
        GOOD.replace("[0, 5, 9]", '[0, "5", 9]'),
        "x.toml: phase 'talk': minutes: expected [min, typical, max] in minutes, found [0, '5', 9]",
    ),
    (
        GOOD.replace("[0, 5, 9]", "[0, 5, 601]"),
        "x.toml: phase 'talk': minutes: expected [min, typical, max] in minutes, found [0, 5, 601]",
    ),
    (
        GOOD.replace("[0, 5, 9]", "[0, 5, nan]"),
        "x.toml: phase 'talk': minutes: expected [min, typical, max] in minutes, found [0, 5, nan]",
    ),
    (
        GOOD.replace("[0, 5, 9]", "[0, true, 9]"),
        "x.toml: phase 'talk': minutes: expected [min, typical, max] in minutes, found [0, True, 9]",
    ),
    (
        GOOD.replace("[0, 5, 9]", "[0, 5, 4]"),
        "x.toml: phase 'talk': minutes: min, typical, max must not decrease: [0, 5, 4]",
    ),
    (
        GOOD + "turn = { limit_seconds = 0 }",
        "x.toml: phase 'talk': turn: limit_seconds: 0 is not between 1 and 3600",
    ),
    (GOOD + "turn = { limit_minutes = 1 }", "x.toml: phase 'talk': turn: limit_minutes: unknown key"),
    (
        GOOD + 'turn = { at_limit = "cut" }',
        "x.toml: phase 'talk': turn: at_limit: 'cut' is none of inform, end",
    ),
    (GOOD + "turn = 60", "x.toml: phase 'talk': turn: expected dict, found 60"),
    (
        HEAD + TALK + 'stance = "back_visible"\n' + CALL,
        "x.toml: phase 'talk': stance: needs a presenter, and no phase before it has offers = true",
    ),
    (
        HEAD + TALK.replace('"open"', '"presenter"') + CALL,
        "x.toml: phase 'talk': floor: needs a presenter, and no phase before it has offers = true",
    ),
    (
        HEAD + CALL + TALK + 'offers = true\nstance = "back_hidden"',
        "x.toml: phase 'talk': stance: needs a presenter, who is only chosen here (offers = true)",
    ),
    (
        HEAD + CALL.replace('"open"', '"presenter"'),
        "x.toml: phase 'call': floor: needs a presenter, who is only chosen here (offers = true)",
    ),
    (
        GOOD.replace('[0, 5, 9]\nfloor = "open"', '[0, 5, 9]\nfloor = "presenter"')
        + 'stance = "back_visible"',
        "x.toml: phase 'talk': stance: the floor is the presenter's, who cannot be back",
    ),
    (
        GOOD.replace('[0, 5, 9]\nfloor = "open"', '[0, 5, 9]\nfloor = "asker_and_presenter"')
        + 'stance = "back_hidden"',
        "x.toml: phase 'talk': stance: the presenter answers here and cannot be back",
    ),
    (
        GOOD.replace("offers = true", 'offers = true\nwithin = "leaders"'),
        "x.toml: phase 'call': within: members cannot offer a case in a room of the leaders",
    ),
    (
        GOOD.replace("offers = true", "offers = true\noptional = true"),
        "x.toml: phase 'call': optional: without a case call there is no case",
    ),
]


@pytest.mark.parametrize(
    ("text", "error"), BROKEN, ids=[error.removeprefix("x.toml: ") for _, error in BROKEN]
)
def test_a_mistake_is_told_with_file_phase_and_key(text: str, error: str) -> None:
    with pytest.raises(FormatError) as told:
        parse(text, "x.toml")
    assert str(told.value) == error


def test_what_is_not_written_has_a_quiet_default() -> None:
    phase = parse(GOOD, "f.toml").phases[1]
    assert phase == Phase(
        "talk", PhaseKind.DISCUSSION, 0, 5 * MINUTE_MS, 9 * MINUTE_MS, Floor.OPEN, Gate.SOFT,
        Stance.IN_CIRCLE, False, False, Within.CIRCLE, TurnRule(None, AtLimit.INFORM), AtLimit.INFORM,
    )  # fmt: skip


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
        "debrief 10/20/45 leaders hard",
    ]
    assert [p.key for p in form.phases if p.stance is not Stance.IN_CIRCLE] == ["discussion"]
    assert [p.key for p in form.phases if p.offers] == ["case_call"]
    assert [p.key for p in form.phases if p.optional] == ["joint_discussion"]
    assert [p.key for p in form.phases if p.within is Within.LEADERS] == ["debrief"]
    assert {p.at_limit for p in form.phases} == {AtLimit.INFORM}, "time informs, people decide"
    assert [p.key for p in form.phases if p.needs_presenter] == [
        "presentation",
        "questions",
        "discussion",
        "return",
    ]


def test_minutes_may_have_a_fraction() -> None:
    phase = parse(GOOD.replace("[0, 5, 9]", "[0.25, 0.5, 1.75]"), "f.toml").phases[1]
    assert (phase.min_ms, phase.typical_ms, phase.max_ms) == (15_000, 30_000, 105_000)


@given(formats())
@settings(max_examples=100)
def test_whatever_may_be_held_may_be_written(form: Format) -> None:
    """Also says that the formats of the state machine are formats."""
    assert parse(as_toml(form), "any.toml") == form


def test_compressed_time_is_the_same_form() -> None:
    fast = CLASSIC.scaled(60)
    assert (fast.speed, fast.scaled(2).speed) == (60, 120)
    assert [phase.typical_ms for phase in fast.phases[:3]] == [5000, 1000, 7000]
    assert fast.phases[3].turn.limit_ms == 1000
    assert fast.phases[0].turn.limit_ms is None
    assert [phase.min_ms for phase in fast.phases[:3]] == [0, 0, 3000], "no time stays no time"
    assert [p.key for p in fast.phases] == [p.key for p in CLASSIC.phases]
    assert CLASSIC.scaled(1) == CLASSIC
    assert min(phase.typical_ms for phase in CLASSIC.scaled(1e12).phases) == 1, "a clock never becomes none"


@pytest.mark.parametrize("speed", [0, -1, math.nan])
def test_time_does_not_stand_or_run_backwards(speed: float) -> None:
    with pytest.raises(ValueError, match="speed must be positive"):
        CLASSIC.scaled(speed)
