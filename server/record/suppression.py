"""What may be told where several records of one group stand side by side.

One record tells little of anybody; a few events, or the words of a few people, month after month, tell more. So of
several records no count under five is told, and of a session with fewer than five members nothing of who spoke. Of an
imported meeting everything is: its file tells who spoke when.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from typing import Generic, NamedTuple, TypeVar

from facilitation.structure import LEAST_SAID_MS, SHORTEST_MS
from facilitation.structure_record import Lack, Part, PhaseStructure, SizeBand, StructureRecord, Whole
from server.record.columns import Blank

LEAST = 5
FEW, LITTLE = "record-untold-few", "record-untold-said"
"""The messages for why something is not told."""
T = TypeVar("T")


class Answer(NamedTuple, Generic[T]):
    """A value; or None, and why there is none."""

    value: T | None
    blank: Blank = Blank.NONE
    why: tuple[str, ...] = ()
    """The messages for it, where it is not told."""


Roles = tuple[float, float, float, float]
"""The leaders', the presenter's and the members' speech, and silence: parts of 1 of the time that was measured."""

Blocks = tuple[tuple[int, ...], ...]
"""Which of some counts are told together or not at all, by their places; two of each at least, of which nobody knows
beforehand that there are none."""


def told(count: int, least: int = LEAST) -> int | None:
    """None: under five, or what else is the least."""
    return count if count >= least else None


def among(counts: Sequence[int], blocks: Blocks, least: int = LEAST) -> tuple[int | None, ...]:
    """Of counts whose sum may be known by other figures: where one is under `least` none of its block is told, and none
    of the next where what is not told comes to less than `least` - 1. So with the sum, this rule and all that is told
    it may be any number under `least`, unless the sum itself is less. Which count stands beside it does not hang on how
    large it is: of the smallest of the others one would know that it is at least `least`, and at most the next."""
    untold = [block for block in blocks if any(told(counts[at], least) is None for at in block)]
    for block in blocks:
        if untold and block not in untold and sum(counts[at] for one in untold for at in one) < least - 1:
            untold.append(block)
    return tuple(None if any(at in one for one in untold) else count for at, count in enumerate(counts))


def published(record: StructureRecord) -> bool:
    """Imported: whoever has the file knows all of it, and there are no members who were promised anything."""
    return Lack.ROLES_UNKNOWN in record.lacks


def few(record: StructureRecord) -> bool:
    """So few members that what they said would be some few persons'. Nor is then told what the others said: it would be
    the rest."""
    return record.members is SizeBand.UNDER_FIVE and not published(record)


def untold(record: StructureRecord) -> bool:
    """How evenly members spoke: they were too few, or said too little, for the record to tell it."""
    return bool({Lack.TOO_FEW_MEMBERS, Lack.TOO_SHORT} & set(record.lacks)) and measured(record)


def why_untold(record: StructureRecord) -> tuple[str, ...]:
    """The messages for that. Who few were that spoke, or how little they said, is not told of several."""
    of_voices = "-voices" if published(record) else ""
    short = Lack.TOO_SHORT in record.lacks and 1000 * record.whole.measured_s < SHORTEST_MS
    why = [*(["few"] if Lack.TOO_FEW_MEMBERS in record.lacks else []), *(["short"] if short else [])]
    return tuple(f"record-untold-{one}{of_voices}" for one in why or ["either"])


def little(record: StructureRecord) -> bool:
    """So little was said, by whomever, that a part of it says nothing, whichever role's. Whoever shows such a part asks
    `roles` or `leaders_part`, which have asked it."""
    return measured(record) and said_little(record.whole)


def said_little(of: Whole | PhaseStructure) -> bool:
    return 1000 * sum(one or 0 for one in astuple(of.speech_s)) < LEAST_SAID_MS


def roles(record: StructureRecord) -> Answer[Roles]:
    """Voices at the same time count once, in proportion."""
    silence = silence_share(record)
    if few(record):
        return Answer(None, Blank.NOT_TOLD, (FEW,))
    if published(record):
        return Answer(None, Blank.NOT_KNOWN)
    if silence is None:
        return Answer(None)
    if little(record):
        return Answer(None, Blank.NOT_TOLD, (LITTLE,))
    spoken = astuple(record.whole.speech_s)
    leader, presenter, member = ((1 - silence) * one / (sum(spoken) or 1) for one in spoken)
    return Answer((leader, presenter, member, silence))


def leaders_part(record: StructureRecord) -> Answer[Part]:
    """How much of all that was said leaders said. Beside others it is not of few, either."""
    if published(record):
        return Answer(None, Blank.NOT_KNOWN)
    if little(record):
        return Answer(None, Blank.NOT_TOLD, (LITTLE,))
    return Answer(record.whole.leader_share)


def of_members(record: StructureRecord, part: Part | None) -> Answer[Part]:
    """A figure of how members spoke among each other."""
    return Answer(None, Blank.NOT_TOLD, why_untold(record)) if untold(record) else Answer(part)


def silence_kept(record: StructureRecord) -> Answer[Part]:
    """Of the push back, the part in which the presenter was silent."""
    return Answer(None, Blank.NOT_KNOWN) if published(record) else Answer(record.whole.silence_kept)


def measured(record: StructureRecord) -> bool:
    """When somebody spoke."""
    return record.whole.measured_s > 0 and Lack.SPEECH_NOT_MEASURED not in record.lacks


def silences(record: StructureRecord) -> tuple[int | None, ...] | None:
    """How many were over 3, 10 and 30 s; None in place of one: under five. None in place of all: not measured."""
    if not measured(record):
        return None
    counts = astuple(record.whole.silences)
    return counts if published(record) else tuple(map(told, counts))


def silence_share(record: StructureRecord) -> float | None:
    return None if silences(record) is None else record.whole.silence_share


def noted(record: StructureRecord) -> bool:
    """Leaders marked what they did; else the two kinds that need no mark would stand for all."""
    return not {Lack.INTERVENTIONS_NOT_NOTED, Lack.ROLES_UNKNOWN} & set(record.lacks)
