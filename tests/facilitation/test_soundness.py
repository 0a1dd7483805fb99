"""A format that cannot be held is refused, with the reason and where."""

from __future__ import annotations

import pytest

from facilitation.reading import parse
from facilitation.soundness import LEADERS_MOST, OF_GROUP, OF_PRESENTER, SLOTS
from tests.facilitation.format_texts import CALL, END, GOOD, HEAD, mistake, phase
from tests.facilitation.forms import FORMS

CASTING = phase("casting", "casting", "casting = true")
SCENE = phase("scene", "scene", 'heard = "cast"')
NO_PART = (
    "heard: nobody has a part: no phase that cannot be left out has casting = true before it, or another kind of phase "
    "between them takes every part off"
)
CIRCLES = HEAD.replace("seats = 8", "seats = 40\ncircles = { inner_min = 4, inner_max = 12, outer_max = 20 }")
BACK = 'stance = "back_visible"'


def with_phase(*lines: str, head: str = HEAD, kind: str = "discussion", **usual: str) -> str:
    """A call, one more phase, a closing."""
    return head + CALL + phase("talk", kind, *lines, **usual) + END


PEOPLE = [
    (GOOD.replace("max = 6", "max = 3"), "members: max is less than min"),
    (GOOD.replace("seats = 8", "seats = 4"), "seats: 4 seats do not hold 6 members and a leader"),
    (GOOD.replace("seats = 8", "seats = 6"), "seats: 6 seats do not hold 6 members and a leader"),
    (
        GOOD.replace("seats = 8", "seats = 17"),
        "seats: more than 16 need an inner and an outer circle (circles)",
    ),
    (HEAD + 'roles = ["member"]\n' + CALL + END, "roles: nobody can be leader"),
    (HEAD + 'roles = ["leader", "observer"]\n' + CALL + END, "roles: nobody can be member"),
    (
        CIRCLES.replace("inner_max = 12", "inner_max = 3") + CALL + END,
        "circles: inner_max is less than inner_min",
    ),
    (
        CIRCLES.replace("inner_max = 12", "inner_max = 13") + CALL + END,
        "circles: inner_max: 13 is not between 1 and 12",
    ),
    (
        CIRCLES.replace("seats = 40", "seats = 32") + CALL + END,
        "seats: 32 seats do not hold both circles and a leader",
    ),
    (
        CIRCLES.replace("inner_min = 4", "inner_min = 7") + CALL + END,
        "circles: inner_min: there are at most 6 members",
    ),
    (
        CIRCLES.replace("max = 6", "max = 33") + CALL + END,
        "circles: they do not hold 33 members",
    ),
]

KEYS = [
    (GOOD.replace('key = "f"', 'key = ""'), "key: '' is not 1 to 64 letters, digits, _ or -"),
    (
        GOOD.replace('key = "call"', f'key = "{"x" * 65}"'),
        f"phase {'x' * 65!r}: key: {'x' * 65!r} is not 1 to 64 letters, digits, _ or -",
    ),
    (
        GOOD.replace('key = "call"', 'key = "a call"'),
        "phase 'a call': key: 'a call' is not 1 to 64 letters, digits, _ or -",
    ),
    (
        GOOD.replace("minutes = [0, 5, 9]", 'minutes = [0, 0, 9]\nat_limit = "end"', 1),
        "phase 'call': at_limit: a phase without a clock (minutes) does not end by itself",
    ),
]

