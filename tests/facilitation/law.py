"""The law as one table, and how a row of it is tried."""

from __future__ import annotations

import pytest

from facilitation import commands as c
from facilitation.vocabulary import Code
from tests.facilitation.circle import Meeting
from tests.facilitation.law_case import THE_CASE
from tests.facilitation.law_coming import COMING_AND_GOING
from tests.facilitation.law_floor import THE_FLOOR
from tests.facilitation.law_privacy import AMONG_FEW
from tests.facilitation.law_rows import HERE, Row
from tests.facilitation.law_scene import THE_SCENE
from tests.facilitation.law_way import THE_WAY
from tests.facilitation.situations import SITUATIONS

LAW = [*COMING_AND_GOING, *THE_WAY, *THE_CASE, *THE_FLOOR, *THE_SCENE, *AMONG_FEW]
ABOUT_THE_CASE = (
    c.OfferCase, c.WithdrawOffer, c.ChoosePresenter, c.NameOne, c.CloseChoice, c.AcceptAudience, c.WithdrawCase,
    c.CloseCase, c.GoOn,
)  # fmt: skip


def about_here(command: c.Command, meeting: Meeting) -> c.Command:
    """The command about what stands at the moment, where the table says HERE."""
    if getattr(command, "about", None) != HERE:
        return command
    state = meeting.state
    if isinstance(command, c.EndTurn | c.PassTurn):
        now = state.turn.number if state.turn else 0
    elif isinstance(command, ABOUT_THE_CASE):
        now = state.case
    elif isinstance(command, c.PassLead):
        now = state.leads
    else:
        now = state.entry
    fields = {name: getattr(command, name) for name in type(command).__dataclass_fields__}
    return type(command)(**(fields | {"about": now}))


def it_is_so(row: Row) -> None:
    """What the row says comes of it, and a refusal changes nothing."""
    situation, actor, command, expected = row
    meeting = SITUATIONS[situation]()
    before, asked = meeting.state, about_here(command, meeting)
    if isinstance(expected, Code):
        assert meeting.refused(asked, actor).code == expected
    assert meeting.answer(asked, actor) == expected
    assert (meeting.state == before) == (expected == [] or isinstance(expected, Code))


def law_of(*kinds: type) -> pytest.MarkDecorator:
    """Tries every row about these commands; all rows if there are none."""
    rows = [row for row in LAW if not kinds or isinstance(row[2], kinds)]
    return pytest.mark.parametrize("row", rows, ids=[f"{row[0]}-{row[1]}-{row[2]}" for row in rows])
