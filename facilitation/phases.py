"""The case's way through its phases: begin, next, back, extend, pause, push back, recall, and who presents."""

from __future__ import annotations

from facilitation import commands as c
from facilitation import events as e
from facilitation.floor import floor_becomes
from facilitation.state import SessionState
from facilitation.vocabulary import AtLimit, Code, Floor, Refused, Role, SeatId, Stance, Standing

EXTEND_MOST_MS = 3_600_000


def begin(state: SessionState, command: c.Begin, actor: SeatId, now: int) -> list[e.Event]:
    return _enter(state, 0, now)


def advance(state: SessionState, command: c.Advance, actor: SeatId, now: int) -> list[e.Event]:
    following = state.format.phases[state.phase_index + 1 :]
    if not following:
        raise Refused(Code.NO_SUCH_PHASE, "this is the last phase: end the session")
    if command.to is None:
        return _enter(state, state.phase_index + 1, now)
    ahead = next((n for n, phase in enumerate(following) if phase.key == command.to), None)
    if ahead is None:
        raise Refused(Code.NO_SUCH_PHASE, "no later phase has this key")
    for phase in following[:ahead]:
        # A presenter may leave in the middle of a case: what cannot be held without one keeps nobody from closing.
        if not phase.optional and not (phase.needs_presenter and state.presenter is None):
            raise Refused(Code.PHASE_NOT_OPTIONAL, f"phase {phase.key}")
    return _enter(state, state.phase_index + 1 + ahead, now)


def step_back(state: SessionState, command: c.StepBack, actor: SeatId, now: int) -> list[e.Event]:
    if state.phase_index == 0:
        raise Refused(Code.NO_SUCH_PHASE, "this is the first phase")
    return _enter(state, state.phase_index - 1, now, back=True)


def _enter(state: SessionState, index: int, now: int, *, back: bool = False) -> list[e.Event]:
    phase = state.format.phases[index]
    if phase.needs_presenter and state.presenter is None and not back:
        raise Refused(Code.NO_PRESENTER, f"phase {phase.key}")
    case = state.case + 1 if phase.offers and not back else state.case
    ends_at = now + phase.typical_ms if phase.typical_ms else None
    return [e.PhaseEntered(now, state.entry + 1, index, case, ends_at)]


def extend(state: SessionState, command: c.Extend, actor: SeatId, now: int) -> list[e.Event]:
    if state.phase_ends_at is None:
        raise Refused(Code.NO_CLOCK, "this phase has no clock")
    if not 1000 <= command.by_ms <= EXTEND_MOST_MS:
        raise Refused(Code.OUT_OF_BOUNDS, f"by_ms is not between 1000 and {EXTEND_MOST_MS}")
    # A phase that has run over is extended from now: two more minutes are two minutes from this moment.
    return [e.PhaseExtended(now, state.entry, max(state.phase_ends_at, state.clock(now)) + command.by_ms)]


def pause(state: SessionState, command: c.Pause, actor: SeatId, now: int) -> list[e.Event]:
    if state.paused_at is not None:
        raise Refused(Code.PAUSED)
    return [e.SessionPaused(now)]


def resume(state: SessionState, command: c.Resume, actor: SeatId, now: int) -> list[e.Event]:
    if state.paused_at is None:
        raise Refused(Code.NOT_PAUSED)
    return [e.SessionResumed(now)]


def offer_case(state: SessionState, command: c.OfferCase, actor: SeatId, now: int) -> list[e.Event]:
    _case_call(state)
    # A leader is always heard and a presenter pushed back never is: nobody can be both.
    if state.seats[actor].role is not Role.MEMBER:
        raise Refused(Code.NOT_ALLOWED, "only members present")
    return [] if actor in state.offers else [e.CaseOffered(now, actor)]


def withdraw_offer(state: SessionState, command: c.WithdrawOffer, actor: SeatId, now: int) -> list[e.Event]:
    _case_call(state)
    return [e.OfferWithdrawn(now, actor)] if actor in state.offers else []


def choose_presenter(
    state: SessionState, command: c.ChoosePresenter, actor: SeatId, now: int
) -> list[e.Event]:
    _case_call(state)
    holder = state.seats.get(command.seat)
    if holder is None or holder.standing is not Standing.SEATED:
        raise Refused(Code.NOT_SEATED, f"seat {command.seat}")
    if command.seat not in state.offers:
        raise Refused(Code.NOT_OFFERED, f"seat {command.seat}")
    return [] if state.presenter == command.seat else [e.PresenterChosen(now, state.case, command.seat)]


def _case_call(state: SessionState) -> None:
    if state.phase is None or not state.phase.offers:
        raise Refused(Code.NOT_A_CASE_CALL)


def recall(state: SessionState, command: c.Recall, actor: SeatId, now: int) -> list[e.Event]:
    if state.pushed_back is None:
        raise Refused(Code.NOT_PUSHED_BACK)
    return [e.PresenterRecalled(now, state.entry)]


def push_back(state: SessionState, command: c.PushBack, actor: SeatId, now: int) -> list[e.Event]:
    """Only in a phase that is worked with the presenter back; leaders, or the presenter in person.

    A floor that was made the presenter's meanwhile becomes the phase's own again: nobody back holds a floor."""
    if not state.seats[actor].leads and actor != state.presenter:
        raise Refused(Code.NOT_ALLOWED, "only leaders or the presenter push back")
    if state.presenter is None:
        raise Refused(Code.NO_PRESENTER)
    if state.phase is None or state.phase.stance is Stance.IN_CIRCLE:
        raise Refused(Code.NOT_ALLOWED, "this phase is not worked with the presenter back")
    if state.pushed_back is not None:
        return []
    theirs = state.floor in (Floor.PRESENTER, Floor.ASKER_AND_PRESENTER)
    given_up = floor_becomes(state, state.phase.floor, state.phase.gate, now) if theirs else []
    return [*given_up, e.PresenterPushedBack(now, state.entry)]


def tell_leaders(state: SessionState, command: c.TellLeaders, actor: SeatId, now: int) -> list[e.Event]:
    if actor != state.presenter:
        raise Refused(Code.NOT_ALLOWED, "the private line is the presenter's")
    if any(sent.word is command.word for sent in state.words):
        return []
    return [e.WordSent(now, actor, command.word)]


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
            return events + _enter(state, following, now)
        except Refused:
            return events  # nobody was chosen to present: the group stays where it is, informed
    return events
