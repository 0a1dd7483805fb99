"""What of a record that keeps to its schema contradicts the rest of it, or tells more than its level may: it was
damaged, or made by something else. `structure` makes no such record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, fields
from itertools import chain, pairwise

from facilitation.structure import BANDS, HALF_S, THIRDS_FROM_MEMBERS, evenness_told, shares_told
from facilitation.structure_record import (
    WHOLE_MEETING,
    BySpeaker,
    Lack,
    PhaseStructure,
    SizeBand,
    StructureRecord,
    Timeline,
    Whole,
)
from facilitation.vocabulary import Keeping
from server.record import reckoning
from server.record.damage import Contradiction
from server.record.reckoning import GROUPED_FROM

FEWEST = {band: most + 1 for (most, _), (_, band) in pairwise([*BANDS, (0, SizeBand.MORE)])}
MOST = {band: most for most, band in BANDS}
"""How many members a band stands for. Under five nobody's shares are told, and over the last there is no most."""
ROUNDED = {round(n / steps, 2) for steps in (3, 10) for n in range(steps + 1)}
"""In thirds or tenths, as shares were told before they were those of halves and thirds of the members."""
STEPPED_FROM = 4
"""The version from which on Gini and evenness are told in steps; in the one before only of fewer than nine."""
OF_MEMBERS = ("shares", "gini", "evenness", "reciprocity")
OF_LEADING = ("case", "back_s", "pushed_back", "back_speech_s", "pauses", "links_lost", "interventions")
"""What nobody knows of a phase where nobody knows who led or presented."""


def stepped(record: StructureRecord) -> bool:
    """Whether Gini and evenness are told in steps."""
    few = MOST.get(record.members, THIRDS_FROM_MEMBERS) < THIRDS_FROM_MEMBERS
    return record.version >= (GROUPED_FROM if few else STEPPED_FROM)


def contradiction(record: StructureRecord) -> Contradiction | None:
    """The first; None where there is none."""
    rules = (
        _of_level,
        _of_members,
        _of_shares,
        _of_parts,
        _of_evenness,
        _of_course,
        _of_the_unknown,
        _of_timeline,
        reckoning.rules,
    )
    return next(chain.from_iterable(rule(record) for rule in rules), None)


def _of_level(record: StructureRecord) -> Iterator[Contradiction]:
    if record.level is Keeping.NOTHING:
        yield Contradiction("$.level", "where nothing is kept there is no record")
    elif record.level is Keeping.AGGREGATE and record.timeline is not None:
        yield Contradiction("$.timeline", "a record of sums does not tell which seat spoke when")
    elif record.level is Keeping.SEAT_TIMELINE and record.timeline is None:
        yield Contradiction("$.timeline", "it is to tell which seat spoke when, and does not")


def _of_members(record: StructureRecord) -> Iterator[Contradiction]:
    """Of few, or of a short time, nothing is told that would be one person's."""
    for name in OF_MEMBERS:
        if getattr(record.whole, name) is None:
            continue
        if record.members is SizeBand.UNDER_FIVE:
            yield Contradiction(f"$.whole.{name}", "of fewer than five members it must not be told")
        if Lack.TOO_SHORT in record.lacks:
            yield Contradiction(f"$.whole.{name}", "of so little that was said it must not be told")


def _of_shares(record: StructureRecord) -> Iterator[Contradiction]:
    if (shares := record.whole.shares) is None:
        return
    if not FEWEST[record.members] <= len(shares) <= MOST.get(record.members, len(shares)):
        yield Contradiction("$.whole.shares", "they are not as many as there were members")
        return  # of one or of none there are no halves
    if list(shares) != sorted(shares, reverse=True):
        yield Contradiction(
            "$.whole.shares", "the largest must be the first, else their order tells of seats"
        )
    if record.version < GROUPED_FROM and not ROUNDED.issuperset(shares):
        yield Contradiction("$.whole.shares", "they are told in tenths or thirds, and no finer")
    if record.version >= GROUPED_FROM and shares_told(shares) != shares:
        yield Contradiction("$.whole.shares", "they are the means of halves or thirds, and no finer")


def _of_parts(record: StructureRecord) -> Iterator[Contradiction]:
    for where, of in _places(record):
        for field in fields(of):
            value = getattr(of, field.name)
            if isinstance(value, float) and round(value, 2) != value:
                yield Contradiction(f"{where}.{field.name}", "it is told in hundredths, and no finer")


def _of_evenness(record: StructureRecord) -> Iterator[Contradiction]:
    """Finer, they would lead to the largest share."""
    if not stepped(record):
        return
    for name in ("gini", "evenness"):
        value = getattr(record.whole, name)
        if evenness_told(value) != value:
            yield Contradiction(f"$.whole.{name}", "it is told in steps of 0.05, and no finer")


