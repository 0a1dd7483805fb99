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
    """What a phase is for: it gives a phase its word on the screen, never its rules."""

    ARRIVAL = "arrival"
    STORIES = "stories"
    FOLLOW_UP = "follow_up"
    CASE_CALL = "case_call"
    CHOICE = "choice"
    SEATING = "seating"
    PRESENTATION = "presentation"
    QUESTIONS = "questions"
    CASTING = "casting"
    SCENE = "scene"
    DE_ROLING = "de_roling"
    DISCUSSION = "discussion"
    FANTASIES = "fantasies"
    HYPOTHESES = "hypotheses"
    SUGGESTIONS = "suggestions"
    REFLECTION = "reflection"
    RETURN = "return"
    JOINT_DISCUSSION = "joint_discussion"
    REVIEW = "review"
    CLOSING = "closing"
    LEAVING = "leaving"
    DEBRIEF = "debrief"


class Floor(StrEnum):
    """To whom the floor belongs; leaders may always speak."""

    OPEN = "open"
    QUEUE = "queue"
    ROUND = "round"
    """Everyone in turn; the turn passes on by itself when a speaker ends it."""
    PRESENTER = "presenter"
    ASKER_AND_PRESENTER = "asker_and_presenter"
    LEADERS = "leaders"
    SILENT = "silent"
    """Nobody's: a silence that the form asks for."""


TAKES_TURNS = frozenset({Floor.OPEN, Floor.QUEUE, Floor.ROUND, Floor.ASKER_AND_PRESENTER})
PRESENTERS = frozenset({Floor.PRESENTER, Floor.ASKER_AND_PRESENTER})
"""The floors that need a presenter."""


class Heard(StrEnum):
    """Who works in a phase, and so may be heard at all. Always hard: the others hear and see, and are not heard."""

    CIRCLE = "circle"
    """The circle; where there are two, the inner one."""
    OUTER = "outer"
    """One of the outer circle at a time, whom a leader has given the turn."""
    CAST = "cast"
    """Whoever plays in the scene, and a double to whom a leader has given the turn."""


class Circle(StrEnum):
    """Where there are two: the inner circle works, the outer one hears and sees."""

    INNER = "inner"
    OUTER = "outer"


class Part(StrEnum):
    """What somebody plays in a scene. The name on the plate is a person's data and never here."""

    PROTAGONIST = "protagonist"
    AUXILIARY = "auxiliary"
    DOUBLE = "double"


class RoundOrder(StrEnum):
    SEATS = "seats"
    HANDS = "hands"
    """Whoever raises a hand first, until everyone has been asked."""


class ChosenBy(StrEnum):
    """Who chooses the presenter in a phase where cases are offered."""

    LEADERS = "leaders"
    GROUP = "group"
    """Everyone names one; no tally is shown, and the chosen one may decline."""


class Latecomers(StrEnum):
    """When those who wait come in, beside being admitted by a leader at any time."""

    LEADER = "leader"
    BOUNDARY = "boundary"
    """At the next phase."""


class Hold(StrEnum):
    """Why the clocks stand still."""

    PAUSE = "pause"
    """A leader paused."""
    SPEAKER = "speaker"
    """The link of whoever has the turn is down."""
    PRESENTER = "presenter"
    """The presenter's link is down."""
    NO_LEADER = "no_leader"
    """No leader's link is up: a safe pause."""


LINK_HOLDS = frozenset({Hold.SPEAKER, Hold.PRESENTER})
"""Holds that wait for one person's link; the others stop everything."""


class Title(StrEnum):
    """What a format calls those who lead it, where that is not leader and co-leader."""

    LEADER = "leader"
    CO_LEADER = "co_leader"
    DIRECTOR = "director"
    LEADER_IN_TRAINING = "leader_in_training"
    SUPERVISOR = "supervisor"


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
    """What one may tell the leaders in private: fixed messages, no free text."""

    BRING_ME_BACK = "bring_me_back"
    NEED_A_PAUSE = "need_a_pause"
    DISTRESS = "distress"
    """May be followed by a word in the private room with a co-leader."""
    LEAVE_EARLY = "leave_early"


PRESENTERS_WORDS = frozenset({Word.BRING_ME_BACK, Word.NEED_A_PAUSE})


class Intervention(StrEnum):
    """What leaders do to keep the form, from a closed list."""

    OPEN = "open"
    FRAME = "frame"
    PROTECT_PRESENTER = "protect_presenter"
    REDIRECT_ADVICE = "redirect_advice"
    REDIRECT_QUESTION = "redirect_question"
    INVITE_PATIENT_VIEW = "invite_patient_view"
    INVITE_DOCTOR_VIEW = "invite_doctor_view"
    HOLD_SILENCE = "hold_silence"
    REFLECT_GROUP = "reflect_group"
    TIME = "time"
    RECALL_PRESENTER = "recall_presenter"
    CLOSE = "close"


class Keeping(StrEnum):
    """What is kept of how a session went, chosen before it begins."""

    NOTHING = "nothing"
    AGGREGATE = "aggregate"
    """Sums for each phase, and shares in rank order."""
    SEAT_TIMELINE = "seat_timeline"
    """Also which seat spoke when, the seats shuffled anew: pseudonymous, not anonymous."""


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
    NOT_MISSED = "not_missed"
    """A leader who is there, or was until a moment ago."""
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
    NO_ROUND = "no_round"
    STEPPED_OUT = "stepped_out"
    """In the private room."""
    NOT_IN_PRIVATE = "not_in_private"
    NO_WORD = "no_word"
    NO_CHOICE = "no_choice"
    NO_MORE = "no_more"
    """Held as often as the format allows."""
    NOT_ACCEPTED = "not_accepted"
    """The presenter has not accepted the audience."""
    NO_CIRCLES = "no_circles"
    CIRCLE_FULL = "circle_full"
    NO_CAST = "no_cast"
    NOT_INVITED = "not_invited"
    NOT_KEPT = "not_kept"
    """Nothing is kept of this session."""
    NO_MARK = "no_mark"
    TOO_LATE = "too_late"
    """It can no longer be undone."""


class Refused(Exception):
    """A command that changes nothing. `code` is for programs, `detail` names what it is about; never a name."""

    def __init__(self, code: Code, detail: str = "") -> None:
        self.code = code
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.code}: {self.detail}" if self.detail else str(self.code)
