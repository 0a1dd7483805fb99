"""What of a record's counts and times cannot be together: all are counted of the same phases, turns and silences.

A time is within half a step of what was counted; what is at most another is so when it is rounded, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, astuple
from itertools import accumulate, pairwise

from facilitation.measures import evenness, gini
from facilitation.structure import BANDS, EVENNESS_STEPS, HALF_S, SHORTEST_MS, groups_told
from facilitation.structure_record import (
    BySpeaker,
    Lack,
    PhaseStructure,
    Silences,
    SizeBand,
    StructureRecord,
    Transitions,
    Whole,
)
from facilitation.vocabulary import LEADING, Role
from server.record.damage import Contradiction
from server.record.spread import bounds

HUNDREDTH = 0.005
"""Within which a part is."""
THOUSANDTH = 0.0005
"""Within which a share is."""
GROUPED_FROM = 3
"""The version of records from which on a share is the mean of its group, and each seat of a timeline has its sum."""
IN_PART_FROM = 5
"""The version from which on a record says that it was measured in part."""
MOST = 1_000
"""People whom no group has, for a band without an end."""
SHOWN = ("time", "recall_presenter")
"""Interventions that the course shows by itself."""
SUMMED: dict[str, Callable[[PhaseStructure | Whole], int]] = {
    "measured_s": lambda of: of.measured_s,
    "overlap_s": lambda of: of.overlap_s,
    "silence_s": lambda of: of.silence_s,
    "speech_s.leader": lambda of: of.speech_s.leader or 0,
    "speech_s.presenter": lambda of: of.speech_s.presenter or 0,
    "speech_s.member": lambda of: of.speech_s.member,
}
"""Times that the session has of its phases."""


def rules(record: StructureRecord) -> Iterator[Contradiction]:
    measured = Lack.SPEECH_NOT_MEASURED not in record.lacks
    for number, phase in enumerate(record.phases):
        where = f"$.phases[{number}]"
        yield from _of_phase(phase, where)
        yield from _of_time(phase, where, measured=measured)
    yield from _of_time(record.whole, "$.whole", measured=measured)
    yield from _of_succession(record.phases)
    yield from _of_sums(record)
    yield from _of_turns(record)
    yield from _of_transfers(record.whole, _by_role([one.turns for one in record.phases]))
    yield from _of_silence(record)
    if record.version >= GROUPED_FROM:
        yield from _of_shares(record)
    yield from _of_lacks(record)
    yield from _of_people(record)
    yield from _of_seats(record)


def _of_phase(phase: PhaseStructure, where: str) -> Iterator[Contradiction]:
    if phase.measured_s > phase.actual_s:
        yield Contradiction(f"{where}.measured_s", "the group was at work for longer than the phase took")
    back_s = phase.back_s or 0
    if back_s > phase.measured_s:
        yield Contradiction(f"{where}.back_s", "the presenter was back for longer than the group was at work")
    if back_s and not phase.pushed_back:
        yield Contradiction(f"{where}.pushed_back", "the presenter was back, and never pushed back")
    if (phase.back_speech_s or 0) > back_s:
        yield Contradiction(f"{where}.back_speech_s", "it is longer than the presenter was back")


def _of_time(of: PhaseStructure | Whole, where: str, *, measured: bool) -> Iterator[Contradiction]:
    """Of one phase, or of all: within the time at work."""
    longer = "it is longer than the group was at work"
    spoken_s = _all(of.speech_s)
    yield from _nested(of.silences, f"{where}.silences")
    for name in ("overlap_s", "silence_s"):
        if getattr(of, name) > of.measured_s:
            yield Contradiction(f"{where}.{name}", longer)
    if of.overlap_s + of.silence_s > of.measured_s + 3 * HALF_S:
        yield Contradiction(f"{where}.silence_s", "with the overlaps it is longer than the group was at work")
    if (of.speech_s.presenter or 0) > of.measured_s + HALF_S * isinstance(of, Whole):
        yield Contradiction(f"{where}.speech_s.presenter", longer)
    # Whoever overlaps says as much again; a time that rounds up may be of half a step less.
    heard_s = of.measured_s - of.silence_s + of.overlap_s
    if measured and spoken_s < heard_s - 6 * HALF_S:
        yield Contradiction(f"{where}.speech_s", "less was said than the time that was not silent")
    if of.overlap_s > spoken_s + 4 * HALF_S:
        yield Contradiction(f"{where}.overlap_s", "it is longer than all that was said")
    known = of.speech_s.leader is not None
    yield from _of_part(of.leader_share, of.speech_s.leader or 0, spoken_s, f"{where}.leader_share", 3, known)


def _of_part(
    part: float | None, amount_s: float, whole_s: float, where: str, summands: int, known: bool = True
) -> Iterator[Contradiction]:
    """`summands`: of so many rounded times the whole is made."""
    if part is None:
        if known and whole_s > summands * HALF_S:
            yield Contradiction(where, "it is null, and there is what it is a part of")
    elif abs(part * whole_s - amount_s) > HALF_S * (1 + summands) + HUNDREDTH * (whole_s + summands * HALF_S):
        yield Contradiction(where, "it is not the part that the times come to")


def _nested(of: Silences, where: str) -> Iterator[Contradiction]:
    if of.over_10_s > of.over_3_s:
        yield Contradiction(f"{where}.over_10_s", "there are more of them than over 3 s")
    if of.over_30_s > of.over_10_s:
        yield Contradiction(f"{where}.over_30_s", "there are more of them than over 10 s")


def _of_succession(phases: Sequence[PhaseStructure]) -> Iterator[Contradiction]:
    for number, (one, then) in enumerate(pairwise(phases), 1):
        if abs(then.began_s - one.began_s - one.actual_s - one.paused_s) >= 4 * HALF_S:
            yield Contradiction(
                f"$.phases[{number}].began_s", "it did not begin when the phase before it ended"
            )


def _of_sums(record: StructureRecord) -> Iterator[Contradiction]:
    within_s = HALF_S * (len(record.phases) + 1)
    for name, of in SUMMED.items():
        if abs(sum(map(of, record.phases)) - of(record.whole)) > within_s:
            yield Contradiction(f"$.whole.{name}", "it is not what the phases come to")
    for name, count in asdict(record.whole.silences).items():
        if sum(getattr(one.silences, name) for one in record.phases) != count:
            yield Contradiction(f"$.whole.silences.{name}", "it is not what the phases come to")


def _of_turns(record: StructureRecord) -> Iterator[Contradiction]:
    """Each begins in one phase. What is said within another's turn is none, and overlaps: of so many at most."""
    taken = [_all(one.turns) for one in record.phases]
    if sum(taken) != sum(astuple(record.whole.turn_lengths)):
        yield Contradiction("$.whole.turn_lengths", "they are not as many as the turns of the phases")
    most = {band: many for many, band in BANDS}
    for leads, many in ((True, record.leaders or 0), (False, most.get(record.members, MOST))):
        aloud = accumulate(
            _of_class(one.speech_s, leads=leads) - many * one.overlap_s for one in record.phases
        )
        began = accumulate(_of_class(one.turns, leads=leads) for one in record.phases)
        for number, (amount_s, count) in enumerate(zip(aloud, began, strict=True)):
            if not count and amount_s > (2 + many) * HALF_S * (number + 1):
                who = "leaders" if leads else "members"
                yield Contradiction(f"$.phases[{number}].turns", f"{who} spoke, and had no turn until then")