THE_PRESENTER = [
    (
        HEAD + phase("talk", "discussion", BACK) + CALL + END,
        "phase 'talk': stance: needs a presenter, and none was chosen before (offers = true)",
    ),
    (
        HEAD + phase("talk", "discussion", floor="presenter") + CALL + END,
        "phase 'talk': floor: needs a presenter, and none was chosen before (offers = true)",
    ),
    (
        HEAD + phase("talk", "discussion", floor="asker_and_presenter") + CALL + END,
        "phase 'talk': floor: needs a presenter, and none was chosen before (offers = true)",
    ),
    (
        HEAD
        + phase("seats", "seating", "accept = true", "round = { presenter_answers = true }")
        + CALL
        + END,
        "phase 'seats': accept: needs a presenter, and none was chosen before (offers = true)",
    ),
    (
        HEAD + phase("seats", "seating", "accept = true") + CALL + END,
        "phase 'seats': accept: needs a presenter, and none was chosen before (offers = true)",
    ),
    (
        HEAD + CASTING + CALL + END,
        "phase 'casting': casting: needs a presenter, and none was chosen before (offers = true)",
    ),
    (
        HEAD + phase("scene", "scene", 'heard = "cast"') + CALL + END,
        "phase 'scene': heard: needs a presenter, and none was chosen before (offers = true)",
    ),
    (
        HEAD + phase("ask", "questions", "round = { presenter_answers = true }", floor="round") + CALL + END,
        "phase 'ask': round: needs a presenter, and none was chosen before (offers = true)",
    ),
    (
        with_phase("offers = true", 'stance = "back_hidden"'),
        "phase 'talk': stance: needs a presenter, who is only chosen here (offers = true)",
    ),
    (
        HEAD + phase("call", "case_call", "offers = true", floor="presenter") + END,
        "phase 'call': floor: needs a presenter, who is only chosen here (offers = true)",
    ),
    (
        with_phase(BACK, floor="presenter"),
        "phase 'talk': stance: the floor is the presenter's, who cannot be back",
    ),
    (
        with_phase(BACK, floor="asker_and_presenter"),
        "phase 'talk': stance: the presenter answers here and cannot be back",
    ),
    (
        with_phase(BACK, "round = { presenter_answers = true }", floor="round"),
        "phase 'talk': round: presenter_answers: no presenter can answer here",
    ),
    (
        with_phase(BACK, "accept = true"),
        "phase 'talk': stance: the presenter is asked here and cannot be back",
    ),
    (with_phase(BACK, "casting = true"), "phase 'talk': stance: the presenter plays here and cannot be back"),
    (
        HEAD + CALL + CASTING + phase("scene", "scene", BACK, 'heard = "cast"') + END,
        "phase 'scene': stance: the presenter plays here and cannot be back",
    ),
    (
        with_phase('within = "leaders"'),
        "phase 'talk': within: the others have left when the leaders are among themselves, and 'end' follows",
    ),
    (
        HEAD + phase("call", "case_call", "offers = true", 'within = "leaders"') + END,
        "phase 'call': within: members cannot offer a case in a room of the leaders",
    ),
    (
        HEAD + phase("call", "case_call", "offers = true", "optional = true") + END,
        "phase 'call': optional: without a case call there is no case",
    ),
    (with_phase('chosen_by = "group"'), "phase 'talk': chosen_by: nobody is chosen here (offers = false)"),
]

SPEECH = [
    *(
        (
            with_phase(kind=kind, floor="leaders", gate="hard"),
            f"phase 'talk': floor: only leaders may speak, {waits}",
        )
        for kind in sorted(OF_GROUP | OF_PRESENTER)
        for waits in [f"and a phase of kind {kind} waits for others"]
    ),
    *(
        (with_phase(BACK, kind=kind), f"phase 'talk': stance: a phase of kind {kind} {why}")
        for kind in sorted(OF_PRESENTER)
        for why in ["waits for the presenter, who cannot be back"]
    ),
    (
        with_phase(floor="silent", gate="hard"),
        "phase 'talk': floor: nobody may speak, and a phase of kind discussion waits for speech",
    ),
    (
        with_phase('heard = "outer"', floor="queue", gate="hard"),
        "phase 'talk': heard: there is no outer circle (circles)",
    ),
    (
        with_phase('heard = "outer"', head=CIRCLES),
        "phase 'talk': floor: one of the outer circle speaks at a time: queue",
    ),
    (
        with_phase('heard = "cast"', kind="scene"),
        f"phase 'talk': {NO_PART}",
    ),
    (
        HEAD + CALL + CASTING + phase("between", "discussion") + SCENE + END,
        f"phase 'scene': {NO_PART}",
    ),
    (HEAD + CALL + CASTING + "optional = true\n" + SCENE + END, f"phase 'scene': {NO_PART}"),
    (
        with_phase('heard = "outer"', 'within = "leaders"', head=CIRCLES, floor="queue"),
        "phase 'talk': within: the leaders are among themselves, and nobody else is heard",
    ),
    (
        with_phase(BACK, 'within = "leaders"'),
        "phase 'talk': within: the leaders are among themselves, and nobody else is heard",
    ),
]

