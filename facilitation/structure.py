"""Folds the log of a session, and its speech, into its structure, in which nobody is left.

What of a figure could be the figure of one person is rounded, put in bins or left out; the record says what it lacks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from facilitation import events as e
from facilitation.course import Course, Entry, Speaker, course
from facilitation.format import Format
from facilitation.measures import binned, evenness, gini, in_groups, over, reciprocity, shares
from facilitation.said import Said, said
from facilitation.structure_record import (
    OWN,
    VERSION,
    BySpeaker,
    CaseOfRecord,
    FormatKey,
    Interventions,
    Lack,
    Month,
    Part,
    PhaseStructure,
    PhaseWord,
    SeatOfRecord,
    Silences,
    SizeBand,
    Spoke,
    StructureRecord,
    Timeline,
    Transfers,
    Transitions,
    TurnLengths,
    Whole,
)
from facilitation.talk import Segment, Span, inside, joined, total, with_pauses
from facilitation.vocabulary import LEADING, Intervention, Keeping, Role, SeatId

STEP_S = 5
"""Times are told in steps of so many seconds."""
HALF_S = STEP_S / 2
"""A time is within so many seconds of what was counted; one that is shorter is told as nothing."""
FEWEST_MEMBERS = 5
FEWEST_WHO_SPOKE = 3
"""Of the members, for shares to be told: of one alone evenness is 0, and what members said is theirs."""
THIRDS_FROM_MEMBERS = 9
"""From so many members on shares are those of thirds, the third that spoke most first; among fewer, of two halves:
else the largest share of one evening would be that of the same person at the next too often
(tests/facilitation/test_linkage.py)."""
EVENNESS_STEPS = 20
"""In so many steps from 0 to 1 Gini and evenness are told: in hundredths they nearly fix, beside the shares, how much
the one said who said most (the same test)."""
SHORTEST_MS = 300_000
"""Of a group at work, for shares to be told,"""
LEAST_SAID_MS = 60_000
"""and so much that members said in all: of less, one answer more or less would make another share."""
SILENCES_MS = (3_000, 10_000, 30_000)
TURNS_MS = (5_000, 15_000, 60_000, 180_000)
TRANSFERS_MS = (-1_000, -500, 0, 500, 1_000, 3_000)
BANDS = (
    (4, SizeBand.UNDER_FIVE),
    (8, SizeBand.FIVE_TO_EIGHT),
    (12, SizeBand.NINE_TO_TWELVE),
    (16, SizeBand.THIRTEEN_TO_SIXTEEN),
)


def structure(
    form: Format,
    events: Iterable[e.Event],
    segments: Iterable[Segment] | None,
    level: Keeping,
    *,
    own: bool = False,
    reached_ms: int = 0,
    unmeasured: Sequence[Span] = (),
    zero_ms: int | None = None,
    month: str | None = None,
    shuffled: Sequence[SeatId] = (),
) -> StructureRecord | None:
    """The record of a session; None where nothing is kept.

    `segments` is who spoke when, in session time; None where nobody measured it. `own`: the format is none of ours.
    `unmeasured` is when nobody knows who spoke though else it is measured: nothing is counted of it, no silence either.
    `reached_ms` is the session time that was reached, where the log ends without an end. Times are told from `zero_ms`,
    or from when the first phase began: how long people waited for that is nothing of a session. `shuffled` are the
    seats that were in the circle, in the order of their new numbers: drawn by whoever asks, for a seat timeline. Raises
    ValueError if that is not each of them once, if a segment ends before it begins, or if `month` is no month such as
    2026-11.
    """
    if level is Keeping.NOTHING:
        return None
    if month is not None and not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month, re.ASCII):
        raise ValueError("a month is written like 2026-11")
    went = course(form, events, reached_ms, unmeasured)
    zero_ms = _began_ms(went) if zero_ms is None else zero_ms
    spoke = said(went, segments)
    members = [seat for seat, role in went.roles.items() if role is Role.MEMBER]
    too_few, too_little = len(members) < FEWEST_MEMBERS, _is_too_little(went, spoke, members)
    lacks = {
        Lack.NOT_BEGUN: not went.entries,
        Lack.NOT_ENDED: not went.ended,
        Lack.SPEECH_NOT_MEASURED: segments is None,
        Lack.MEASURED_IN_PART: segments is not None
        and any(one.at_work and one.unmeasured for one in went.stretches),
        Lack.NO_SPEECH: segments is not None and not spoke.turns,
        Lack.TOO_SHORT: too_little,
        Lack.TOO_FEW_MEMBERS: too_few,
        Lack.INTERVENTIONS_NOT_NOTED: not any(entry.marked for entry in went.entries.values()),
        Lack.HURRIED: form.speed > 1,
    }
    return StructureRecord(
        version=VERSION,
        level=level,
        format=OWN if own else FormatKey(form.key),
        format_version=form.version,
        month=None if month is None else Month(month),
        members=next((band for most, band in BANDS if len(members) <= most), SizeBand.MORE),
        leaders=sum(role in LEADING for role in went.roles.values()),
        cases=len(went.presented),
        lacks=tuple(lack for lack, is_so in lacks.items() if is_so),
        phases=tuple(_phase(went, spoke, number, zero_ms) for number in went.entries),
        whole=_whole(went, spoke, () if too_few or too_little else members),
        timeline=_timeline(went, spoke, shuffled, zero_ms) if level is Keeping.SEAT_TIMELINE else None,
    )


def _is_too_little(went: Course, spoke: Said, members: Sequence[SeatId]) -> bool:
    """For shares to be told: they, or how uneven they are, would say who said it, or nothing. Where nobody spoke there
    are none."""
    amounts = [total(spoke.by_seat.get(seat, ())) for seat in members]
    little = sum(map(bool, amounts)) < FEWEST_WHO_SPOKE or sum(amounts) < LEAST_SAID_MS
    return total(went.windows()) < SHORTEST_MS or (bool(spoke.turns) and little)


def _began_ms(went: Course) -> int:
    """When the first phase did."""
    return next((entry.span[0] for entry in went.entries.values()), 0)


def _phase(went: Course, spoke: Said, number: int, zero_ms: int) -> PhaseStructure:
    entry, windows = went.entries[number], went.windows(number)
    happened, stretches = entry.happened, [one for one in went.stretches if one.entry == number]
    paused = total(one.span for one in stretches if one.paused)
    back = [one for one in stretches if one.sat_back is not None]
    ms = {speaker: spoke.ms[number, speaker] for speaker in Speaker}
    return PhaseStructure(
        kind=PhaseWord(entry.phase.kind.value),
        case=entry.case,
        stepped_back=entry.stepped_back,
        began_s=in_steps(entry.span[0] - zero_ms),
        planned_s=in_steps(entry.phase.typical_ms),
        actual_s=in_steps(total([entry.span]) - paused),
        paused_s=in_steps(paused),
        measured_s=in_steps(total(windows)),
        speech_s=_by_speaker({speaker: in_steps(amount) for speaker, amount in ms.items()}),
        turns=_by_speaker({speaker: spoke.taken[number, speaker] for speaker in Speaker}),
        overlap_s=in_steps(total(inside(spoke.overlaps, windows))),
        silence_s=in_steps(total(inside(spoke.silences, windows))),
        silences=_silences([one for one in spoke.silences if went.at(one[0]).entry == number]),
        leader_share=_part(ms[Speaker.LEADER], sum(ms.values())),
        back_s=in_steps(total(one.span for one in back)),
        pushed_back=went.times_back(number),
        back_speech_s=in_steps(spoke.back_ms[number]),
        pauses=happened[e.SessionPaused],
        links_lost=happened[e.LinkLost],
        interventions=_interventions(entry),
    )


def _interventions(entry: Entry) -> Interventions:
    """Marked by the leaders, and what is seen without that: an extension that stood is one of time."""
    counts = Counter(entry.marked)
    counts[Intervention.TIME] += entry.happened[e.PhaseExtended] - entry.happened[e.ExtensionUndone]
    counts[Intervention.RECALL_PRESENTER] += entry.happened[e.PresenterRecalled]
    return Interventions(**{kind.value: counts[kind] for kind in Intervention})


def _whole(went: Course, spoke: Said, members: Sequence[SeatId]) -> Whole:
    """`members` are those whose shares may be told: nobody, where they are too few."""
    windows = went.windows()
    ms = {speaker: sum(spoke.ms[number, speaker] for number in went.entries) for speaker in Speaker}
    amounts = [total(spoke.by_seat.get(seat, ())) for seat in members]
    back_ms = sum(one.end_ms - one.start_ms for one in went.stretches if one.sat_back is not None)
    silent_ms, parts = total(spoke.silences), shares(amounts)
    between = Counter((one.before.seat, one.after.seat) for one in spoke.transfers)
    return Whole(
        measured_s=in_steps(total(windows)),
        speech_s=_by_speaker({speaker: in_steps(amount) for speaker, amount in ms.items()}),
        overlap_s=in_steps(total(spoke.overlaps)),
        silence_s=in_steps(silent_ms),
        silence_share=_part(silent_ms, total(windows)) if spoke.measured else None,
        silences=_silences(spoke.silences),
        turn_lengths=TurnLengths(*binned((turn.end_ms - turn.start_ms for turn in spoke.turns), TURNS_MS)),
        transfers=Transfers(*binned((one.offset_ms for one in spoke.transfers), TRANSFERS_MS)),
        transitions=_transitions(went, spoke),
        reciprocity=_rounded(reciprocity(between)) if members else None,
        leader_share=_part(ms[Speaker.LEADER], sum(ms.values())),
        silence_kept=_part(back_ms - spoke.back_ms.total(), back_ms) if spoke.measured else None,
        shares=None if parts is None else shares_told(parts),
        gini=evenness_told(gini(amounts)),
        evenness=evenness_told(evenness(amounts)),
    )


def _transitions(went: Course, spoke: Said) -> Transitions:
    counts = Counter(
        (went.speaker(one.before.seat, one.before.start_ms), went.speaker(one.after.seat, one.after.start_ms))
        for one in spoke.transfers
    )
    after = {before: _by_speaker({then: counts[before, then] for then in Speaker}) for before in Speaker}
    return Transitions(after[Speaker.LEADER], after[Speaker.PRESENTER], after[Speaker.MEMBER])


def _timeline(went: Course, spoke: Said, shuffled: Sequence[SeatId], zero_ms: int) -> Timeline:
    if sorted(shuffled) != sorted(went.roles):
        raise ValueError(
            "a seat timeline needs each seat of the circle once, in the order of their new numbers"
        )
    number: dict[int, int] = {seat: new for new, seat in enumerate(shuffled, 1)}
    spans = [
        Spoke(number[seat], start, end)
        for seat, held in with_pauses(spoke.by_seat, spoke.turns).items()
        for start, end in joined((in_steps(start - zero_ms), in_steps(end - zero_ms)) for start, end in held)
    ]
    return Timeline(
        seats=tuple(
            SeatOfRecord(new, went.roles[seat], in_steps(total(spoke.by_seat.get(seat, ()))))
            for new, seat in enumerate(shuffled, 1)
        ),
        presented=tuple(
            CaseOfRecord(case, number[seat]) for case, seat in went.presented.items() if seat in number
        ),
        spoke=tuple(sorted(spans, key=lambda one: (one.start_s, one.seat))),
    )


def _by_speaker(amounts: dict[Speaker, int]) -> BySpeaker:
    return BySpeaker(amounts[Speaker.LEADER], amounts[Speaker.PRESENTER], amounts[Speaker.MEMBER])


def _silences(spans: Sequence[Span]) -> Silences:
    return Silences(*over([end - start for start, end in spans], SILENCES_MS))


def in_steps(ms: int) -> int:
    """In seconds, to the nearest step; what lies in the middle goes up."""
    step = STEP_S * 1000
    return (2 * ms + step) // (2 * step) * STEP_S


def shares_told(parts: Sequence[float]) -> tuple[Part, ...]:
    """Of the members' shares, the largest first, what a record tells; told once more it is the same."""
    return tuple(Part(round(part, 3)) for part in in_groups(parts, groups_told(len(parts))))


def groups_told(members: int) -> int:
    """Of so many groups of the members the mean share is told."""
    return 3 if members >= THIRDS_FROM_MEMBERS else 2


def evenness_told(value: float | None) -> Part | None:
    """Of Gini's figure, or of evenness, what a record tells; told once more it is the same."""
    return None if value is None else Part(round(round(value * EVENNESS_STEPS) / EVENNESS_STEPS, 2))


def _part(amount: int, whole: int) -> Part | None:
    return _rounded(amount / whole) if whole else None


def _rounded(value: float | None) -> Part | None:
    return None if value is None else Part(round(value, 2))
