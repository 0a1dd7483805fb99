"""What a structure record holds: words from closed lists, counts, and times of which nobody can tell a second.

Names end in what they are: `_s` seconds in steps of five, `_share` and the like a part of 1. The schema that is
published (docs/record/schema.json) is made from these classes; docs/record/metrics.md says what each figure means.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from facilitation.vocabulary import Keeping, PhaseKind, Role

VERSION = 5
"""Of the record's shape."""
READ = (1, 2, 3, 4, VERSION)
"""What is still read: the first had of interventions only what the course shows, and says so in what it lacks; in both
first ones each member's share was rounded by itself, to thirds or tenths, no seat had a sum, and a meeting of which
roles and plan are not known had noughts in their place. In the third Gini and evenness of nine members or more are told
in hundredths, and a meeting of which no phases are known is called a joint discussion. Before the fifth none says that
it was measured in part: where the server was killed, what was lost counted as silence; nor that it was hurried."""
FOUND_AGAIN_PERCENT = 57
"""Of the seats of a seat timeline, how many in a hundred are found again in the group's next record. Measured by
tests/facilitation/test_linkage.py; whoever chooses or is asked reads it (server/pages/language.py)."""
FormatKey = NewType("FormatKey", str)
"""The key of one of our formats; `own` where the group works in one of its own, whose name might name the group."""
OWN = FormatKey("own")
PhaseWord = NewType("PhaseWord", str)
"""A kind of phase of the form; or, where no phases are known, `whole_meeting` for all of it."""
WHOLE_MEETING = PhaseWord("whole_meeting")
PHASE_WORDS = (*(PhaseWord(kind.value) for kind in PhaseKind), WHOLE_MEETING)
"""In the order of the form."""
Month = NewType("Month", str)
"""Such as 2026-11."""
Part = NewType("Part", float)
"""From 0 to 1."""


class SizeBand(StrEnum):
    """How many members there were, leaders and observers not counted."""

    UNDER_FIVE = "under_5"
    FIVE_TO_EIGHT = "5_to_8"
    NINE_TO_TWELVE = "9_to_12"
    THIRTEEN_TO_SIXTEEN = "13_to_16"
    MORE = "over_16"


class Lack(StrEnum):
    """What a record cannot say, and why."""

    NOT_BEGUN = "not_begun"
    NOT_ENDED = "not_ended"
    """The log stops in the middle: what came after is not in the record."""
    SPEECH_NOT_MEASURED = "speech_not_measured"
    MEASURED_IN_PART = "measured_in_part"
    """Whoever measures was stopped in the middle and went on: of what came just before nobody knows who spoke."""
    NO_SPEECH = "no_speech"
    TOO_SHORT = "too_short"
    """So little was said that shares would say who said it, or nothing: in under five minutes, by fewer than three
    members, or for less than a minute in all."""
    TOO_FEW_MEMBERS = "too_few_members"
    """Shares among four would be those of persons."""
    INTERVENTIONS_NOT_NOTED = "interventions_not_noted"
    """No leader marked one: only those are counted that the course of the session shows."""
    HURRIED = "hurried"
    """It was a rehearsal that went faster than in earnest: its times are not those of a meeting."""
    ROLES_UNKNOWN = "roles_unknown"
    """Nobody knows who led or presented: everyone counts as a member, and what is of leaders or presenter is null."""
    PLAN_UNKNOWN = "plan_unknown"
    """Nobody knows what was planned: that is null."""


@dataclass(frozen=True, slots=True)
class BySpeaker:
    """None: roles are not known, and everyone counts as a member."""

    leader: int | None
    presenter: int | None
    member: int


@dataclass(frozen=True, slots=True)
class Silences:
    """How many were longer than so many seconds. A silence is none of a group's faults."""

    over_3_s: int
    over_10_s: int
    over_30_s: int


@dataclass(frozen=True, slots=True)
class TurnLengths:
    """How many turns were so long."""

    under_5_s: int
    from_5_to_15_s: int
    from_15_to_60_s: int
    from_1_to_3_min: int
    over_3_min: int


