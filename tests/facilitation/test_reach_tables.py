"""Who hears and sees whom in every phase of every format, as pages to be read: tests/golden/reach.

UPDATE_GOLDEN=1 pytest tests/facilitation/test_reach_tables.py writes them anew; look at the difference before you keep
it. What is written there is also held against the witness, who knows nothing of the code.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from facilitation.audience import View, audience_of, live_views
from facilitation.reach import reach
from facilitation.vocabulary import SeatId, Standing
from tests.facilitation.forms import FORMS
from tests.facilitation.reach_page import Scene, Then, page, scenes
from tests.facilitation.reach_table import COLUMNS, Table
from tests.facilitation.witness import Witness
from tests.golden_file import GOLDEN, is_as_kept

every_form = pytest.mark.parametrize("key", FORMS)


@cache
def played(key: str) -> tuple[Scene, ...]:
    return tuple(scenes(FORMS[key]))


def moments(key: str) -> Iterator[tuple[str, Then]]:
    """Everything that a page tells of."""
    for scene in played(key):
        yield scene.key, scene.begins
        for title, then in scene.happens.items():
            yield f"{scene.key}, {title}", then


@every_form
def test_the_page_of_a_format(key: str) -> None:
    is_as_kept(f"reach/{key}.txt", page(FORMS[key], played(key)))


def test_there_is_a_page_for_each_format_and_no_other() -> None:
    assert {file.stem for file in (GOLDEN / "reach").iterdir()} == FORMS.keys()


@every_form
def test_a_page_can_be_read(key: str) -> None:
    lines = (GOLDEN / "reach" / f"{key}.txt").read_text().splitlines()
    assert len(lines) < 200 and max(len(line) for line in lines) <= 132


@every_form
def test_what_is_written_is_what_reach_says(key: str) -> None:
    """Everybody is in one line of a table, and the words mean exactly those whom they receive and who receive them."""
    for scene in played(key):
        table = scene.begins.table
        seats = sorted(seat for line in table.lines for seat in line.seats)
        assert seats == sorted(table.state.seats), scene.key
        for line in table.lines:
            for column, said in zip(COLUMNS, line.said, strict=True):
                assert means(table, column, said, line.seats), (scene.key, line)
    for name, then in moments(key):
        for column in ("heard by", "seen by"):
            said_of = then.table.by_audience(column)
            people = [then.table.words.meaning(whom) for _, whom in said_of]
            assert sum(map(len, people)) == len(frozenset().union(*people)) == len(then.table.words.everyone)
            for (audience, _), whom in zip(said_of, people, strict=True):
                assert means(then.table, column, audience, whom), (name, audience)


def means(table: Table, column: str, said: str, of: frozenset[SeatId]) -> bool:
    """Whether what is said of these is so of each; nobody is meant by what is said of themselves."""
    meant = table.words.meaning(said)
    return all(meant - {seat} == table.relations[column][seat] for seat in of)


@every_form
def test_the_witness_says_the_same(key: str) -> None:
    for name, then in moments(key):
        witness = Witness(then.meeting.state.format)
        for event in then.meeting.log:
            witness.follow(event)
        received = {seat: (r.audio, r.video) for seat, r in reach(then.meeting.state).items()}
        assert received == witness.receives(), name


@every_form
def test_nobody_listens_unseen(key: str) -> None:
    """Whoever hears or sees somebody is shown to them as sitting there, though their picture may be hidden."""
    for name, then in moments(key):
        state = then.meeting.state
        views = live_views(state)
        known = {seat: views[audience_of(state, seat)] for seat in state.seats}
        for listener, received in reach(state).items():
            for other in received.audio | received.video:
                assert sit_together(known[other], listener, other), (name, listener, other)


def sit_together(known: View, seat: SeatId, other: SeatId) -> bool:
    """Whether by what is known both sit in the circle, or both in the private room."""
    inside = set((known.get("private") or {"inside": []})["inside"])
    shown = known["seats"].get(str(seat), {})
    return shown.get("standing") == Standing.SEATED and (
        {seat, other} <= inside or not ("stepped_out" in shown or inside & {seat, other})
    )
