"""The witness's clocks: for how long the session really ran, and for how long a lost link has really been waited for.

Time in which the clocks stand still is simply not counted, so a pause moves nothing here.
"""

from __future__ import annotations

from copy import copy

from facilitation import events as e
from facilitation.format import Format, Phase
from facilitation.vocabulary import Hold

STOPS_ALL = frozenset({Hold.PAUSE, Hold.NO_LEADER})


class Counted:
    """Time that is counted, unless it stands."""

    def __init__(self) -> None:
        self.stood = 0
        self.since: int | None = None

    def at(self, now: int) -> int:
        return (now if self.since is None else self.since) - self.stood

    def stands(self, now: int, whether: bool) -> None:
        if whether and self.since is None:
            self.since = now
        elif not whether and self.since is not None:
            self.stood += now - self.since
            self.since = None


class Stopwatch:
    def __init__(self) -> None:
        self.running, self.waiting = Counted(), Counted()
        self.holds: dict[Hold, int] = {}
        """Why the clocks stand; for a lost link, how much waiting time had been counted then."""
        self.overdue = False
        self.phase_end: int | None = None
        self.turn_end: int | None = None
        self.phase_told = self.turn_told = False
        self.unextended: tuple[int | None, bool] = (None, False)
        self.extended = False
        """Since the phase was entered."""

    def as_it_is(self) -> Stopwatch:
        """One of its own that stands as this one does now."""
        other = copy(self)
        other.running, other.waiting, other.holds = copy(self.running), copy(self.waiting), dict(self.holds)
        return other

    def follow(self, event: e.Event, phase: Phase | None, form: Format, extended_by: int) -> None:
        match event:
            case e.PhaseEntered(at=at):
                self._let_go(at, Hold.PAUSE)
                self._let_go(at, Hold.SPEAKER)
                self.no_turn()
                length = form.phases[event.phase].typical_ms
                self.phase_end = self.running.at(at) + length if length else None
                self.phase_told = self.extended = False
            case e.PhaseExtended(at=at):
                assert self.phase_end is not None
                self.unextended = self.phase_end, self.phase_told
                self.phase_end = max(self.phase_end, self.running.at(at)) + extended_by
                self.phase_told, self.extended = False, True
            case e.ExtensionUndone():
                self.phase_end, self.phase_told = self.unextended
            case e.PhaseLimitReached():
                self.phase_told = True
            case e.SessionPaused(at=at):
                self._hold(at, Hold.PAUSE)
            case e.SessionResumed(at=at):
                self._let_go(at, Hold.PAUSE)
            case e.ClockHeld(at=at, hold=hold):
                self._hold(at, hold)
            case e.ClockReleased(at=at, hold=hold):
                self._let_go(at, hold)
            case e.PresenterOverdue():
                self.overdue = True
            case e.TurnGranted(at=at):
                assert phase is not None
                limit = phase.turn.limit_ms
                self.turn_end = None if limit is None else self.running.at(at) + limit
                self.turn_told = False
                if Hold.SPEAKER in self.holds:
                    self.holds[Hold.SPEAKER] = self.waiting.at(at)
            case e.TurnLimitReached():
                self.turn_told = True
            case e.TurnEnded() | e.TurnPassed():
                self.no_turn()
            case e.LinkRestored() | e.PresenterChosen() | e.CaseClosed() | e.CaseWithdrawn():
                self.overdue = self.overdue and Hold.PRESENTER in self.holds

    def no_turn(self) -> None:
        self.turn_end = None

    def _hold(self, at: int, hold: Hold) -> None:
        self.holds[hold] = at if hold in STOPS_ALL else self.waiting.at(at)
        self._stand(at)

    def _let_go(self, at: int, hold: Hold) -> None:
        self.holds.pop(hold, None)
        if hold is Hold.PRESENTER:
            self.overdue = False
        self._stand(at)

    def _stand(self, at: int) -> None:
        self.running.stands(at, bool(self.holds))
        self.waiting.stands(at, bool(STOPS_ALL & self.holds.keys()))

    def due(self, form: Format, *, may_suspend: bool, asks: bool) -> list[int]:
        """When limits and graces are over, if nothing else happens; `asks`: somebody is, when the presenter's is."""
        grace, ends = form.grace, []
        if Hold.NO_LEADER in self.holds:
            return [self.holds[Hold.NO_LEADER] + grace.alone_ms] if may_suspend else []
        if Hold.PAUSE in self.holds:
            return []
        if Hold.PRESENTER in self.holds and asks and not self.overdue:
            ends.append(self.holds[Hold.PRESENTER] + grace.presenter_ms + self.waiting.stood)
        if Hold.SPEAKER in self.holds:
            ends.append(self.holds[Hold.SPEAKER] + grace.speaker_ms + self.waiting.stood)
        if not self.holds:
            if self.phase_end is not None and not self.phase_told:
                ends.append(self.phase_end + self.running.stood)
            if self.turn_end is not None and not self.turn_told:
                ends.append(self.turn_end + self.running.stood)
        return ends

    def turn_is_over(self, now: int) -> bool:
        return self.turn_end is not None and not self.holds and self.running.at(now) >= self.turn_end
