"""The way through the phases."""

from __future__ import annotations

from facilitation import commands as c
from facilitation.vocabulary import Code
from tests.facilitation.circle import ANN, BEN, CARL, LEA, MINUTE, OBI
from tests.facilitation.law_rows import HERE, Row

THE_WAY: list[Row] = [
    ("gathering", LEA, c.Begin(), ["PhaseEntered"]),
    ("gathering", BEN, c.Begin(), Code.NOT_ALLOWED),
    ("arrival", LEA, c.Begin(), Code.ALREADY_BEGUN),
    ("gathering", LEA, c.Advance(0), Code.NOT_BEGUN),
    ("arrival", LEA, c.Advance(HERE), ["PhaseEntered"]),
    ("arrival", CARL, c.Advance(HERE), ["PhaseEntered"]),
    ("arrival", BEN, c.Advance(HERE), Code.NOT_ALLOWED),
    ("arrival", OBI, c.Advance(HERE), Code.NOT_ALLOWED),
    ("discussion", LEA, c.Advance(1), Code.CONFLICT),
    ("case call", LEA, c.Advance(HERE), Code.NO_PRESENTER),
    ("offered", LEA, c.Advance(HERE), ["PhaseEntered"]),
    ("return", LEA, c.Advance(HERE, "closing"), ["PhaseEntered"]),
    ("return", LEA, c.Advance(HERE, "debrief"), Code.PHASE_NOT_OPTIONAL),
    ("return", LEA, c.Advance(HERE, "arrival"), Code.NO_SUCH_PHASE),
    ("return", LEA, c.Advance(HERE, "dance"), Code.NO_SUCH_PHASE),
    ("debrief", LEA, c.Advance(HERE), Code.NO_SUCH_PHASE),
    ("ended", LEA, c.Advance(HERE), Code.SESSION_ENDED),
    ("return", LEA, c.StepBack(HERE), ["PhaseEntered"]),
    ("arrival", LEA, c.StepBack(HERE), Code.NO_SUCH_PHASE),
    ("return", LEA, c.StepBack(1), Code.CONFLICT),
    ("return", ANN, c.StepBack(HERE), Code.NOT_ALLOWED),
    ("discussion", LEA, c.Extend(HERE, MINUTE), ["PhaseExtended"]),
    ("paused", LEA, c.Extend(HERE, MINUTE), ["PhaseExtended"]),
    ("discussion", LEA, c.Extend(HERE, 999), Code.OUT_OF_BOUNDS),
    ("discussion", LEA, c.Extend(HERE, 3_600_001), Code.OUT_OF_BOUNDS),
    ("discussion", LEA, c.Extend(1, MINUTE), Code.CONFLICT),
    ("discussion", ANN, c.Extend(HERE, MINUTE), Code.NOT_ALLOWED),
    ("discussion", LEA, c.Pause(HERE), ["SessionPaused"]),
    ("paused", LEA, c.Pause(HERE), Code.PAUSED),
    ("discussion", LEA, c.Pause(1), Code.CONFLICT),
    ("discussion", ANN, c.Pause(HERE), Code.NOT_ALLOWED),
    ("gathering", LEA, c.Pause(0), Code.NOT_BEGUN),
    ("paused", LEA, c.Resume(HERE), ["SessionResumed"]),
    ("discussion", LEA, c.Resume(HERE), Code.NOT_PAUSED),
    ("paused", LEA, c.Resume(1), Code.CONFLICT),
    ("paused", LEA, c.Advance(HERE), ["PhaseEntered"]),
    ("exchange", LEA, c.Advance(HERE, "discussion"), ["PhaseEntered"]),
    ("twice", LEA, c.Advance(HERE, "discussion"), Code.NO_MORE),
    ("exchange", LEA, c.Advance(HERE, "questions"), Code.NO_SUCH_PHASE),
    ("seating", LEA, c.Advance(HERE), Code.NOT_ACCEPTED),
    ("withdrawn", LEA, c.Advance(HERE), Code.NO_PRESENTER),
    ("withdrawn", LEA, c.Advance(HERE, "closing"), ["PhaseEntered"]),
    ("casting", LEA, c.Advance(HERE), ["PhaseEntered"]),
    ("scene", LEA, c.Advance(HERE), ["PhaseEntered"]),
    ("group work", LEA, c.Advance(HERE, "casting"), ["PhaseEntered", "PartTaken"]),
    ("late", LEA, c.Advance(HERE), ["PhaseEntered", "SeatAdmitted"]),
    ("presenter away", LEA, c.Advance(HERE), ["PhaseEntered"]),
    ("stepped out", CARL, c.Advance(HERE), ["PhaseEntered"]),
]
