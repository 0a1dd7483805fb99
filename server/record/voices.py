"""What is said of a meeting of which only a file of voices is known: of no role, and of nobody who was asked."""

from __future__ import annotations

from facilitation.structure import SHORTEST_MS
from facilitation.structure_record import Lack, SizeBand, StructureRecord
from facilitation.vocabulary import Role
from server.record.bars import Words

FEW = 2
OF_SHARES = (Lack.TOO_FEW_MEMBERS, Lack.TOO_SHORT)
"""Why they are not told: of the two that which is so has its words."""
OTHERWISE = frozenset(
    "page-record-text record-shares figure-shares figure-shares-nobodys figure-seats-note "
    "figure-even-0 figure-even-1 figure-even-2 figure-even-3 "
    "record-untold-few record-untold-short record-untold-quiet record-untold-either".split()
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


def lacks(record: StructureRecord, words: Words) -> str:
    """As far as it is known: where nobody knows who led, nobody knows what leaders did, either; why no shares are told
    stands where they would. `words` are those for this record."""
    unknown = Lack.ROLES_UNKNOWN in record.lacks
    return " ".join(
        words(f"figure-lacks-{one}")
        for one in record.lacks
        if one not in OF_SHARES and not (unknown and one is Lack.INTERVENTIONS_NOT_NOTED)
    )


def untold(record: StructureRecord, words: Words) -> str:
    """Why members' shares are not told."""
    if Lack.SPEECH_NOT_MEASURED in record.lacks:
        why = words("record-untold-unmeasured")
    elif Lack.NO_SPEECH in record.lacks:
        why = words("record-untold-unheard")
    else:  # records were kept in which leaders alone spoke, and that was none of what they lack
        why = _why(record, words) or words("record-untold-unheard")
    return words("record-shares-none", why=why)


def _why(record: StructureRecord, words: Words) -> str:
    """Of what may be the reason, that which is; of a time that rounds to five minutes nobody knows."""
    why = ["few"] if Lack.TOO_FEW_MEMBERS in record.lacks else []
    if Lack.TOO_SHORT in record.lacks:
        at_work_ms = 1000 * record.whole.measured_s
        why.append(
            "short" if at_work_ms < SHORTEST_MS else "either" if at_work_ms == SHORTEST_MS else "quiet"
        )
    return "; ".join(words(f"record-untold-{one}") for one in why)


def how_many(record: StructureRecord) -> int | None:
    """The members, or the voices of an imported meeting, where the record tells their number beside the band: it has a
    share of each, or a seat."""
    if record.timeline is not None:
        return sum(one.role is Role.MEMBER for one in record.timeline.seats)
    return None if record.whole.shares is None else len(record.whole.shares)