def _of_transfers(whole: Whole, taken: BySpeaker) -> Iterator[Contradiction]:
    counts, turns = sum(astuple(whole.transfers)), sum(astuple(whole.turn_lengths))
    after = {
        "leader": whole.transitions.after_leader,
        "presenter": whole.transitions.after_presenter,
        "member": whole.transitions.after_member,
    }
    told = {name: of for name, of in after.items() if of is not None}
    if sum(map(_all, told.values())) != counts:
        yield Contradiction("$.whole.transitions", "they are not as many as the transfers")
    if counts > max(0, turns - 1):
        yield Contradiction("$.whole.transfers", "there are more of them than between the turns")
    for name, of in told.items():
        turns_of = getattr(taken, name)
        if _all(of) > turns_of:
            yield Contradiction(
                f"$.whole.transitions.after_{name}", "there are more of them than turns of theirs"
            )
        if sum(getattr(one, name) or 0 for one in told.values()) > turns_of:
            yield Contradiction(
                "$.whole.transitions", f"more of them lead to a {name} than there are turns of theirs"
            )
    if whole.reciprocity is not None:
        yield from _of_reciprocity(whole.reciprocity, whole.transitions, counts)


def _of_reciprocity(part: float, to: Transitions, counts: int) -> Iterator[Contradiction]:
    """What is answered is two each time. Whoever presents may be a member before and after: so of seats it is known who
    led, and who did not."""
    if not counts:
        yield Contradiction("$.whole.reciprocity", "nobody followed anybody")
        return
    after, others = to.after_leader, [one for one in (to.after_presenter, to.after_member) if one is not None]
    there, leading = (0, 0) if after is None else (_of_class(after, leads=False), after.leader or 0)
    back, between = (sum(_of_class(one, leads=leads) for one in others) for leads in (True, False))
    pairs = min(there, back) + leading // 2 + between // 2
    if not any(abs(2 * n / counts - part) < HUNDREDTH + 1e-9 for n in range(pairs + 1)):
        yield Contradiction("$.whole.reciprocity", "it is not what who followed whom can come to")