THE_WAY = [
    (HEAD + CALL + CALL, "phase 'call': key: another phase has it"),
    (
        HEAD + CALL + phase("first", "arrival") + phase("talk", "discussion"),
        "phases: it cannot end: the last phase, 'talk', is of kind discussion, not closing, debrief, leaving",
    ),
    (
        HEAD + CALL + phase("talk", "discussion") + phase("end", "closing", BACK),
        "phases: it cannot end: the last phase, 'end', needs a presenter, who may leave",
    ),
    (
        with_phase('again = { to = "talk", most = 2 }'),
        "phase 'talk': again: no earlier phase has the key 'talk'",
    ),
    (
        with_phase('again = { to = "end", most = 2 }'),
        "phase 'talk': again: no earlier phase has the key 'end'",
    ),
    (
        HEAD + CALL + phase("talk", "debrief", 'within = "leaders"', 'again = { to = "call", most = 2 }'),
        "phase 'talk': again: the others have left when the leaders are among themselves",
    ),
]

ALL = [*PEOPLE, *KEYS, *THE_PRESENTER, *SPEECH, *THE_WAY]


@pytest.mark.parametrize(("text", "why"), ALL, ids=[why for _, why in ALL])
def test_what_cannot_be_held_is_refused(text: str, why: str) -> None:
    assert mistake(text) == why


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD.replace("seats = 8", "seats = 16"),
        GOOD.replace("seats = 8", "seats = 7"),
        GOOD.replace("max = 6", "max = 4"),
        CIRCLES.replace("seats = 40", "seats = 33") + CALL + END,
        with_phase(floor="silent", gate="hard", kind="scene"),
        with_phase(floor="silent"),
        with_phase(floor="leaders"),
        with_phase(kind="seating", floor="leaders", gate="hard"),
        HEAD
        + CALL
        + phase("talk", "review", 'within = "leaders"', floor="leaders", gate="hard")
        + phase("after", "debrief", 'within = "leaders"'),
        with_phase('heard = "outer"', head=CIRCLES, floor="queue"),
        HEAD + CALL + CASTING + SCENE + END,
        HEAD + CALL + CASTING + SCENE + phase("out", "de_roling", 'heard = "cast"') + END,
        GOOD.replace('key = "call"', f'key = "{"x" * 64}"'),
        HEAD + CALL + phase("scene", "scene", 'heard = "cast"', "casting = true") + END,
        with_phase("round = { presenter_answers = true }", floor="round"),
        with_phase('again = { to = "call", most = 2 }'),
        HEAD + CALL + phase("out", "leaving"),
        HEAD + CALL + phase("after", "debrief", 'within = "leaders"'),
    ],
)
def test_what_can_only_just_be_held_is_not_refused(text: str) -> None:
    parse(text, "x.toml")


def test_the_inner_circle_leaders_and_a_speaker_of_the_outer_one_have_a_slot_each() -> None:
    assert [
        f.key for f in FORMS.values() if f.circles and f.circles.inner_max + LEADERS_MOST + 1 > SLOTS
    ] == []
