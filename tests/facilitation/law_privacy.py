"""Among few: words to the leaders, whispers, the private room."""

from __future__ import annotations

from facilitation import commands as c
from facilitation.vocabulary import Code, Word
from tests.facilitation.circle import ANN, BEN, CARL, CAT, LEA, WIM
from tests.facilitation.law_rows import HERE, Row

AMONG_FEW: list[Row] = [
    ("discussion", ANN, c.TellLeaders(Word.BRING_ME_BACK), ["WordSent"]),
    ("discussion", BEN, c.TellLeaders(Word.BRING_ME_BACK), Code.NOT_ALLOWED),
    ("discussion", LEA, c.TellLeaders(Word.NEED_A_PAUSE), Code.NOT_ALLOWED),
    ("debrief", ANN, c.TellLeaders(Word.NEED_A_PAUSE), Code.NOT_ALLOWED),
    ("discussion", BEN, c.TellLeaders(Word.DISTRESS), ["WordSent"]),
    ("discussion", BEN, c.TellLeaders(Word.LEAVE_EARLY), ["WordSent"]),
    ("distressed", BEN, c.TellLeaders(Word.DISTRESS), []),
    ("stepped out", BEN, c.TellLeaders(Word.DISTRESS), ["WordSent"]),
    ("discussion", WIM, c.TellLeaders(Word.DISTRESS), Code.NOT_SEATED),
    ("gathering", BEN, c.TellLeaders(Word.DISTRESS), Code.NOT_BEGUN),
    ("distressed", LEA, c.HeedWord(BEN, Word.DISTRESS), ["WordHeeded"]),
    ("distressed", LEA, c.HeedWord(BEN, Word.LEAVE_EARLY), Code.NO_WORD),
    ("distressed", LEA, c.HeedWord(CAT, Word.DISTRESS), Code.NO_WORD),
    ("distressed", BEN, c.HeedWord(BEN, Word.DISTRESS), Code.NOT_ALLOWED),
    ("discussion", BEN, c.SayLeavingEarly(), ["EarlyLeaveSaid"]),
    ("stepped out", BEN, c.SayLeavingEarly(), ["EarlyLeaveSaid"]),
    ("debrief", BEN, c.SayLeavingEarly(), Code.NOT_ALLOWED),
    ("discussion", LEA, c.Whisper(True), ["WhisperBegan"]),
    ("whispering", CARL, c.Whisper(True), []),
    ("whispering", CARL, c.Whisper(False), ["WhisperEnded"]),
    ("discussion", CARL, c.Whisper(False), []),
    ("stepped out", CARL, c.Whisper(True), Code.STEPPED_OUT),
    ("discussion", BEN, c.Whisper(True), Code.NOT_ALLOWED),
    # --- the private room ---
    ("distressed", CARL, c.OpenPrivateRoom(BEN), ["PrivateRoomOpened"]),
    ("distressed", LEA, c.OpenPrivateRoom(BEN), Code.NOT_ALLOWED),
    ("distressed", CARL, c.OpenPrivateRoom(CAT), Code.NO_WORD),
    ("distressed", BEN, c.OpenPrivateRoom(BEN), Code.NOT_ALLOWED),
    ("discussion", CARL, c.OpenPrivateRoom(BEN), Code.NO_WORD),
    ("stepped out", CARL, c.OpenPrivateRoom(BEN), Code.NOT_ALLOWED),
    ("stepped out", LEA, c.AskIntoPrivateRoom(), Code.NOT_ALLOWED),
    ("stepped out", CARL, c.AskIntoPrivateRoom(), Code.NOT_ALLOWED),
    ("joined", CARL, c.AskIntoPrivateRoom(), Code.NOT_ALLOWED),
    ("asked in", LEA, c.AskIntoPrivateRoom(), []),
    ("paused outside", LEA, c.AskIntoPrivateRoom(), ["PrivateRoomAsked"]),
    ("discussion", CARL, c.AskIntoPrivateRoom(), Code.NOT_IN_PRIVATE),
    ("discussion", BEN, c.AskIntoPrivateRoom(), Code.NOT_ALLOWED),
    ("asked in", CARL, c.AgreeInPrivateRoom(LEA), ["PrivateRoomAgreed"]),
    ("asked in", BEN, c.AgreeInPrivateRoom(LEA), ["PrivateRoomAgreed"]),
    ("asked in", BEN, c.AgreeInPrivateRoom(CAT), Code.CONFLICT),
    ("asked in", LEA, c.AgreeInPrivateRoom(LEA), Code.NOT_IN_PRIVATE),
    ("asked in", CAT, c.AgreeInPrivateRoom(LEA), Code.NOT_IN_PRIVATE),
    ("stepped out", BEN, c.AgreeInPrivateRoom(LEA), Code.NOT_IN_PRIVATE),
    ("stepped out", BEN, c.LeavePrivateRoom(), ["PrivateRoomClosed"]),
    ("stepped out", CARL, c.LeavePrivateRoom(), ["PrivateRoomClosed"]),
    ("joined", LEA, c.LeavePrivateRoom(), ["PrivateRoomLeft"]),
    ("joined", BEN, c.LeavePrivateRoom(), ["PrivateRoomClosed"]),
    ("stepped out", CAT, c.LeavePrivateRoom(), Code.NOT_IN_PRIVATE),
    ("discussion", BEN, c.LeavePrivateRoom(), Code.NOT_IN_PRIVATE),
    ("stepped out", BEN, c.OfferCase(HERE), Code.STEPPED_OUT),
    ("stepped out", BEN, c.LowerHand(), Code.STEPPED_OUT),
    ("stepped out", CARL, c.Extend(HERE, 1000), ["PhaseExtended"]),
]
