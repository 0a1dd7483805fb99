"""A record that is made in another process: the same as here, and a fault there is told by its kind alone."""

from __future__ import annotations

import pytest

from facilitation.vocabulary import Keeping
from server import wire
from server.record.elsewhere import NotMade
from server.record.making import Sources, make, make_elsewhere
from tests.facilitation.circle import ANN, BEN, at
from tests.facilitation.forms import CLASSIC


def sources() -> Sources:
    meeting = at("discussion", CLASSIC)
    lines = [wire.event_to_json(event) for event in meeting.log]
    now = meeting.state.at
    return Sources(
        CLASSIC, False, lines, now + 60_000, [(ANN, now, now + 4_000), (BEN, now + 5_000, now + 9_000)],
        Keeping.AGGREGATE, "2026-11",
    )  # fmt: skip


async def test_it_is_the_same_record_as_here() -> None:
    made = await make_elsewhere(sources())
    assert made == make(sources()) and made.record is not None
    assert ANN in made.there and BEN in made.there


def test_the_seats_of_a_timeline_have_numbers_that_are_drawn_each_time() -> None:
    asked = sources()._replace(keeping=Keeping.SEAT_TIMELINE)
    timelines = {make(asked).record for _ in range(20)}
    assert len(timelines) > 10, "of eight seats there are 40320 orders"
    assert make(asked).less == make(sources()).record and make(sources()).less is None


async def test_a_log_that_is_none_is_told_by_the_kind_of_its_fault() -> None:
    with pytest.raises(NotMade, match=r"^BadLog$"):
        await make_elsewhere(sources()._replace(lines=[b'{"Anna Berg": 1}']))
