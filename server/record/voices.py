"""What is said of a meeting of which only a file of voices is known: of no role, and of nobody who was asked."""

from __future__ import annotations

from facilitation.structure_record import Lack, SizeBand, StructureRecord
from facilitation.vocabulary import Role
from server.record.bars import Words

FEW = 2
OTHERWISE = frozenset(
    "page-record-text record-shares record-shares-none figure-shares figure-shares-nobodys figure-seats-note "
    "figure-even-0 figure-even-1 figure-even-2 figure-even-3 figure-lacks-too_few_members".split()
)
"""Messages that speak of members, and have another for voices."""


def words_for(record: StructureRecord, words: Words) -> Words:
    """Those in which it is spoken of this record."""
    if Lack.ROLES_UNKNOWN not in record.lacks:
        return words

    def of_voices(message: str, **given: str | int) -> str:
        return words(f"{message}-voices" if message in OTHERWISE else message, **given)

    return of_voices


def of_sums(record: StructureRecord) -> str:
    """Which message says whom its sums tell of: of four members' sums whoever was there knows more."""
    return "record-sums-few" if record.members is SizeBand.UNDER_FIVE else "record-sums"


def few_sat(record: StructureRecord) -> bool:
    """In a seat timeline so few members that everyone knows which seat is whose."""
    seats = () if record.timeline is None else record.timeline.seats
    return sum(one.role is Role.MEMBER for one in seats) <= FEW


def lacks(record: StructureRecord) -> tuple[Lack, ...]:
    """As far as it is known: where nobody knows who led, nobody knows what leaders did, either."""
    unknown = Lack.ROLES_UNKNOWN in record.lacks
    return tuple(one for one in record.lacks if not (unknown and one is Lack.INTERVENTIONS_NOT_NOTED))


def how_many(record: StructureRecord) -> int | None:
    """Of an imported meeting, whose voices anybody can count; None where the record has only a band for them."""
    if record.timeline is not None:
        return len(record.timeline.seats)
    return None if record.whole.shares is None else len(record.whole.shares)
