"""What somebody asks for. Imperative, frozen; `session.decide` grants or refuses them.

`about` names what the asker was looking at: the phase entry, the case or the turn, as their counters in the
state. A command conflicts only if that very thing has changed since, so two leaders who press at once get one
effect and one `conflict`, while an unrelated change never gets in anybody's way.
"""

from __future__ import annotations

from facilitation.commands.case import (
    AcceptAudience,
    ChoosePresenter,
    CloseCase,
    CloseChoice,
    GoOn,
    NameOne,
    OfferCase,
    PushBack,
    Recall,
    WithdrawCase,
    WithdrawOffer,
)
from facilitation.commands.floor import (
    BeginRound,
    EndTurn,
    GrantTurn,
    LowerHand,
    PassTurn,
    RaiseHand,
    SetFloor,
)
from facilitation.commands.marks import Mark, TakeBackMark
from facilitation.commands.phases import Advance, Begin, Extend, Pause, Resume, StepBack, UndoStep
from facilitation.commands.privacy import (
    AgreeInPrivateRoom,
    AskIntoPrivateRoom,
    HeedWord,
    LeavePrivateRoom,
    NoteWord,
    OpenPrivateRoom,
    StepOut,
    TellLeaders,
    Whisper,
)
from facilitation.commands.scene import (
    AnswerInvitation,
    Freeze,
    InviteToPart,
    SwapParts,
    TakeOffPart,
    Unfreeze,
)
from facilitation.commands.seats import (
    Admit,
    ComeBack,
    End,
    Leave,
    MoveSeat,
    PassLead,
    Remove,
    ReportLink,
    ReportPage,
    SayLeavingEarly,
    TakeSeat,
)

HouseCommand = TakeSeat | ComeBack | ReportLink | ReportPage
PersonalCommand = (
    Admit | Remove | Begin | ChoosePresenter | Advance | StepBack | Extend | Pause | Resume | Recall | PushBack
    | SetFloor | GrantTurn | EndTurn | BeginRound | CloseChoice | GoOn | CloseCase | MoveSeat | SwapParts | Unfreeze
    | PassLead | Mark | TakeBackMark | UndoStep | Whisper | OpenPrivateRoom | AskIntoPrivateRoom | HeedWord | NoteWord
    | End | OfferCase | WithdrawOffer
    | WithdrawCase | AcceptAudience | NameOne | InviteToPart | AnswerInvitation | TakeOffPart | Freeze | PassTurn
    | SayLeavingEarly | AgreeInPrivateRoom | StepOut | LeavePrivateRoom | RaiseHand | LowerHand | TellLeaders | Leave
)  # fmt: skip
"""What a client may send. A house command never comes over the wire."""
Command = HouseCommand | PersonalCommand

__all__ = [
    "AcceptAudience",
    "Admit",
    "Advance",
    "AgreeInPrivateRoom",
    "AnswerInvitation",
    "AskIntoPrivateRoom",
    "Begin",
    "BeginRound",
    "ChoosePresenter",
    "CloseCase",
    "CloseChoice",
    "ComeBack",
    "Command",
    "End",
    "EndTurn",
    "Extend",
    "Freeze",
    "GoOn",
    "GrantTurn",
    "HeedWord",
    "HouseCommand",
    "InviteToPart",
    "Leave",
    "LeavePrivateRoom",
    "LowerHand",
    "Mark",
    "MoveSeat",
    "NameOne",
    "NoteWord",
    "OfferCase",
    "OpenPrivateRoom",
    "PassLead",
    "PassTurn",
    "Pause",
    "PersonalCommand",
    "PushBack",
    "RaiseHand",
    "Recall",
    "Remove",
    "ReportLink",
    "ReportPage",
    "Resume",
    "SayLeavingEarly",
    "SetFloor",
    "StepBack",
    "StepOut",
    "SwapParts",
    "TakeBackMark",
    "TakeOffPart",
    "TakeSeat",
    "TellLeaders",
    "UndoStep",
    "Unfreeze",
    "Whisper",
    "WithdrawCase",
    "WithdrawOffer",
]
