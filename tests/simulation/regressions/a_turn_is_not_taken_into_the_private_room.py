"""Seed 1454: an expired, ended or forgotten turn is not live."""

from facilitation import commands as c
from facilitation.vocabulary import Role, Word
from tests.simulation.steps import Asked

FORM = "classic_two_cases"
STEPS = [
    Asked(0, None, c.TakeSeat(Role.CO_LEADER)),  # SeatTaken
    Asked(0, None, c.TakeSeat(Role.MEMBER)),  # SeatTaken
    Asked(0, None, c.TakeSeat(Role.CO_LEADER)),  # SeatTaken
    Asked(0, None, c.TakeSeat(Role.LEADER)),  # SeatTaken
    Asked(0, None, c.ReportLink(4, True)),  # LinkRestored
    Asked(180_000, 1, c.Admit(2)),  # SeatAdmitted
    Asked(180_000, 3, c.Begin()),  # PhaseEntered
    Asked(300_000, None, c.ReportLink(4, False)),  # LinkLost
    Asked(780_000, None, c.ReportLink(4, True)),  # LinkRestored, LeadPassed, PhaseLimitReached
    Asked(840_000, 4, c.GrantTurn(1, 4)),  # TurnGranted
    Asked(1_200_000, 2, c.TellLeaders(Word.DISTRESS)),  # WordSent
    Asked(1_200_000, 4, c.OpenPrivateRoom(2)),  # breaks it
]
