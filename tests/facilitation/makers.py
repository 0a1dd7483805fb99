"""Whatever may be asked, made from what stands now: for the state machine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from facilitation import commands as c
from facilitation.state import SessionState
from facilitation.vocabulary import Circle, Floor, Gate, Intervention, Part, Role, SeatId, Standing, Word

FLOORS = [(floor, gate) for floor in Floor for gate in Gate]
BY_MS = [1000, 2500, 60_000, 0, 3_600_001]
WORDS = list(Word)
KINDS = list(Intervention)
SEEN = [None, 0, 1, 3]

Maker = Callable[[SessionState, SeatId, int, int], c.Command]
"""(state, seat, off, flavour): `off` is how far `about` is from what stands now, `flavour` picks among the rest."""
T = TypeVar("T")


def pick(among: Sequence[T], n: int, otherwise: T) -> T:
    return among[n % len(among)] if among else otherwise


def turn_number(state: SessionState) -> int:
    return state.turn.number if state.turn else 0


def phase_key(state: SessionState, flavour: int) -> str | None:
    """The next phase, the one the format leads back to, a named one, one that nobody wrote."""
    again = state.phase.again.to if state.phase and state.phase.again else None
    keys = [None, again, "nowhere", again, *(phase.key for phase in state.format.phases)]
    return keys[flavour % len(keys)]


def missed(state: SessionState, seat: SeatId, n: int) -> SeatId:
    """Whose link makes a difference when it is lost, or this one's."""
    turn = state.turn.seat if state.turn else None
    matters = [
        s for s in (state.lead, state.presenter, turn, *(s for s, h in state.seats.items() if h.leads)) if s
    ]
    return pick(matters, n // 2, seat) if n < 8 else seat


def other(state: SessionState, seat: SeatId, n: int) -> SeatId:
    """Somebody with a part, or a neighbour."""
    return pick(sorted(state.cast), n, SeatId(seat + 1))


def instead(state: SessionState, n: int) -> SeatId | None:
    """Nobody, or somebody of either circle."""
    return pick([None, None, *sorted(state.seats)], n, None)


def nobodys(state: SessionState, n: int) -> frozenset[SeatId]:
    """Each seat that somebody has left, or none."""
    left = (seat for seat, holder in state.seats.items() if holder.standing is Standing.LEFT)
    return frozenset(left) if n % 2 else frozenset()


HOUSE: list[Maker] = [
    lambda s, seat, off, n: c.TakeSeat(list(Role)[n % 4], n > 7, nobodys(s, n)),
    lambda s, seat, off, n: c.ComeBack(seat, n > 7, nobodys(s, n)),
    lambda s, seat, off, n: c.ReportLink(missed(s, seat, n), n % 3 == 0),
    lambda s, seat, off, n: c.ReportLink(seat, n % 2 == 0),
    lambda s, seat, off, n: c.ReportPage(missed(s, seat, n), n % 3 > 0),
]
LED: list[Maker] = [
    lambda s, seat, off, n: c.Begin(),
    lambda s, seat, off, n: c.Admit(seat),
    lambda s, seat, off, n: c.Advance(s.entry + off, None, n % 2 == 0),
    lambda s, seat, off, n: c.ChoosePresenter(s.case + off, pick(s.offers, n, seat), SEEN[n % 4]),
    lambda s, seat, off, n: c.GrantTurn(s.entry + off, seat, SEEN[n % 4]),
    lambda s, seat, off, n: c.SetFloor(s.entry + off, *FLOORS[n % len(FLOORS)]),
    lambda s, seat, off, n: c.Advance(s.entry + off, phase_key(s, n)),
    lambda s, seat, off, n: c.StepBack(s.entry + off, n % 2 == 0),
    lambda s, seat, off, n: c.Extend(s.entry + off, BY_MS[n % len(BY_MS)]),
    lambda s, seat, off, n: c.Pause(s.entry + off),
    lambda s, seat, off, n: c.Resume(s.entry + off),
    lambda s, seat, off, n: c.Recall(s.entry + off),
    lambda s, seat, off, n: c.PushBack(s.entry + off),
    lambda s, seat, off, n: c.EndTurn(turn_number(s) + off),
    lambda s, seat, off, n: c.LowerHand(seat),
    lambda s, seat, off, n: c.Remove(seat, n == 1) if n < 2 else c.Admit(seat),
    lambda s, seat, off, n: c.End() if (n, off) == (2, 1) else c.Advance(s.entry + off),
    lambda s, seat, off, n: c.CloseChoice(s.case + off),
    lambda s, seat, off, n: c.CloseCase(s.case + off) if n < 4 else c.GoOn(s.case + off),
    lambda s, seat, off, n: c.BeginRound(s.entry + off),
    lambda s, seat, off, n: c.MoveSeat(seat, list(Circle)[n % 2], instead(s, n)),
    lambda s, seat, off, n: c.SwapParts(seat, other(s, seat, n), None if n < 2 else 1 + n % 3),
    lambda s, seat, off, n: c.InviteToPart(s.entry + off, seat, list(Part)[n % 3]),
    lambda s, seat, off, n: c.Unfreeze(s.entry + off) if n < 6 else c.TakeOffPart(seat),
    lambda s, seat, off, n: c.PassLead(s.leads + off, missed(s, seat, n)),
    lambda s, seat, off, n: c.Whisper(n % 2 == 0),
    lambda s, seat, off, n: c.OpenPrivateRoom(
        pick([w.seat for w in s.words if w.word is Word.DISTRESS], n, seat), pause=n % 2 == 0
    ),
    lambda s, seat, off, n: c.AskIntoPrivateRoom(),
    lambda s, seat, off, n: (c.NoteWord if n > 6 else c.HeedWord)(seat, WORDS[n % len(WORDS)]),
    lambda s, seat, off, n: c.UndoStep(s.entry + off, s.undo_to if n < 7 else phase_key(s, n)),
    lambda s, seat, off, n: (
        c.Mark(KINDS[(seat + n) % len(KINDS)]) if n < 7 else c.TakeBackMark(s.entry + off, n - 6)
    ),
]


def who_asks(s: SessionState, seat: SeatId, off: int) -> SeatId:
    asking = s.private.asking if s.private else None
    return seat if asking is None else SeatId(asking + off)


OWN: list[Maker] = [
    lambda s, seat, off, n: c.OfferCase(s.case + off),
    lambda s, seat, off, n: c.NameOne(s.case + off, SeatId(1 + (seat + n) % max(1, len(s.seats)))),
    lambda s, seat, off, n: c.RaiseHand(),
    lambda s, seat, off, n: c.WithdrawOffer(s.case + off),
    lambda s, seat, off, n: c.WithdrawCase(s.case + off) if n < 2 else c.AcceptAudience(s.case + off),
    lambda s, seat, off, n: c.LowerHand(None),
    lambda s, seat, off, n: c.EndTurn(turn_number(s) + off),
    lambda s, seat, off, n: c.PassTurn(turn_number(s) + off),
    lambda s, seat, off, n: c.PushBack(s.entry + off),
    lambda s, seat, off, n: c.Recall(s.entry + off),
    lambda s, seat, off, n: c.TellLeaders(WORDS[n % len(WORDS)]),
    lambda s, seat, off, n: c.StepOut() if n == 0 else c.TellLeaders(Word.DISTRESS),
    lambda s, seat, off, n: c.SayLeavingEarly() if n < 2 else c.AgreeInPrivateRoom(who_asks(s, seat, off)),
    lambda s, seat, off, n: c.LeavePrivateRoom() if n < 3 else c.AgreeInPrivateRoom(who_asks(s, seat, off)),
    lambda s, seat, off, n: c.InviteToPart(
        s.entry + off, SeatId(1 + n), Part.DOUBLE if n < 3 else Part.AUXILIARY
    ),
    lambda s, seat, off, n: c.AnswerInvitation(n < 8),
    lambda s, seat, off, n: c.TakeOffPart(None) if n < 3 else c.Freeze(s.entry + off),
    lambda s, seat, off, n: c.Leave() if n == 0 else c.RaiseHand(),
]
MAKERS = HOUSE + 2 * LED + 2 * OWN


def the_presenter_is_lost(s: SessionState, seat: SeatId, off: int, n: int) -> c.Command:
    return c.ReportLink(s.presenter or seat, False)


RARE: list[Maker] = [
    the_presenter_is_lost,
    lambda s, seat, off, n: c.GoOn(s.case),
    lambda s, seat, off, n: c.Freeze(s.entry),
    lambda s, seat, off, n: c.Unfreeze(s.entry),
    lambda s, seat, off, n: c.SwapParts(seat, other(s, seat, n)),
    lambda s, seat, off, n: c.AnswerInvitation(n < 5),
    lambda s, seat, off, n: c.InviteToPart(s.entry, SeatId(1 + n), list(Part)[n % 3]),
    lambda s, seat, off, n: c.CloseChoice(s.case),
    lambda s, seat, off, n: c.NameOne(s.case, seat),
    lambda s, seat, off, n: c.AcceptAudience(s.case),
    lambda s, seat, off, n: c.MoveSeat(seat, list(Circle)[n % 2], instead(s, n)),
    lambda s, seat, off, n: c.AgreeInPrivateRoom(who_asks(s, seat, off)),
    lambda s, seat, off, n: c.OpenPrivateRoom(
        pick([w.seat for w in s.words if w.word is Word.DISTRESS], n, seat), pause=n % 2 == 0
    ),
    lambda s, seat, off, n: c.AskIntoPrivateRoom(),
    lambda s, seat, off, n: c.LeavePrivateRoom(),
    lambda s, seat, off, n: c.PushBack(s.entry),
    lambda s, seat, off, n: c.Recall(s.entry),
    lambda s, seat, off, n: c.TakeOffPart(None),
    lambda s, seat, off, n: c.TakeBackMark(s.entry, len(s.marks)),
    lambda s, seat, off, n: c.UndoStep(s.entry, s.undo_to),
]
"""What only few moments grant: tried before all else in a part of the steps."""
