"""The parts of a scene."""

from __future__ import annotations

from facilitation import commands as c
from facilitation.vocabulary import Code, Part
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, OBI, STRANGER, WIM
from tests.facilitation.law_rows import HERE, Row

THE_SCENE: list[Row] = [
    ("casting", ANN, c.InviteToPart(HERE, CAT, Part.AUXILIARY), ["PartOffered"]),
    ("casting", LEA, c.InviteToPart(HERE, OBI, Part.DOUBLE), ["PartOffered"]),
    ("invited", ANN, c.InviteToPart(HERE, BEN, Part.AUXILIARY), []),
    ("invited", ANN, c.InviteToPart(HERE, BEN, Part.DOUBLE), ["PartOffered"]),
    ("casting", BEN, c.InviteToPart(HERE, CAT, Part.AUXILIARY), Code.NOT_ALLOWED),
    ("casting", ANN, c.InviteToPart(HERE, CAT, Part.PROTAGONIST), Code.NOT_ALLOWED),
    ("casting", LEA, c.InviteToPart(HERE, ANN, Part.AUXILIARY), Code.NOT_ALLOWED),
    ("casting", ANN, c.InviteToPart(HERE, LEA, Part.AUXILIARY), Code.NOT_ALLOWED),
    ("casting", ANN, c.InviteToPart(HERE, WIM, Part.AUXILIARY), Code.NOT_SEATED),
    ("casting", ANN, c.InviteToPart(HERE, STRANGER, Part.AUXILIARY), Code.NOT_SEATED),
    ("casting", ANN, c.InviteToPart(7, CAT, Part.AUXILIARY), Code.CONFLICT),
    ("scene", ANN, c.InviteToPart(HERE, CAT, Part.AUXILIARY), Code.NO_CAST),
    ("discussion", ANN, c.InviteToPart(HERE, CAT, Part.AUXILIARY), Code.NO_CAST),
    ("invited", BEN, c.AnswerInvitation(True), ["PartTaken"]),
    ("invited", BEN, c.AnswerInvitation(False), ["PartDeclined"]),
    ("invited", BEN, c.AnswerInvitation(True, Part.AUXILIARY), ["PartTaken"]),
    ("invited", BEN, c.AnswerInvitation(True, Part.DOUBLE), Code.CONFLICT),
    ("invited", CAT, c.AnswerInvitation(True), Code.NOT_INVITED),
    ("scene", BEN, c.AnswerInvitation(True), Code.NOT_INVITED),
    ("scene", BEN, c.TakeOffPart(), ["PartTakenOff"]),
    ("scene", LEA, c.TakeOffPart(BEN), ["PartTakenOff"]),
    ("scene", CAT, c.TakeOffPart(), []),
    ("scene", CAT, c.TakeOffPart(BEN), Code.NOT_ALLOWED),
    ("scene", ANN, c.TakeOffPart(BEN), Code.NOT_ALLOWED),
    ("scene", LEA, c.SwapParts(ANN, BEN), ["PartsSwapped"]),
    ("scene", CARL, c.SwapParts(ANN, CAT), ["PartsSwapped"]),
    ("scene", LEA, c.SwapParts(OBI, BEN), ["PartsSwapped"]),
    ("scene", LEA, c.SwapParts(ANN, BEN, 1), ["PartsSwapped"]),
    ("scene", LEA, c.SwapParts(ANN, BEN, 2), Code.CONFLICT),
    ("scene", LEA, c.SwapParts(OBI, BEN, 1), Code.CONFLICT),
    ("scene", LEA, c.SwapParts(CAT, DAN), Code.NO_CAST),
    ("scene", LEA, c.SwapParts(BEN, BEN), Code.NO_CAST),
    ("scene", LEA, c.SwapParts(ANN, CARL), Code.NOT_ALLOWED),
    ("scene", LEA, c.SwapParts(ANN, WIM), Code.NOT_SEATED),
    ("scene", ANN, c.SwapParts(ANN, BEN), Code.NOT_ALLOWED),
    ("group work", LEA, c.SwapParts(ANN, BEN), Code.NO_CAST),
    ("scene", LEA, c.Freeze(HERE), ["SceneFrozen"]),
    ("scene", BEN, c.Freeze(HERE), ["SceneFrozen"]),
    ("frozen", ANN, c.Freeze(HERE), []),
    ("scene", CAT, c.Freeze(HERE), Code.NOT_ALLOWED),
    ("scene", LEA, c.Freeze(7), Code.CONFLICT),
    ("casting", LEA, c.Freeze(HERE), Code.NO_CAST),
    ("discussion", LEA, c.Freeze(HERE), Code.NO_CAST),
    ("frozen", LEA, c.Unfreeze(HERE), ["SceneWentOn"]),
    ("scene", LEA, c.Unfreeze(HERE), []),
    ("frozen", BEN, c.Unfreeze(HERE), Code.NOT_ALLOWED),
    ("frozen", LEA, c.Unfreeze(7), Code.CONFLICT),
]
