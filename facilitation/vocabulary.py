"""The field's own words: the one glossary every other module speaks.

Imports nothing but the standard library. The values are the words used on the wire and in the log,
so they are never renamed without an upcast of stored events.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

SeatId = NewType("SeatId", int)
"""A slot of the circle, counted from 1; the same for everyone, never given to somebody else in a session."""


class Role(StrEnum):
    LEADER = "leader"
    CO_LEADER = "co_leader"
    MEMBER = "member"
    OBSERVER = "observer"
    """Hears and sees the circle, is seen in it, is never heard: there is no unseen listener."""


LEADING = frozenset({Role.LEADER, Role.CO_LEADER})


class Standing(StrEnum):
    """Where somebody is with respect to the circle."""

    WAITING = "waiting"
    SEATED = "seated"
    LEFT = "left"
    REMOVED = "removed"


class Link(StrEnum):
    UP = "up"
    DOWN = "down"


class Stage(StrEnum):
    GATHERING = "gathering"
    RUNNING = "running"
    ENDED = "ended"


class PhaseKind(StrEnum):
    ARRIVAL = "arrival"
    CASE_CALL = "case_call"
    PRESENTATION = "presentation"
    QUESTIONS = "questions"
    DISCUSSION = "discussion"
    RETURN = "return"
    JOINT_DISCUSSION = "joint_discussion"
    CLOSING = "closing"
    DEBRIEF = "debrief"


class Floor(StrEnum):
    """To whom the floor belongs; leaders may always speak."""

    OPEN = "open"
    QUEUE = "queue"
    PRESENTER = "presenter"
    ASKER_AND_PRESENTER = "asker_and_presenter"
    LEADERS = "leaders"


class Gate(StrEnum):
    """What a floor does about the others: hard, the server does not forward them; soft, it shows whose floor it is."""

    HARD = "hard"
    SOFT = "soft"


class Stance(StrEnum):
    """Where the presenter sits. Whoever is back hears and sees the circle and is not heard."""

    IN_CIRCLE = "in_circle"
    BACK_VISIBLE = "back_visible"
    BACK_HIDDEN = "back_hidden"


class AtLimit(StrEnum):
    """What reaching a time limit does. Informing is the default: time informs, people decide."""

    INFORM = "inform"
    END = "end"


class Within(StrEnum):
    """Who shares the room during a phase."""

    CIRCLE = "circle"
    LEADERS = "leaders"


class Word(StrEnum):
    """What a presenter may tell the leaders in private: fixed messages, no free text."""

    BRING_ME_BACK = "bring_me_back"
    NEED_A_PAUSE = "need_a_pause"


class Code(StrEnum):
    """Why a command is refused. Clients switch on it; people read a translation of it."""

    SESSION_ENDED = "session_ended"
    NOT_BEGUN = "not_begun"
    ALREADY_BEGUN = "already_begun"
    NOT_ALLOWED = "not_allowed"
    CONFLICT = "conflict"
    NO_SUCH_SEAT = "no_such_seat"
    NOT_WAITING = "not_waiting"
    NOT_SEATED = "not_seated"
    SESSION_FULL = "session_full"
    NOT_A_CASE_CALL = "not_a_case_call"
    NOT_OFFERED = "not_offered"
    NO_PRESENTER = "no_presenter"
    PUSHED_BACK = "pushed_back"
    NOT_PUSHED_BACK = "not_pushed_back"
    NO_SUCH_PHASE = "no_such_phase"
    PHASE_NOT_OPTIONAL = "phase_not_optional"
    NO_CLOCK = "no_clock"
    OUT_OF_BOUNDS = "out_of_bounds"
    PAUSED = "paused"
    NOT_PAUSED = "not_paused"
    NO_TURNS_HERE = "no_turns_here"
    NO_TURN = "no_turn"


class Refused(Exception):
    """A command that changes nothing. `code` is for programs, `detail` names what it is about; never a name."""

    def __init__(self, code: Code, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else str(code))
        self.code = code
        self.detail = detail
