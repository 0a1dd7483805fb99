"""Who has stayed for long enough to be noted is said as quickly as it is asked, and as the attendance has it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitation import commands as c
from facilitation.attendance import Attendance
from facilitation.vocabulary import SeatId
from server.room.presence import Presence
from server.store import Noting
from tests.facilitation.circle import ANN, BEN, LEA, gathered

HALF_MINUTE_MS = 30_000
seats = st.sampled_from((LEA, ANN, BEN))
waits = st.sampled_from((1, 200, HALF_MINUTE_MS - 1, HALF_MINUTE_MS, HALF_MINUTE_MS + 1))


@given(st.lists(st.tuples(seats, st.booleans(), st.lists(waits, max_size=3)), max_size=12), st.integers(0, 3))
def test_whoever_has_stayed_is_noted_and_whoever_is_noted_has_stayed(
    links: list[tuple[SeatId, bool, list[int]]], begins_after: int
) -> None:
    meeting = gathered()
    presence = Presence(Noting(certificates=True), Attendance(), 0.0)
    for count, (seat, up, lasts) in enumerate(links):
        if count == begins_after:
            meeting.ask(c.Begin())
        meeting.link(seat, up)
        presence.see(meeting.state)
        for ms in lasts:
            meeting.wait(ms)
            presence.see(meeting.state)
            noted = presence.attended(meeting.state, meeting.now)
            assert presence.stayed(meeting.now) == set(noted.stays if noted else ())


def test_it_is_reckoned_anew_only_when_it_may_have_changed() -> None:
    meeting = gathered()
    presence = Presence(Noting(certificates=True), Attendance(), 0.0)
    meeting.ask(c.Begin())
    meeting.link(ANN, True)
    presence.see(meeting.state)
    began_at, told = meeting.now, []
    for ms in range(0, 2 * HALF_MINUTE_MS, 200):
        told.append(presence.stayed(began_at + ms))
    assert told[-1] == {ANN} and len(set(map(id, told))) == 2, "before, and once she has stayed"
