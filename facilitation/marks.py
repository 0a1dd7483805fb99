"""What leaders note of their own work: interventions, from a closed list, for the record of the session alone."""

from __future__ import annotations

from facilitation import commands as c
from facilitation import events as e
from facilitation.state import SessionState
from facilitation.vocabulary import Code, Keeping, Refused, SeatId


def mark(state: SessionState, command: c.Mark, actor: SeatId, now: int) -> list[e.Event]:
    """Where nothing is kept there is nothing that it could be noted for."""
    if state.keeping is Keeping.NOTHING:
        raise Refused(Code.NOT_KEPT, "nothing is kept of this session")
    return [e.InterventionMarked(now, command.intervention)]


def take_back_mark(state: SessionState, command: c.TakeBackMark, actor: SeatId, now: int) -> list[e.Event]:
    if not state.marks:
        raise Refused(Code.NO_MARK, "nothing is marked in this phase")
    if command.number != len(state.marks):
        raise Refused(Code.CONFLICT, f"mark {command.number} is not the last of {len(state.marks)}")
    return [e.MarkTakenBack(now)]
