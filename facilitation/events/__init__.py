"""What happened. Past tense, frozen; the log is a list of these and nothing else.

Every event carries `at`, its session time in milliseconds, and everything `state.evolve` needs, so that a replay
under newer rules still gives what really happened. No name, no text, no address: seats, roles and times.
"""

from __future__ import annotations

from facilitation.events.case import (
    AudienceAccepted,
    CaseClosed,
    CaseOffered,
    CaseWithdrawn,
    OfferWithdrawn,
    OneNamed,
    PresenterChosen,
    PresenterPushedBack,
    PresenterRecalled,
)
from facilitation.events.floor import (
    FloorSet,
    HandLowered,
    HandRaised,
    RoundBegan,
    RoundCameBack,
    RoundHeldSeat,
    TurnEnded,
    TurnGranted,
    TurnLimitReached,
    TurnPassed,
)
from facilitation.events.marks import InterventionMarked, MarkTakenBack
from facilitation.events.phases import (
    ClockHeld,
    ClockReleased,
    ExtensionUndone,
    PhaseEntered,
    PhaseExtended,
    PhaseLimitReached,
    PresenterNotAwaited,
    PresenterOverdue,
    PushBackRestored,
    PushBackSuspended,
    SessionPaused,
    SessionResumed,
    StepUndone,
)
from facilitation.events.privacy import (
    PrivateRoomAgreed,
    PrivateRoomAsked,
    PrivateRoomClosed,
    PrivateRoomLeft,
    PrivateRoomOpened,
    SteppedBackIn,
    SteppedOut,
    WhisperBegan,
    WhisperEnded,
    WordHeeded,
    WordNoted,
    WordSent,
)
from facilitation.events.scene import (
    PartDeclined,
    PartOffered,
    PartsSwapped,
    PartsTakenOff,
    PartTaken,
    PartTakenOff,
    SceneFrozen,
    SceneWentOn,
)
from facilitation.events.seats import (
    EarlyLeaveSaid,
    LeadPassed,
    LinkLost,
    LinkRestored,
    PageClosed,
    PageOpened,
    SeatAdmitted,
    SeatLeft,
    SeatMoved,
    SeatRemoved,
    SeatTaken,
    SessionEnded,
)

Event = (
    SeatTaken | SeatAdmitted | SeatLeft | SeatRemoved | LinkRestored | LinkLost | PageOpened | PageClosed
    | PhaseEntered | StepUndone | PhaseExtended | ExtensionUndone | PhaseLimitReached | SessionPaused
    | SessionResumed | ClockHeld | ClockReleased | PresenterOverdue | PresenterNotAwaited | LeadPassed
    | PushBackSuspended | PushBackRestored | CaseOffered | OfferWithdrawn | PresenterChosen | OneNamed
    | CaseWithdrawn | CaseClosed | AudienceAccepted | PresenterRecalled | PresenterPushedBack
    | FloorSet | HandRaised | HandLowered | TurnGranted | TurnLimitReached | TurnEnded | TurnPassed
    | RoundBegan | RoundHeldSeat | RoundCameBack | SeatMoved
    | PartOffered | PartDeclined | PartTaken | PartTakenOff | PartsSwapped | PartsTakenOff | SceneFrozen | SceneWentOn
    | WhisperBegan | WhisperEnded | PrivateRoomOpened | PrivateRoomAsked | PrivateRoomAgreed | PrivateRoomLeft
    | PrivateRoomClosed | SteppedOut | SteppedBackIn | EarlyLeaveSaid | WordSent | WordHeeded | WordNoted
    | InterventionMarked | MarkTakenBack | SessionEnded
)  # fmt: skip

__all__ = [
    "AudienceAccepted",
    "CaseClosed",
    "CaseOffered",
    "CaseWithdrawn",
    "ClockHeld",
    "ClockReleased",
    "EarlyLeaveSaid",
    "Event",
    "ExtensionUndone",
    "FloorSet",
    "HandLowered",
    "HandRaised",
    "InterventionMarked",
    "LeadPassed",
    "LinkLost",
    "LinkRestored",
    "MarkTakenBack",
    "OfferWithdrawn",
    "OneNamed",
    "PageClosed",
    "PageOpened",
    "PartDeclined",
    "PartOffered",
    "PartTaken",
    "PartTakenOff",
    "PartsSwapped",
    "PartsTakenOff",
    "PhaseEntered",
    "PhaseExtended",
    "PhaseLimitReached",
    "PresenterChosen",
    "PresenterNotAwaited",
    "PresenterOverdue",
    "PresenterPushedBack",
    "PresenterRecalled",
    "PrivateRoomAgreed",
    "PrivateRoomAsked",
    "PrivateRoomClosed",
    "PrivateRoomLeft",
    "PrivateRoomOpened",
    "PushBackRestored",
    "PushBackSuspended",
    "RoundBegan",
    "RoundCameBack",
    "RoundHeldSeat",
    "SceneFrozen",
    "SceneWentOn",
    "SeatAdmitted",
    "SeatLeft",
    "SeatMoved",
    "SeatRemoved",
    "SeatTaken",
    "SessionEnded",
    "SessionPaused",
    "SessionResumed",
    "StepUndone",
    "SteppedBackIn",
    "SteppedOut",
    "TurnEnded",
    "TurnGranted",
    "TurnLimitReached",
    "TurnPassed",
    "WhisperBegan",
    "WhisperEnded",
    "WordHeeded",
    "WordNoted",
    "WordSent",
]
