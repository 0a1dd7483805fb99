"""A record in a line of `restarea record list`, in words."""

from __future__ import annotations

from facilitation.structure_record import Lack, StructureRecord
from server.pages.language import DEFAULT, text
from server.record.voices import SAID_THERE

LACKS = {
    Lack.NOT_BEGUN: "it had no phase",
    Lack.NOT_ENDED: "its log stops in the middle",
    Lack.SPEECH_NOT_MEASURED: "nobody measured who spoke",
    Lack.MEASURED_IN_PART: "the server was stopped in the middle, and some seconds are missing",
    Lack.NO_SPEECH: "nobody spoke",
    Lack.TOO_SHORT: "too little was said to tell shares",
    Lack.TOO_FEW_MEMBERS: "too few members to tell shares",
    Lack.INTERVENTIONS_NOT_NOTED: "no leader marked anything",
    Lack.HURRIED: "a rehearsal, faster than in earnest",
    Lack.ROLES_UNKNOWN: "who led is not known",
    Lack.PLAN_UNKNOWN: "what was planned is not known",
}


def in_words(record_id: str, record: StructureRecord) -> str:
    lacks = "".join(f"; {LACKS[one]}" for one in _told(record))
    members = text(DEFAULT, f"record-{record.members}")
    return (
        f"{record_id}  {record.month or 'no month':<8}  {record.level:<13}  {record.format}, "
        f"{members} members, {_took(record)}{lacks}"
    )


def _told(record: StructureRecord) -> list[Lack]:
    """Where nobody spoke, not what follows from it."""
    silent = Lack.NO_SPEECH in record.lacks
    return [one for one in record.lacks if not (silent and one in SAID_THERE)]


def _took(record: StructureRecord) -> str:
    """In minutes, or in seconds where there was none."""
    seconds = sum(phase.actual_s for phase in record.phases)
    count, unit = (seconds // 60, "minute") if seconds >= 60 else (seconds, "second")
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
