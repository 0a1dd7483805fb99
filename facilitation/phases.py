"""The way through the phases: begin, next, again, back, extend, pause."""

from __future__ import annotations

from facilitation import commands as c
from facilitation import events as e
from facilitation.state import SessionState
from facilitation.vocabulary import AtLimit, Code, Hold, Latecomers, Refused, SeatId, Standing, Within

EXTEND_MOST_MS = 3_600_000


def begin(state: SessionState, command: c.Begin, actor: SeatId, now: int) -> list[e.Event]:
    return [*lead_taken(state, actor, now), *enter(state, 0, now)]


def lead_taken(state: SessionState, actor: SeatId, now: int) -> list[e.Event]:
    """Whoever takes a step, or ends the pause, while the lead is out alone leads from then on; else it would end in a
    pause that nobody asked for."""
    return [e.LeadPassed(now, state.leads + 1, actor)] if state.lead in state.aside else []


def _ends_no_unseen_pause(state: SessionState, command: c.Advance | c.StepBack) -> None:
    if command.running and Hold.PAUSE in state.holds:
        raise Refused(Code.CONFLICT, "it is paused by now")


def advance(state: SessionState, command: c.Advance, actor: SeatId, now: int) -> list[e.Event]:
    _ends_no_unseen_pause(state, command)
    return [*lead_taken(state, actor, now), *_goes_on(state, command, now)]


def _goes_on(state: SessionState, command: c.Advance, now: int) -> list[e.Event]:
    phases = state.format.phases
    ahead = state.phase_index + 1
    to = ahead if command.to is None else state.format.index(command.to)
    if to is None:
        raise Refused(Code.NO_SUCH_PHASE, "no phase has this key")
    if to < ahead:
        return enter(state, to, now) if to == state.call_anew else _again(state, to, now)
    if to >= len(phases):
        raise Refused(Code.NO_SUCH_PHASE, "this is the last phase: end the session")
    for phase in phases[ahead:to]:
        # A presenter may leave in the middle of a case: what cannot be held without one keeps nobody from closing.
        if not phase.optional and not (phase.needs_presenter and state.presenter is None):
            raise Refused(Code.PHASE_NOT_OPTIONAL, f"phase {phase.key}")
    return enter(state, to, now)


def _again(state: SessionState, to: int, now: int) -> list[e.Event]:
    phase, earlier = state.phase, state.format.phases[to]
    if phase is None or phase.again is None or phase.again.to != earlier.key:
        raise Refused(Code.NO_SUCH_PHASE, "the format does not lead back to this phase")
    if state.held.get(to, 0) >= phase.again.most:
        raise Refused(Code.NO_MORE, f"phase {earlier.key}, {phase.again.most} times")
    return enter(state, to, now, again=True)


def step_back(state: SessionState, command: c.StepBack, actor: SeatId, now: int) -> list[e.Event]:
    if not state.trail:
        raise Refused(Code.NO_SUCH_PHASE, "there is no phase to step back to")
    _ends_no_unseen_pause(state, command)
    return [*lead_taken(state, actor, now), *enter(state, state.trail[-1], now, back=True)]


def undo_step(state: SessionState, command: c.UndoStep, actor: SeatId, now: int) -> list[e.Event]:
    if state.undo is None:
        raise Refused(Code.TOO_LATE, "nothing can be undone here")
    if now > state.undo.until:
        raise Refused(Code.TOO_LATE, "it is too long ago")
    if command.to != state.undo_to:
        raise Refused(Code.CONFLICT, "it is something else that can be undone now")
    if state.undo_to is None:
        return [e.ExtensionUndone(now, state.entry)]
    return [*lead_taken(state, actor, now), e.StepUndone(now, state.entry + 1)]


def enter(
    state: SessionState, index: int, now: int, *, back: bool = False, again: bool = False
) -> list[e.Event]:
    """Raises Refused where the phase needs a presenter who is not there, or who has not accepted the audience."""
    phase = state.format.phases[index]
    if phase.needs_presenter and not back:
        if state.presenter is None:
            raise Refused(Code.NO_PRESENTER, f"phase {phase.key}")
        if state.phase is not None and state.phase.accept and not state.accepted:
            raise Refused(Code.NOT_ACCEPTED, f"phase {phase.key}")
    # Going on to a case call that one has stepped back from is still the same case.
    opens = phase.offers and not back and (again or index != state.called_in)
    ends_at = now + phase.typical_ms if phase.typical_ms else None
    entered = e.PhaseEntered(now, state.entry + 1, index, state.case + opens, ends_at, back)
    if state.format.latecomers is Latecomers.LEADER or phase.within is Within.LEADERS:
        return [entered]
    # Once somebody was removed the door is the leaders' own: who comes again under another name waits for them.
    if any(holder.standing is Standing.REMOVED for holder in state.seats.values()):
        return [entered]
    waiting = [seat for seat, holder in state.seats.items() if holder.standing is Standing.WAITING]
    return [entered, *(e.SeatAdmitted(now, seat) for seat in waiting)]


def extend(state: SessionState, command: c.Extend, actor: SeatId, now: int) -> list[e.Event]:
    if state.phase_ends_at is None:
        raise Refused(Code.NO_CLOCK, "this phase has no clock")
    if not 1000 <= command.by_ms <= EXTEND_MOST_MS:
        raise Refused(Code.OUT_OF_BOUNDS, f"by_ms is not between 1000 and {EXTEND_MOST_MS}")
    # A phase that has run over is extended from now: two more minutes are two minutes from this moment.
    return [e.PhaseExtended(now, state.entry, max(state.phase_ends_at, state.clock(now)) + command.by_ms)]


def pause(state: SessionState, command: c.Pause, actor: SeatId, now: int) -> list[e.Event]:
    if Hold.PAUSE in state.holds:
        raise Refused(Code.PAUSED)
    return [e.SessionPaused(now)]


def resume(state: SessionState, command: c.Resume, actor: SeatId, now: int) -> list[e.Event]:
    if Hold.PAUSE not in state.holds:
        raise Refused(Code.NOT_PAUSED)
    if state.lead in state.inside:
        raise Refused(Code.STEPPED_OUT, "whoever leads has stepped out")
    return [*lead_taken(state, actor, now), e.SessionResumed(now)]


def phase_deadline(state: SessionState) -> int | None:
    """When the phase's clock has something to say; None once it has said it."""
    return None if state.limit_reached else state.phase_ends_at


def on_phase_limit(state: SessionState, now: int) -> list[e.Event]:
    """Time informs. Only where the format says `at_limit = "end"` does the next phase begin by itself."""
    events: list[e.Event] = [e.PhaseLimitReached(now, state.entry)]
    following = state.phase_index + 1
    if (
        state.phase is not None
        and state.phase.at_limit is AtLimit.END
        and following < len(state.format.phases)
    ):
        try:
            return events + enter(state, following, now)
        except Refused:
            return events  # nobody was chosen to present: the group stays where it is, informed
    return events
