"""What may be written in a format's file, and what a mistake is told: file, phase and key."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from facilitation.format import Again, Circles, Format, Grace, Phase, RoundRule, TurnRule
from facilitation.reading import parse
from facilitation.toml_table import MINUTE_MS
from facilitation.vocabulary import (
    AtLimit,
    ChosenBy,
    Floor,
    Gate,
    Heard,
    Latecomers,
    PhaseKind,
    Role,
    RoundOrder,
    Stance,
    Title,
    Within,
)
from tests.facilitation.any_form import as_toml, formats
from tests.facilitation.format_texts import CALL, END, GOOD, HEAD, mistake, phase


def test_what_is_not_written_has_a_quiet_default() -> None:
    form = parse(GOOD, "f.toml")
    call = Phase(
        "call", PhaseKind.CASE_CALL, 0, 5 * MINUTE_MS, 9 * MINUTE_MS, Floor.OPEN, Gate.SOFT, offers=True
    )
    end = Phase("end", PhaseKind.CLOSING, 0, 5 * MINUTE_MS, 9 * MINUTE_MS, Floor.OPEN, Gate.SOFT)
    assert form == Format("f", 1, 4, 6, 8, (call, end))


def test_everything_that_may_be_written() -> None:
    """A format that uses every key; what it says is what is read."""
    text = """
