"""The panes of a view: each key, which fields of the state it is made of, and how. A pane is made anew only if one of
its fields is another object, so that news costs what changed and not what there is.

A maker may read no field that its pane does not name, but for `format`, which never changes in a session.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from facilitation.format import Format, Phase
from facilitation.state import SessionState
from facilitation.vocabulary import PRESENTERS_WORDS, Hold, Link, Role, RoundOrder, SeatId, Word

COARSE_MOST_MS = 60_000
COARSE_LEAST_MS = 1_000
EXTEND_MS = 120_000


@dataclass(frozen=True, slots=True)
class Pane:
    of: tuple[str, ...]
    make: Callable[[SessionState], Any]


def _seats(state: SessionState, *, leads: bool) -> dict[str, Any]:
    """Leaders also see who is not in the circle, and from when on a missed leader's seat may be freed. Who is in the
    private room is seen to have stepped out, no more. Of a cut everybody sees until when who was there is awaited."""
    circles, stepped_out = state.format.circles, state.stepped_out
    result = {}
    for seat, holder in sorted(state.seats.items()):
        if not (leads or holder.sits):
            continue
        coming = holder.link is Link.DOWN and holder.lost_at is None  # nothing is lost that never was
        link = "coming" if coming else holder.link
        one: dict[str, Any] = {"role": holder.role, "standing": holder.standing, "link": link}
        if circles:
            one["circle"] = state.circle_of(seat)
        if seat in stepped_out:
            one["stepped_out"] = True
        if holder.leaving_early:
            one["leaving_early"] = True
        if holder.awaited_until is not None:
            one["returns_until"] = holder.awaited_until
        if leads and holder.role is Role.LEADER and (free_at := state.free_at(seat)) is not None:
            one["free_at"] = free_at
        result[str(seat)] = one
    return result


def _case(state: SessionState) -> dict[str, Any]:
    result = {"number": state.case, "presenter": state.presenter, "stance": state.stance}
    if state.phase and state.phase.accept:
        result["accepted"] = state.accepted
    return result


def _phase(state: SessionState, *, exact: bool) -> dict[str, Any] | None:
    """Leaders get exact times; the circle a coarse arc: the end on the grain of the phase."""
    phase = state.phase
    if phase is None:
        return None
    result = {
        "entry": state.entry,
        "index": state.phase_index,
        "key": phase.key,
        "kind": phase.kind,
        "within": phase.within,
        "began_at": state.phase_began_at,
        "ends_at": state.phase_ends_at,
    }
    if exact:
        result |= {"limit_reached": state.limit_reached, "extend_ms": extend_ms(state.format)}
    elif state.phase_ends_at is not None:
        grain = coarse_ms(phase)
        lasts = state.phase_ends_at - state.phase_began_at
        result["ends_at"] = state.phase_began_at + max(1, round(lasts / grain)) * grain
    return result


def coarse_ms(phase: Phase) -> int:
    """How finely the circle sees a phase's end: an eighth of its length, at most a minute, at least a second."""
    return max(COARSE_LEAST_MS, min(COARSE_MOST_MS, phase.typical_ms // 8))


def extend_ms(form: Format) -> int:
    """What one more piece of time is: two minutes as fast as the session runs, in whole seconds."""
    return max(1, round(EXTEND_MS / form.speed / 1000)) * 1000


def _hands(state: SessionState, *, leads: bool) -> list[SeatId]:
    return list(state.hands) if leads or not state.leaders_alone else []


def _turn(state: SessionState, *, leads: bool) -> dict[str, Any] | None:
    turn = state.turn
    if turn is None or not (leads or not state.leaders_alone):
        return None
    result: dict[str, Any] = {"number": turn.number, "seat": turn.seat, "limit_reached": turn.limit_reached}
    if leads:
        result |= {"began_at": turn.began_at, "ends_at": turn.ends_at}
    return result


def _round(state: SessionState, *, leads: bool) -> dict[str, Any] | None:
    """Who is still to be asked, in order; who passed and who was absent come back at the end. `next`: who comes after
    whoever has the turn, where hands do not decide it."""
    if state.round is None or not (leads or not state.leaders_alone):
        return None
    to_ask = list(state.round.waits_for)
    by_hands = state.phase is not None and state.phase.round.order is RoundOrder.HANDS
    return {"to_ask": to_ask, "next": to_ask[0] if to_ask and not by_hands else None}


def _scene(state: SessionState) -> dict[str, Any] | None:
    """Who plays what; the names on the plates travel with the people's names, by the part's number."""
    if not (state.phase and state.phase.keeps_parts) and not state.came_off:
        return None
    return {
        "cast": {str(s): {"number": p.number, "part": p.part} for s, p in sorted(state.cast.items())},
        "invited": {str(s): part for s, part in sorted(state.invited.items())},
        "frozen": state.frozen,
        "came_off": sorted(state.came_off),
    }


def _words(state: SessionState, *, leads: bool) -> list[dict[str, Any]]:
    """From `returns_at` on the presenter may come back by themselves, where nobody has brought them back."""
    said = []
    for sent in state.words:
        if leads or sent.word in PRESENTERS_WORDS:
            one: dict[str, Any] = {"seat": sent.seat, "word": sent.word, "at": sent.at}
            if leads and sent.noted_by is not None:
                one["noted_by"] = sent.noted_by
            if sent.word is Word.BRING_ME_BACK:
                one["returns_at"] = sent.at + state.format.grace.recall_ms
            said.append(one)
    return said


def _private(state: SessionState) -> dict[str, Any] | None:
    room = state.private
    if room is None:
        return None
    return {"inside": sorted(room.inside), "asking": room.asking, "agreed": sorted(room.agreed)}


def _quorum(state: SessionState) -> dict[str, Any]:
    there = {s for s, h in state.seats.items() if h.sits and h.role is Role.MEMBER and h.lost_at is None}
    result: dict[str, Any] = {"present": len(there), "needed": state.format.members_min}
    if state.format.circles:
        result["inner"] = {"present": len(there - state.outer), "needed": state.format.circles.inner_min}
    return result


def _hint(state: SessionState) -> SeatId | None:
    """Of the raised hands, whose turns were fewest, if they were fewer than those of whoever comes first: fairness as a
    hint, the order stays as it is."""
    if not state.hands:
        return None
    fewest = min(state.hands, key=lambda seat: state.taken.get(seat, 0))
    return None if fewest == state.hands[0] else fewest


def _presented(state: SessionState) -> dict[str, int]:
    """How many cases each has presented in this meeting, without the one that is on: whoever presented least may be
    favoured, and a case that was stepped back from is not yet presented."""
    earlier = Counter(seat for case, seat in state.presented.items() if case != state.case)
    return {str(seat): times for seat, times in sorted(earlier.items())}


def _past(state: SessionState) -> list[dict[str, int]]:
    return [{"index": p.index, "began_at": p.began_at, "ended_at": p.ended_at} for p in state.past]


def _back_to(state: SessionState) -> str | None:
    return state.format.phases[state.trail[-1]].key if state.trail else None


def _undo(state: SessionState) -> dict[str, Any] | None:
    """The phase that goes on if the last step is undone, None if it is an extension; and until when it may be: then the
    page offers it no more."""
    return None if state.undo is None else {"to": state.undo_to, "until": state.undo.until}


def _again(state: SessionState) -> str | None:
    """The earlier phase that may be held once more from here: the format's, or the call of a case nobody presents."""
    if state.call_anew is not None:
        return state.format.phases[state.call_anew].key
    again = state.phase.again if state.phase else None
    index = state.format.index(again.to) if again else None
    if again is None or index is None or state.held.get(index, 0) >= again.most:
        return None
    without = state.presenter is None and state.format.phases[index].needs_presenter
    return None if without else again.to


def _suspends_at(state: SessionState) -> int | None:
    """Without a leader: from then on everyone in the circle is heard, the presenter who has pushed back too."""
    since = state.holds.get(Hold.NO_LEADER)
    return (
        None
        if since is None or state.suspended or state.leaders_alone
        else since + state.format.grace.alone_ms
    )


PHASE = ("phase_index",)
"""The fields of `phase`, `leaders_alone` and whatever else hangs on the format's phase."""
AGAIN = (*PHASE, "held", "presenter", "case", "called_in", "presented")


CIRCLE = {
    "stage": Pane(("stage",), lambda s: s.stage),
    "lead": Pane(("lead",), lambda s: s.lead),
    "paused": Pane(("holds",), lambda s: Hold.PAUSE in s.holds),
    "paused_at": Pane(("stopped_at",), lambda s: s.stopped_at),
    "waits_for": Pane(("holds",), lambda s: sorted(hold for hold in s.holds if hold is not Hold.PAUSE)),
    "suspended": Pane(("suspended",), lambda s: s.suspended),
    "suspends_at": Pane((*PHASE, "holds", "suspended"), _suspends_at),
    "floor": Pane(("floor", "gate"), lambda s: {"kind": s.floor, "gate": s.gate}),
    "case": Pane((*PHASE, "case", "presenter", "stance", "accepted"), _case),
    "offers": Pane(("offers",), lambda s: list(s.offers)),
    "more": Pane(AGAIN, lambda s: _again(s) is not None),
    "scene": Pane((*PHASE, "came_off", "cast", "invited", "frozen"), _scene),
}
"""What everyone in the circle sees alike."""
CLOCK = (*PHASE, "entry", "phase_began_at", "phase_ends_at")
SEATS = ("seats", "outer", "private", "aside")
OUTSIDE = {"stage": Pane(("stage",), lambda s: s.stage), "closed": Pane(PHASE, lambda s: s.leaders_alone)}
"""`closed`: only the leaders go on, if anybody does: nobody is told that they come back to a circle."""
WAITING = {**OUTSIDE, "led": Pane(("seats", "private", "aside"), lambda s: s.led)}
"""`led`: a leader is here who can read a quiet word."""
MEMBERS = {
    **CIRCLE,
    "seats": Pane(SEATS, lambda s: _seats(s, leads=False)),
    "phase": Pane(CLOCK, lambda s: _phase(s, exact=False)),
    # A leaders' phase hides from the others what goes on in it.
    "hands": Pane((*PHASE, "hands"), lambda s: _hands(s, leads=False)),
    "turn": Pane((*PHASE, "turn"), lambda s: _turn(s, leads=False)),
    "round": Pane((*PHASE, "round"), lambda s: _round(s, leads=False)),
}
CAME_ALONE = Pane(("came_alone",), lambda s: s.came_alone)
PRESENTER = {
    "words": Pane(("words",), lambda s: _words(s, leads=False)),
    "came_alone": CAME_ALONE,
    "returns_after_ms": Pane((), lambda s: s.format.grace.recall_ms),
}
"""Beside what members see."""
PRIVATE = {"private": Pane(("private",), _private)}
"""Beside what members see."""
LEADERS = {
    **CIRCLE,
    "seats": Pane(SEATS, lambda s: _seats(s, leads=True)),
    "phase": Pane((*CLOCK, "limit_reached"), lambda s: _phase(s, exact=True)),
    "hands": Pane(("hands",), lambda s: _hands(s, leads=True)),
    "turn": Pane(("turn",), lambda s: _turn(s, leads=True)),
    "round": Pane((*PHASE, "round"), lambda s: _round(s, leads=True)),
    "leads": Pane(("leads",), lambda s: s.leads),
    "restored_at": Pane(("restored_at",), lambda s: s.restored_at),
    "quorum": Pane(("seats", "outer"), _quorum),
    "presenter_overdue": Pane(("presenter_overdue",), lambda s: s.presenter_overdue),
    "hint": Pane(("hands", "taken"), _hint),
    "named": Pane(("named",), lambda s: len(s.named)),
    "presented": Pane(("presented", "case"), _presented),
    "paused_since": Pane(("holds",), lambda s: s.holds.get(Hold.PAUSE)),
    "whispering": Pane(("whispering",), lambda s: sorted(s.whispering)),
    "back_to": Pane(("trail",), _back_to),
    "undo": Pane(("undo",), _undo),
    "again": Pane(AGAIN, _again),
    "past": Pane(("past",), _past),
    "marks": Pane(("marks",), lambda s: list(s.marks)),
    "words": Pane(("words",), lambda s: _words(s, leads=True)),
    "came_alone": CAME_ALONE,
    "presenter_left": Pane(("presenter_left",), lambda s: s.presenter_left),
    "private": Pane(("private",), _private),
}
