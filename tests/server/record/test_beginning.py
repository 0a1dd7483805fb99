"""The times of a record begin with its session, in all that is drawn and written of it."""

from __future__ import annotations

import re
from functools import partial

from facilitation.talk import Segment
from facilitation.vocabulary import Keeping
from server.pages.language import text
from server.record import eaf, rttm, spoke, textgrid
from server.record.beginning import from_beginning
from server.record.drawing import figures
from server.record.imported import record_of
from server.record.schema import from_json, to_json
from server.record.tables import phases, timelines
from tests.facilitation.worked_session import CIRCLE, SAID, a_session, record
from tests.server.record import earlier

TODAY = record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=CIRCLE)
EARLIER = from_json(earlier.SEATS)
"""Of the same session, kept with the ten seconds in which people waited for it."""
BEGAN_S = [0, 90, 120, 390, 490, 990, 1090, 1150]
FIRST_S = (10, 40)
"""When the first word began and ended."""


def test_one_that_was_kept_with_the_waiting_is_read_without_it() -> None:
    assert [one.began_s for one in EARLIER.phases] == [one.began_s for one in TODAY.phases] == BEGAN_S
    assert EARLIER.timeline is not None and TODAY.timeline is not None
    of_both = [[(one.start_s, one.end_s) for one in of.timeline.spoke] for of in (EARLIER, TODAY)]  # type: ignore[union-attr]
    assert of_both[0] == of_both[1] and of_both[0][0] == FIRST_S
    assert from_beginning(TODAY) == TODAY


def test_tables_and_other_programs_files_have_the_drawings_zero() -> None:
    for made in (EARLIER, TODAY):
        assert phases({"a": made}).rows[0]["began_s"] == 0
        assert timelines({"a": made}).rows[0]["start_s"] == FIRST_S[0]
        (said,) = rttm.read(spoke.write(made).decode()).values()
        assert (said[0].start_ms, said[0].end_ms) == tuple(1000 * s for s in FIRST_S)
        assert b'\n0\n90\n"arrival"\n' in textgrid.write(made)
        assert b'TIME_VALUE="0"' in eaf.write(made)


def test_the_phases_along_time_begin_at_their_left_edge() -> None:
    drawn = {one.key: one for one in figures(EARLIER, partial(text, "en"))}
    assert drawn["held"].rows[0][1] == "0:00" and "Zero is when the session began" in drawn["held"].note
    for one in (drawn["held"].svg, drawn["timeline"].svg):
        assert re.search(r'<rect class="(begun|member)" x="0\.0"', one)
    assert drawn["timeline"].more is not None and drawn["timeline"].more.rows[0][2] == "0:10–0:40"


def test_an_imported_meeting_keeps_the_times_of_its_file() -> None:
    made = from_json(to_json(record_of([Segment(1, 60_000, 90_000)], Keeping.SEAT_TIMELINE)))
    assert made.timeline is not None
    assert (made.phases[0].began_s, made.timeline.spoke[0].start_s) == (60, 60)