def _of_course(record: StructureRecord) -> Iterator[Contradiction]:
    for number, (before, phase) in enumerate(pairwise(record.phases), 1):
        if phase.began_s < before.began_s:
            yield Contradiction(f"$.phases[{number}].began_s", "it began before the phase before it")
    known = len(record.phases) > 1 or Lack.PLAN_UNKNOWN not in record.lacks
    if known or record.version < STEPPED_FROM:
        for number, phase in enumerate(record.phases):
            if phase.kind == WHOLE_MEETING:
                yield Contradiction(
                    f"$.phases[{number}].kind",
                    "a meeting has phases, or it is one as a whole"
                    if known
                    else "a record of this version has no such phase",
                )


def _of_the_unknown(record: StructureRecord) -> Iterator[Contradiction]:
    """Null is what the record says that it lacks, and nothing else."""
    for lack, where, value in _knowable(record):
        if value is None and lack not in record.lacks:
            yield Contradiction(where, f"it is null, and `{lack}` is not among what the record lacks")
        if value is not None and lack in record.lacks:
            yield Contradiction(where, f"it is told, and `{lack}` says that nobody knows it")


def _knowable(record: StructureRecord) -> Iterator[tuple[Lack, str, object]]:
    roles, to = Lack.ROLES_UNKNOWN, record.whole.transitions
    yield roles, "$.leaders", record.leaders
    yield roles, "$.cases", record.cases
    yield roles, "$.whole.transitions.after_leader", to.after_leader
    yield roles, "$.whole.transitions.after_presenter", to.after_presenter
    amounts = {"$.whole.transitions.after_member": to.after_member, "$.whole.speech_s": record.whole.speech_s}
    for number, phase in enumerate(record.phases):
        where = f"$.phases[{number}]"
        yield Lack.PLAN_UNKNOWN, f"{where}.planned_s", phase.planned_s
        for name in OF_LEADING:
            yield roles, f"{where}.{name}", getattr(phase, name)
        amounts |= {f"{where}.speech_s": phase.speech_s, f"{where}.turns": phase.turns}
    for after, by in (("leader", to.after_leader), ("presenter", to.after_presenter)):
        amounts |= {} if by is None else {f"$.whole.transitions.after_{after}": by}
    yield from _by_role(amounts)


def _by_role(amounts: dict[str, BySpeaker]) -> Iterator[tuple[Lack, str, object]]:
    for where, of in amounts.items():
        yield Lack.ROLES_UNKNOWN, f"{where}.leader", of.leader
        yield Lack.ROLES_UNKNOWN, f"{where}.presenter", of.presenter


def _places(record: StructureRecord) -> Iterator[tuple[str, Whole | PhaseStructure]]:
    yield "$.whole", record.whole
    for number, phase in enumerate(record.phases):
        yield f"$.phases[{number}]", phase


def _of_timeline(record: StructureRecord) -> Iterator[Contradiction]:
    if record.timeline is not None:
        yield from _of_seats(record.timeline)
        if record.version >= GROUPED_FROM:
            yield from _of_sums(record.timeline, record.whole.speech_s)


def _of_sums(timeline: Timeline, whole: BySpeaker) -> Iterator[Contradiction]:
    """Of seats and of the session they are of the same speech, each to its own nearest step."""
    for number, seat in enumerate(timeline.seats):
        if seat.speech_s is None:
            yield Contradiction(
                f"$.timeline.seats[{number}].speech_s", "how long each seat spoke is to be told"
            )
    told = [one or 0 for one in astuple(whole)]
    apart_s = abs(sum(seat.speech_s or 0 for seat in timeline.seats) - sum(told))
    if apart_s > HALF_S * (len(timeline.seats) + len(told)):
        yield Contradiction("$.timeline.seats", "their sums are not what was said in the session")


def _of_seats(timeline: Timeline) -> Iterator[Contradiction]:
    nobody = "there is no such seat"
    spoke_until_s: dict[int, int] = {}
    for number, seat in enumerate(timeline.seats):
        if seat.seat in spoke_until_s:
            yield Contradiction(f"$.timeline.seats[{number}].seat", "there is one seat of each number")
        spoke_until_s[seat.seat] = 0
    for number, case in enumerate(timeline.presented):
        if case.seat not in spoke_until_s:
            yield Contradiction(f"$.timeline.presented[{number}].seat", nobody)
    for number, one in enumerate(timeline.spoke):
        if one.seat not in spoke_until_s:
            yield Contradiction(f"$.timeline.spoke[{number}].seat", nobody)
        elif one.start_s < spoke_until_s[one.seat] or one.end_s <= one.start_s:
            yield Contradiction(f"$.timeline.spoke[{number}]", "a seat speaks again before it has ended")
        spoke_until_s[one.seat] = one.end_s