def _of_silence(record: StructureRecord) -> Iterator[Contradiction]:
    """Of the session: one may begin in one phase and end in another."""
    whole, of = record.whole, record.whole.silences
    least_s = 3 * (of.over_3_s - of.over_10_s) + 10 * (of.over_10_s - of.over_30_s) + 30 * of.over_30_s
    if least_s > whole.silence_s + HALF_S:
        yield Contradiction("$.whole.silences", "together they are longer than all silence")
    known = Lack.SPEECH_NOT_MEASURED not in record.lacks
    yield from _of_part(
        whole.silence_share, whole.silence_s, whole.measured_s, "$.whole.silence_share", 1, known
    )
    backs = [(one.back_s or 0, one.back_speech_s or 0) for one in record.phases]
    back_s, unheard_s = (sum(of) for of in zip(*backs, strict=True)) if backs else (0, 0)
    if whole.silence_kept is not None or known:
        yield from _of_part(
            whole.silence_kept, back_s - unheard_s, back_s, "$.whole.silence_kept", 2 * len(backs),
            Lack.ROLES_UNKNOWN not in record.lacks,
        )  # fmt: skip


def _of_shares(record: StructureRecord) -> Iterator[Contradiction]:
    """Their means are more even than they were themselves, and say how uneven these can have been at most."""
    whole = record.whole
    untold = Lack.TOO_SHORT in record.lacks or Lack.TOO_FEW_MEMBERS in record.lacks
    if whole.shares is None:
        if not untold and _of_class(whole.speech_s, leads=False) > 2 * HALF_S:
            yield Contradiction("$.whole.shares", "it is null, and nothing that the record lacks says why")
        for name in ("gini", "evenness"):
            if getattr(whole, name) is not None:
                yield Contradiction(f"$.whole.{name}", "it is told, and the shares are not")
        return
    if abs(sum(whole.shares) - 1) > THOUSANDTH * (len(whole.shares) + 1):
        yield Contradiction("$.whole.shares", "together they are not all that members said")
    amounts = [round(1000 * one) for one in whole.shares]
    if whole.gini is None or whole.gini < (gini(amounts) or 0) - 1 / EVENNESS_STEPS:
        yield Contradiction("$.whole.gini", "it says that members spoke more evenly than their shares do")
    if whole.evenness is None or whole.evenness > (evenness(amounts) or 0) + 1 / EVENNESS_STEPS:
        yield Contradiction("$.whole.evenness", "it says that members spoke more evenly than their shares do")
    if record.members is SizeBand.MORE:
        return  # the means of so many are too coarse
    most, least = bounds(whole.shares, groups_told(len(whole.shares)))
    for name, beyond in (("gini", (whole.gini or 0) - most), ("evenness", least - (whole.evenness or 0))):
        if beyond > 1 / EVENNESS_STEPS:
            yield Contradiction(f"$.whole.{name}", "members cannot have spoken so unevenly, by their shares")


