"""The page of formats and its drawings are those of the formats as they are; and no code knows a format by name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from facilitation import commands as c
from facilitation.evolution import fold
from facilitation.reach import reach
from facilitation.reading import parse
from facilitation.session import decide
from facilitation.state import SessionState
from facilitation.vocabulary import PhaseKind, Role, SeatId
from server.formats import find, load
from server.formats.guide import guide
from server.formats.speakers import voices

ROOT = Path(__file__).parents[3]
UNSEEN = """
key = "walking_group"
version = 1
name = { en = "A walking group", fr = "Un groupe qui marche" }
members = { min = 2, max = 6 }
seats = 8

[[phases]]
key = "setting_out"
kind = "arrival"
minutes = [1, 2, 3]
floor = "silent"
gate = "hard"

[[phases]]
key = "at_the_fork"
kind = "choice"
minutes = [1, 2, 3]
floor = "round"
gate = "hard"
offers = true
chosen_by = "group"
turn = { limit_seconds = 20, at_limit = "end" }
round = { order = "hands" }

[[phases]]
key = "ahead"
kind = "fantasies"
minutes = [1, 5, 9]
floor = "queue"
gate = "hard"
stance = "back_hidden"
again = { to = "at_the_fork", most = 2 }

[[phases]]
key = "home"
kind = "closing"
minutes = [1, 2, 3]
floor = "leaders"
gate = "soft"
"""


def test_the_documents_are_current() -> None:
    made = guide(ROOT / "docs")
    for file, content in made.items():
        assert file.exists() and file.read_text("utf-8") == content, f"{file.name} is old: run `make docs`"
    assert set((ROOT / "docs" / "formats").glob("*")) <= made.keys(), "a drawing of no format"


def test_no_code_knows_a_format_by_its_name() -> None:
    names = re.compile(rf"""["'`]({"|".join(load().entries)})(\.toml)?["'`]""")
    places = [
        *ROOT.glob("facilitation/**/*.py"),
        *ROOT.glob("server/**/*.py"),
        *ROOT.glob("client/src/**/*.ts*"),
    ]
    assert len(places) > 150
    for file in places:
        if ".test." not in file.name:
            assert names.findall(file.read_text("utf-8")) == [], file


def test_a_pushed_back_presenter_is_silent_in_every_table() -> None:
    rows = [
        (form.key, phase.key, voice)
        for form in (entry.form for entry in load().entries.values())
        for index, phase in enumerate(form.phases)
        for voice in voices(form, index)
        if voice.who == "presenter" and phase.stance != "in_circle"
    ]
    assert len(rows) > 10
    assert [row for row in rows if row[2].heard] == []


def test_of_two_circles_nobody_works_in_the_inner_one_before_it_is_seated() -> None:
    for form in (entry.form for entry in load().entries.values() if entry.form.circles):
        kinds = [phase.kind for phase in form.phases]
        named = ["members" in {voice.who for voice in voices(form, index)} for index in range(len(kinds))]
        assert named.index(True) == kinds.index(PhaseKind.SEATING) > 0


@pytest.mark.parametrize("from_a_file", [True, False])
def test_a_format_that_the_code_has_never_seen_loads_and_plays(from_a_file: bool, tmp_path: Path) -> None:
    (tmp_path / "walking.toml").write_text(UNSEEN)
    form = find("walking_group", tmp_path).form if from_a_file else parse(UNSEEN, "walking.toml")
    state = SessionState(form)
    leader, ann, ben = map(SeatId, (1, 2, 3))

    def ask(command: c.Command, actor: SeatId | None = leader) -> None:
        nonlocal state
        state = fold(state, decide(state, command, actor, 0))

    for role in (Role.LEADER, Role.MEMBER, Role.MEMBER):
        ask(c.TakeSeat(role), None)
    for seat in (ann, ben):
        ask(c.ReportLink(seat, True), None)
        ask(c.Admit(seat))
    ask(c.ReportLink(leader, True), None)
    ask(c.Begin())
    assert reach(state)[leader].audio == frozenset(), "the silence is kept"
    ask(c.Advance(state.entry))
    for times in (1, 2):
        ask(c.NameOne(times, ann), ben)
        ask(c.CloseChoice(times))
        ask(c.Advance(state.entry))
        assert state.back == ann and ann not in reach(state)[ben].video
        if times == 1:
            ask(c.Advance(state.entry, "at_the_fork"))
    ask(c.Advance(state.entry))
    assert state.phase is not None and state.phase.key == "home"
    ask(c.End())
    assert reach(state) == {}
