"""Draws what a structure record says: its phases and who spoke in them, who followed whom, how long turns, gaps and
silences were. Each figure has the table of its numbers beside it.

The standard library's ElementTree writes the SVG. The words come from whoever asks, by their ids in the catalogue; the
colours are those of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, astuple, replace

from facilitation.structure import HALF_S, STEP_S
from facilitation.structure_record import Lack, PhaseStructure, StructureRecord, Timeline
from facilitation.vocabulary import Intervention, Role
from server.record import circle, shares, suppression, voices
from server.record.arrows import followed
from server.record.bars import EVERYONE, LETTERED, SPEAKERS, Row, Words, by_letters, drawn
from server.record.figure import Figure, minutes, phase_name, some, spoken, unit
from server.record.kinds import drawn as by_kind
from server.record.phases import by_phase, entered, held, planned, plans_all, silences
from server.record.reckoning import SHOWN
from server.record.seat_timeline import kind_of, name_of, seat_by_seat
from server.record.signs import SIGNS

COLUMNS = ("phase", "planned", "actual", "leaders", "presenter", "members", "silence")
LEGEND = (*LETTERED, "apart", "planned")
OF_ALL = (EVERYONE, "silence")
"""In its place, where roles and plan are not known."""


def figures(record: StructureRecord, words: Words) -> list[Figure]:
    """Those for which the record has figures, in the order in which one reads them."""
    whole, words = record.whole, voices.words_for(record, words)
    roles = Lack.ROLES_UNKNOWN not in record.lacks
    all_planned = plans_all(record)
    course = _course(record.phases, words, roles=roles, all_planned=all_planned)
    at_once = [words("figure-course-at-once")] if roles and any(map(_overlaps, record.phases)) else []
    found = [replace(course, note=" ".join((voices.lacks(record, words), *at_once)).strip())]
    noted = suppression.noted(record)
    along_time = [held(record.phases, words, all_planned=all_planned)] if roles and record.phases else []
    if record.timeline is None:
        found += [*_shares(record, words), *along_time]
    else:
        of_seats, followed_between = _of_seats(record, record.timeline, words, roles=roles)
        found += [of_seats, *along_time, *_shares(record, words), *followed_between]
    if roles:
        after = astuple(whole.transitions)
        if any(map(any, after)):
            found.append(_followed(after, words))
        if any(any(astuple(one.turns)) for one in record.phases):
            found.append(by_phase(record.phases, words))
    for key, note in (("turn_lengths", words("figure-turn_lengths-note")), ("transfers", "")):
        if any(counts := astuple(getattr(whole, key))):
            found.append(replace(_counts(key, counts, words), note=note))
    if whole.measured_s:
        found.append(silences(whole, record.phases, words))
    if noted:
        found.append(_interventions(record.phases, words))
    elif along_time:
        found.append(_not_noted(record.phases, words))
    label = words(voices.of_sums(record) if roles else "figure-lacks-roles_unknown")
    everywhere = [words(f"figure-lacks-{one}") for one in SIGNS if one in record.lacks]
    return [
        replace(one, label=" ".join((one.label or label, *everywhere)), unit=unit(one.key, words))
        for one in found
    ]


def _shares(record: StructureRecord, words: Words) -> list[Figure]:
    if record.whole.shares is None:
        return []
    rows = shares.rows(record.whole.shares, record.version, words)
    return [replace(_bars("shares", rows, words, "figure-share"), note=shares.note(record, words))]


def _of_seats(
    record: StructureRecord, timeline: Timeline, words: Words, *, roles: bool
) -> tuple[Figure, list[Figure]]:
    """Which spoke when, for which one looks first; and who followed whom, of not too many and if anybody did."""
    label = words("figure-pseudonymous") if roles else ""
    drawing = seat_by_seat(timeline, record.phases, record.whole, words, roles=roles)
    between, many = circle.followed(timeline), len(timeline.seats) > circle.MOST_SEATS
    if between and many:
        undrawn = words("figure-seats-many", most=circle.MOST_SEATS)
        drawing = replace(drawing, note=f"{drawing.note} {undrawn}")
    by_role = max(map(max, astuple(record.whole.transitions))) if roles else None
    drawings = [_seats_followed(timeline, between, words, by_role)] if between and not many else []
    return replace(drawing, label=label), [replace(one, label=label) for one in drawings]


def _course(
    phases: Sequence[PhaseStructure], words: Words, *, roles: bool, all_planned: bool = False
) -> Figure:
    """`roles`: they are known."""
    names = [phase_name(phase, phases, words) for phase in phases]
    plans = [planned(phase.planned_s, words, all_planned=all_planned) for phase in phases]
    rows = [
        Row(
            name,
            _parts(phase),
            some(phase.actual_s, words),
            plan.of_s,
            plan.said,
            below=_said(phase, words) if roles else "",
        )
        for name, phase, plan in zip(names, phases, plans, strict=True)
    ]
    table = [
        (
            name,
            plan.cell,
            some(phase.actual_s, words),
            *(spoken(seconds, turns, words) for seconds, turns in _told(phase)),
            minutes(phase.silence_s),
        )
        for name, phase, plan in zip(names, phases, plans, strict=True)
    ]
    title = words("figure-course")
    columns = tuple(
        words("record-everyone" if one == "members" and not roles else f"record-{one}") for one in COLUMNS
    )
    legend = LEGEND if roles else OF_ALL
    svg, below = drawn(rows, title, legend, words), ("figure-stacked", "record-minutes") if phases else ()
    return Figure("course", title, svg, columns, tuple(table), below=" ".join(map(words, below)))


def _parts(phase: PhaseStructure) -> tuple[tuple[str, float], ...]:
    """Of the time that was measured: speech that overlaps counts for both, so the parts are fitted to it.

    Each time is rounded by itself: silence may come to all that was measured, or that to nothing, though somebody
    spoke. So that what is told is drawn, they then share it as they are told. What nobody tells of is apart."""
    leader, presenter, member = _spoke(phase)
    if leader is None or presenter is None:
        spoken = {EVERYONE: member}
    else:
        spoken = {"leader": leader, "presenter": presenter, "member": member}
    said, silence = sum(spoken.values()), phase.silence_s
    measured = phase.measured_s or (HALF_S if said else 0)
    heard = measured - silence if silence < measured else measured * said / ((said + silence) or 1)
    parts = [(who, heard * amount / (said or 1)) for who, amount in spoken.items()]
    quiet = min(silence, measured - heard)
    untold = 0 if said else heard
    lasted = phase.actual_s or HALF_S
    return (*parts, ("silence", quiet), ("apart", max(0, lasted - measured) + untold))


def _overlaps(phase: PhaseStructure) -> bool:
    """More than what is rounded: several spoke at once."""
    told = sum(one or 0 for one in _spoke(phase)) + phase.silence_s
    return told - phase.measured_s > 4 * STEP_S


def _said(phase: PhaseStructure, words: Words) -> str:
    """For how long each role spoke, by the letters of the legend: a short phase's bar is too short to show it,
    and of what comes to nothing there is none."""
    told = [
        (who, spoken(s, turns, words))
        for who, (s, turns) in zip(SPEAKERS, _told(phase), strict=True)
        if s or turns
    ]
    silence = [("silence", minutes(phase.silence_s))] if phase.silence_s else []
    return by_letters(LEGEND, (*told, *silence), words)


def _told(phase: PhaseStructure) -> list[tuple[int | None, int | None]]:
    """For how long each role spoke, and in how many turns that began there."""
    return list(zip(_spoke(phase), astuple(phase.turns), strict=True))


def _spoke(phase: PhaseStructure) -> tuple[int | None, int | None, int]:
    return phase.speech_s.leader, phase.speech_s.presenter, phase.speech_s.member


def _interventions(phases: Sequence[PhaseStructure], words: Words) -> Figure:
    """By the phases that have any, and by the kinds that there are. Where there are none, 0."""
    counts = [{} if phase.interventions is None else asdict(phase.interventions) for phase in phases]
    kinds = [kind for kind in Intervention if any(of.get(kind) for of in counts)]
    told = [
        (phase_name(one, phases, words), of)
        for one, of in zip(phases, counts, strict=True)
        if any(of.values())
    ]
    title = words("figure-interventions")
    if not told:
        none = Row(words("record-whole"), (), "0")
        return Figure(
            "interventions",
            title,
            drawn([none], title, (), words),
            (title, words("figure-count")),
            ((none.label, "0"),),
        )
    columns = (words("record-phase"), *(words(f"intervention-{kind}") for kind in kinds))
    table = tuple((name, *(str(of[kind]) for kind in kinds)) for name, of in told)
    svg = by_kind(_entered(told, kinds, words), title)
    return Figure("interventions", title, svg, columns, table)


def _not_noted(phases: Sequence[PhaseStructure], words: Words) -> Figure:
    """In place of a drawing: the two kinds that need no mark would stand in it for all. Its table has them."""
    columns = (words("record-phase"), *(words(f"intervention-{kind}") for kind in SHOWN))
    table = tuple(
        (entered(one, phases, words), *(str(getattr(one.interventions, kind, 0)) for kind in SHOWN))
        for one in phases
    )
    note = words("figure-lacks-interventions_not_noted")
    return Figure("interventions", words("figure-interventions"), "", columns, table, note)


def _entered(
    told: Sequence[tuple[str, dict[str, int]]], kinds: Sequence[Intervention], words: Words
) -> dict[str, dict[str, int]]:
    """A phase that was held more than once stands once, with all that was done in it; the table has each time."""
    found: dict[str, dict[str, int]] = {}
    for name, of in told:
        sums = found.setdefault(name, {})
        for kind in (one for one in kinds if of[one]):
            said = words(f"intervention-{kind}")
            sums[said] = sums.get(said, 0) + of[kind]
    return found


def _seats_followed(timeline: Timeline, between: circle.Between, words: Words, by_role: int | None) -> Figure:
    """Observers have no voice, and no place in it. `by_role`: how often the commonest way was; None: nobody knows."""
    roles = by_role is not None
    title, spoke = words("figure-seats"), {seat for way in between for seat in way}
    seats = [one for one in timeline.seats if one.role is not Role.OBSERVER or one.seat in spoke]
    places = [circle.Seat(one.seat, kind_of(timeline, one) if roles else EVERYONE) for one in seats]
    svg = circle.drawn(places, between, title, words, by_role)
    table = tuple(
        (
            name_of(timeline, before, words, roles=roles, alone=True),
            *(str(between[before.seat, then.seat]) for then in seats),
        )
        for before in seats
    )
    columns = (words("figure-after-seat"), *(str(one.seat) for one in seats))
    return Figure("seats", title, svg, columns, table, words("figure-seats-note"))


def _followed(after: Sequence[Sequence[int]], words: Words) -> Figure:
    title = words("figure-followed")
    who = tuple(words(f"figure-{one}") for one in LEGEND[:3])
    table = tuple((one, *map(str, row)) for one, row in zip(who, after, strict=True))
    return Figure(
        "followed",
        title,
        followed(after, who, title, words("figure-points")),
        (words("figure-after"), *who),
        table,
    )


def _counts(key: str, counts: Sequence[int], words: Words) -> Figure:
    rows = [
        Row(words(f"figure-{key}-{n}"), (("member", count),), str(count)) for n, count in enumerate(counts)
    ]
    return _bars(key, rows, words)


def _bars(key: str, rows: Sequence[Row], words: Words, counted: str = "figure-count") -> Figure:
    title = words(f"figure-{key}")
    table = tuple((row.label, row.said) for row in rows)
    return Figure(key, title, drawn(rows, title, (), words), (title, words(counted)), table)