def _of_lacks(record: StructureRecord) -> Iterator[Contradiction]:
    turns, lacks = sum(astuple(record.whole.turn_lengths)), record.lacks
    measured = Lack.SPEECH_NOT_MEASURED not in lacks
    noted = [asdict(one.interventions) for one in record.phases if one.interventions is not None]
    marked = sum(count for of in noted for kind, count in of.items() if kind not in SHOWN)
    shown = sum(of[kind] for of in noted for kind in SHOWN)
    said = turns or _all(record.whole.speech_s)
    so = {
        Lack.NOT_BEGUN: not record.phases,
        Lack.TOO_FEW_MEMBERS: record.members is SizeBand.UNDER_FIVE,
        Lack.NO_SPEECH: measured and not turns,
    }
    for lack, is_so in so.items():
        if is_so and lack not in lacks:
            yield Contradiction("$.lacks", f"`{lack}` is not among them, and is so")
        if not is_so and lack in lacks:
            yield Contradiction("$.lacks", f"`{lack}` is among them, and is not so")
    if not measured and said:
        yield Contradiction("$.lacks", "`speech_not_measured` is among them, and speech is told")
    if Lack.MEASURED_IN_PART in lacks and (not measured or record.version < IN_PART_FROM):
        yield Contradiction("$.lacks", "`measured_in_part` is among them, and can not be so")
    if Lack.HURRIED in lacks and record.version < IN_PART_FROM:
        yield Contradiction("$.lacks", "`hurried` is among them, and was not said yet")
    if record.whole.measured_s * 1000 < SHORTEST_MS and Lack.TOO_SHORT not in lacks:
        yield Contradiction("$.lacks", "`too_short` is not among them, and is so")
    unnoted = Lack.INTERVENTIONS_NOT_NOTED in lacks
    if (unnoted and marked) or (noted and not unnoted and not marked + shown):
        yield Contradiction(
            "$.lacks", "`interventions_not_noted` and the interventions contradict each other"
        )


def _of_people(record: StructureRecord) -> Iterator[Contradiction]:
    leaders, whole = record.leaders, record.whole
    if leaders is None:
        return
    if (whole.speech_s.leader or 0) > leaders * (whole.measured_s + HALF_S) + HALF_S:
        yield Contradiction("$.whole.speech_s.leader", "it is more than so many leaders can say")
    if not leaders and any(one.turns.leader for one in record.phases):
        yield Contradiction("$.leaders", "there was none, and turns of theirs")
    after = record.whole.transitions.after_leader
    if leaders < len(LEADING) and after is not None and after.leader:
        yield Contradiction("$.whole.transitions.after_leader.leader", "there were no two leaders")


def _of_seats(record: StructureRecord) -> Iterator[Contradiction]:
    if (timeline := record.timeline) is None:
        return
    leads = sum(one.role in LEADING for one in timeline.seats)
    members = sum(one.role is Role.MEMBER for one in timeline.seats)
    band = next((band for most, band in BANDS if members <= most), SizeBand.MORE)
    if record.leaders is not None and leads != record.leaders:
        yield Contradiction("$.timeline.seats", "they are not as many leaders as the record says")
    if band is not record.members:
        yield Contradiction("$.timeline.seats", "they are not as many members as the record says")
    for number, one in enumerate(timeline.seats):
        if (one.speech_s or 0) > record.whole.measured_s:
            yield Contradiction(
                f"$.timeline.seats[{number}].speech_s", "it is longer than the group was at work"
            )
    if record.cases is not None and len(timeline.presented) > record.cases:
        yield Contradiction("$.timeline.presented", "they are more cases than the record says")
    last = record.phases[-1] if record.phases else None
    begins_s = record.phases[0].began_s if record.phases else 0
    ends_s = 0 if last is None else last.began_s + last.actual_s + last.paused_s + 4 * HALF_S
    for number, span in enumerate(timeline.spoke):
        if span.start_s < begins_s or span.end_s > ends_s:
            yield Contradiction(f"$.timeline.spoke[{number}]", "it is before or after the session")


def _all(of: BySpeaker) -> int:
    return sum(one or 0 for one in astuple(of))


def _of_class(of: BySpeaker, *, leads: bool) -> int:
    """Whoever leads does so all along; whoever presents is a member before and after."""
    return (of.leader or 0) if leads else (of.presenter or 0) + of.member


def _by_role(several: Sequence[BySpeaker]) -> BySpeaker:
    leader, presenter = (sum(getattr(one, name) or 0 for one in several) for name in ("leader", "presenter"))
    return BySpeaker(leader, presenter, sum(one.member for one in several))