key = "all"
version = 3
name = { en = "All of it", de = "Alles" }
members = { min = 2, max = 20 }
seats = 30
roles = ["leader", "co_leader", "member"]
titles = { leader = "director", co_leader = "supervisor" }
latecomers = "boundary"
circles = { inner_min = 2, inner_max = 6, outer_max = 20 }
grace = { leader_seconds = 1, speaker_seconds = 0, presenter_seconds = 3, alone_seconds = 4, recall_seconds = 5 }
[[phases]]
key = "choice"
kind = "choice"
minutes = [0, 1.5, 5]
floor = "round"
gate = "hard"
offers = true
chosen_by = "group"
turn = { limit_seconds = 60, at_limit = "end" }
round = { order = "hands", presenter_answers = false }
at_limit = "end"
name = { en = "Choice", fr = "Choix" }
prompts = [{ en = "One" }, { en = "Two", de = "Zwei" }]
[[phases]]
key = "seating"
kind = "seating"
minutes = [0, 1, 1]
floor = "leaders"
gate = "soft"
accept = true
optional = true
[[phases]]
key = "casting"
kind = "casting"
minutes = [0, 1, 1]
floor = "open"
gate = "soft"
casting = true
[[phases]]
key = "scene"
kind = "scene"
minutes = [0, 1, 1]
floor = "open"
gate = "hard"
heard = "cast"
[[phases]]
key = "talk"
kind = "discussion"
minutes = [0, 1, 1]
floor = "open"
gate = "soft"
stance = "back_hidden"
again = { to = "casting", most = 2 }
[[phases]]
key = "debrief"
kind = "debrief"
minutes = [0, 1, 1]
floor = "leaders"
gate = "hard"
within = "leaders"
"""
    form = parse(text, "all.toml")
    assert (form.key, form.version, form.name) == ("all", 3, {"en": "All of it", "de": "Alles"})
    assert (form.members_min, form.members_max, form.seats) == (2, 20, 30)
    assert form.roles == {Role.LEADER, Role.CO_LEADER, Role.MEMBER}
    assert form.titles == {Role.LEADER: Title.DIRECTOR, Role.CO_LEADER: Title.SUPERVISOR}
    assert form.latecomers is Latecomers.BOUNDARY
    assert form.circles == Circles(2, 6, 20)
    assert form.grace == Grace(1000, 0, 3000, 4000, 5000)
    choice, seating, casting, scene, talk, debrief = form.phases
    assert choice == Phase(
        "choice", PhaseKind.CHOICE, 0, 90_000, 5 * MINUTE_MS, Floor.ROUND, Gate.HARD, offers=True,
        chosen_by=ChosenBy.GROUP, turn=TurnRule(60_000, AtLimit.END), round=RoundRule(RoundOrder.HANDS),
        at_limit=AtLimit.END, name={"en": "Choice", "fr": "Choix"},
        prompts=({"en": "One"}, {"en": "Two", "de": "Zwei"}),
    )  # fmt: skip
    assert (seating.accept, seating.optional) == (True, True)
    assert (casting.casting, scene.heard) == (True, Heard.CAST)
    assert (talk.stance, talk.again) == (Stance.BACK_HIDDEN, Again("casting", 2))
    assert debrief.within is Within.LEADERS


def test_the_smallest_that_may_be_written() -> None:
    text = GOOD.replace("min = 4, max = 6", "min = 1, max = 1").replace(
        "seats = 8", "seats = 3\ncircles = { inner_min = 1, inner_max = 1, outer_max = 1 }"
    )
    form = parse(text, "small.toml")
    assert (form.members_min, form.members_max, form.circles) == (1, 1, Circles(1, 1, 1))


MISTAKES = [
    ("key = ", "not valid TOML: Invalid value (at end of document)"),
    ("a = " + "[" * 20_000, "not readable: it is nested too deeply"),
    ('name = { en = "One\u202e" }\n' + HEAD + CALL + END, "name: en: a character in it cannot be seen"),
    ("", "phases: at least one [[phases]] table is needed"),
    ("phases = 3", "phases: expected a list in [ ], found 3"),
    ("phases = [1]", "phases: at least one [[phases]] table is needed"),
    (GOOD.replace('key = "f"\n', ""), "key: missing"),
    (GOOD.replace("version = 1", "version = 0"), "version: 0 is not between 1 and 10000"),
    (GOOD.replace("seats = 8", "seats = 65"), "seats: 65 is not between 2 and 64"),
    (GOOD.replace("seats = 8", "chairs = 8"), "seats: missing"),
    (GOOD.replace("seats = 8", "seats = 8\nchairs = 8"), "chairs: unknown key"),
    (GOOD.replace("min = 4, ", ""), "members: min: missing"),
    (GOOD.replace("min = 4", "min = 0"), "members: min: 0 is not between 1 and 100"),
    (GOOD.replace("min = 4", "min = 101"), "members: min: 101 is not between 1 and 100"),
    (GOOD.replace("max = 6", "max = 0"), "members: max: 0 is not between 1 and 100"),
    (GOOD.replace("max = 6", "max = 101"), "members: max: 101 is not between 1 and 100"),
    (GOOD.replace("max = 6", "max = 6, most = 7"), "members: most: unknown key"),
    (GOOD.replace('key = "call"\n', ""), "phase 1: key: missing"),
    (GOOD.replace('key = "call"', "key = 2"), "phase 2: key: expected a text in quotes, found 2"),
    (GOOD.replace('"closing"', '"chat"'), f"phase 'end': kind: 'chat' is none of {', '.join(PhaseKind)}"),
    (GOOD + 'stance = "out"', "phase 'end': stance: 'out' is none of in_circle, back_visible, back_hidden"),
    (GOOD + 'within = "bar"', "phase 'end': within: 'bar' is none of circle, leaders"),
    (GOOD + 'heard = "wall"', "phase 'end': heard: 'wall' is none of circle, outer, cast"),
    (GOOD + 'chosen_by = "lot"', "phase 'end': chosen_by: 'lot' is none of leaders, group"),
    (GOOD + "optional = 1", "phase 'end': optional: expected true or false, found 1"),
    (GOOD + 'colour = "red"\nflavour = 1', "phase 'end': colour: unknown key"),
    (GOOD + "turn = { limit_seconds = 0 }", "phase 'end': turn: limit_seconds: 0 is not between 1 and 3600"),
    (GOOD + "turn = { limit_minutes = 1 }", "phase 'end': turn: limit_minutes: unknown key"),
    (GOOD + 'turn = { at_limit = "cut" }', "phase 'end': turn: at_limit: 'cut' is none of inform, end"),
    (GOOD + "turn = 60", "phase 'end': turn: expected a table, found 60"),
    (GOOD + 'round = { order = "lot" }', "phase 'end': round: order: 'lot' is none of seats, hands"),
    (GOOD + "round = { least = 1 }", "phase 'end': round: least: unknown key"),
    (GOOD + 'again = { to = "call", most = 1 }', "phase 'end': again: most: 1 is not between 2 and 20"),
    (GOOD + 'again = { to = "call", most = 21 }', "phase 'end': again: most: 21 is not between 2 and 20"),
    (
        GOOD + 'again = { to = "call", most = 2, typical = 3 }',
        "phase 'end': again: typical: 3 is not between 1 and 2",
    ),
    (
        GOOD + 'again = { to = "call", most = 2, typical = 0 }',
        "phase 'end': again: typical: 0 is not between 1 and 2",
    ),
    (GOOD + 'again = { to = "call" }', "phase 'end': again: most: missing"),
    (GOOD + 'again = { to = "call", most = 2, less = 1 }', "phase 'end': again: less: unknown key"),
    (
        HEAD + "grace = { leader_seconds = 0 }\n" + CALL + END,
        "grace: leader_seconds: 0 is not between 1 and 3600",
    ),
    (
        HEAD + "grace = { recall_seconds = 0 }\n" + CALL + END,
        "grace: recall_seconds: 0 is not between 1 and 3600",
    ),
    (HEAD + "grace = { leader = 9 }\n" + CALL + END, "grace: leader: unknown key"),
    (HEAD + 'roles = ["leader", "patient"]\n' + CALL + END, f"roles: 'patient' is none of {', '.join(Role)}"),
    (
        HEAD + 'titles = { leader = "boss" }\n' + CALL + END,
        f"titles: leader: 'boss' is none of {', '.join(Title)}",
    ),
    (HEAD + 'titles = { patient = "leader" }\n' + CALL + END, "titles: patient: unknown key"),
    (HEAD + 'latecomers = "never"\n' + CALL + END, "latecomers: 'never' is none of leader, boundary"),
    (
        HEAD + "circles = { inner_min = 8, inner_max = 15, outer_max = 9 }\n" + CALL + END,
        "circles: inner_max: 15 is not between 1 and 12",
    ),
    *(
        (
            HEAD + f"circles = {{ inner_min = {low}, inner_max = 2, outer_max = {outer} }}\n" + CALL + END,
            f"circles: {why}",
        )
        for low, outer, why in (
            (0, 9, "inner_min: 0 is not between 1 and 12"),
            (15, 9, "inner_min: 15 is not between 1 and 12"),
            (1, 0, "outer_max: 0 is not between 1 and 64"),
            (1, 65, "outer_max: 65 is not between 1 and 64"),
        )
    ),
    (
        HEAD + "circles = { inner_min = 1, inner_max = 2, outer_max = 9, middle = 1 }\n" + CALL + END,
        "circles: middle: unknown key",
    ),
    (
        HEAD + CALL + phase("end", "closing", "prompts = [1]"),
        "phase 'end': prompts: expected { en = \"...\" }, found 1",
    ),
    (HEAD + "name = { fr = 'f' }\n" + CALL + END, "name: the English text (en) is missing"),
]


@pytest.mark.parametrize(("text", "why"), MISTAKES, ids=[why for _, why in MISTAKES])
def test_a_mistake_is_told_with_file_phase_and_key(text: str, why: str) -> None:
    assert mistake(text) == why


@given(formats())
@settings(max_examples=100)
def test_whatever_may_be_held_may_be_written(form: Format) -> None:
    """Also says that the formats of the state machine are formats."""
    assert parse(as_toml(form), "any.toml") == form


def test_a_mark_before_the_first_letter_and_spaces_of_the_french_are_no_mistakes() -> None:
    form = parse('\ufeffname = { en = "One", fr = "Un\u00a0: deux\u202f!" }\n' + HEAD + CALL + END, "x.toml")
    assert form.name["fr"] == "Un\u00a0: deux\u202f!"