@dataclass(frozen=True, slots=True)
class Transfers:
    """How often the floor went from one to another with so long a gap, or so long an overlap. In wide bins: a video
    call moves each of them by some hundred milliseconds."""

    overlap_over_1_s: int
    overlap_over_500_ms: int
    overlap_under_500_ms: int
    gap_under_500_ms: int
    gap_over_500_ms: int
    gap_over_1_s: int
    gap_over_3_s: int


@dataclass(frozen=True, slots=True)
class Transitions:
    """Who took the floor after whom, as a leader, presenter or member. None: roles are not known."""

    after_leader: BySpeaker | None
    after_presenter: BySpeaker | None
    after_member: BySpeaker


@dataclass(frozen=True, slots=True)
class Interventions:
    """What leaders did to keep the form: what they marked themselves, and what the course of the session shows."""

    time: int
    """Marked, or the phase was extended."""
    recall_presenter: int
    """Marked, or the presenter was recalled."""
    open: int = 0
    frame: int = 0
    protect_presenter: int = 0
    redirect_advice: int = 0
    redirect_question: int = 0
    invite_patient_view: int = 0
    invite_doctor_view: int = 0
    hold_silence: int = 0
    reflect_group: int = 0
    close: int = 0


@dataclass(frozen=True, slots=True)
class PhaseStructure:
    """One entry of a phase."""

    kind: PhaseWord
    case: int | None
    """Counts the cases of the meeting, from 1; 0 before the first. None: roles are not known."""
    stepped_back: bool
    """The group returned to this phase."""
    began_s: int
    planned_s: int | None
    """None: the plan is not known."""
    actual_s: int
    """Without pauses."""
    paused_s: int
    measured_s: int
    """Of it nothing else is counted where the leaders are among themselves, or the session is paused."""
    speech_s: BySpeaker
    turns: BySpeaker
    overlap_s: int
    silence_s: int
    silences: Silences
    leader_share: Part | None
    back_s: int | None
    """For how long the presenter was pushed back,"""
    pushed_back: int | None
    """how often,"""
    back_speech_s: int | None
    """and for how long a voice was at that microphone, unheard."""
    pauses: int | None
    links_lost: int | None
    interventions: Interventions | None
    """None here and in the five before: roles are not known."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole session, but for what is measured of nobody."""

    measured_s: int
    speech_s: BySpeaker
    overlap_s: int
    silence_s: int
    silence_share: Part | None
    silences: Silences
    turn_lengths: TurnLengths
    transfers: Transfers
    transitions: Transitions
    reciprocity: Part | None
    leader_share: Part | None
    silence_kept: Part | None
    """The part of the push back in which the presenter said nothing."""
    shares: tuple[Part, ...] | None
    """The members' shares of what members said, the largest first, each as the mean of its half or third; whose they
    are, only a timeline's seats tell."""
    gini: Part | None
    evenness: Part | None


@dataclass(frozen=True, slots=True)
class SeatOfRecord:
    seat: int
    """A number that was drawn for this record alone."""
    role: Role
    speech_s: int | None = None
    """How long it spoke, as the sums of the whole session have it: what `Timeline.spoke` comes to is made of steps, and
    has the pauses within turns."""


@dataclass(frozen=True, slots=True)
class CaseOfRecord:
    case: int
    seat: int


@dataclass(frozen=True, slots=True)
class Spoke:
    seat: int
    start_s: int
    end_s: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Which seat spoke when: pseudonymous, since whoever knows the group may recognise it."""

    seats: tuple[SeatOfRecord, ...]
    presented: tuple[CaseOfRecord, ...]
    spoke: tuple[Spoke, ...]


@dataclass(frozen=True, slots=True)
class StructureRecord:
    version: int
    level: Keeping
    format: FormatKey
    format_version: int
    month: Month | None
    members: SizeBand
    leaders: int | None
    cases: int | None
    """How many were presented. None, and of leaders: roles are not known."""
    lacks: tuple[Lack, ...]
    phases: tuple[PhaseStructure, ...]
    whole: Whole
    timeline: Timeline | None
    """Only where everyone agreed to it."""


def is_time(of: type, field: str) -> bool:
    """Whether a field of these classes is in seconds, by its name; a bin is called by how long what it counts was."""
    return field.endswith("_s") and of not in (Silences, TurnLengths, Transfers)
