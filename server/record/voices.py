"""What is said of a meeting of which only a file of voices is known: of no role, and of nobody who was asked."""

from __future__ import annotations

from facilitation.structure import FEWEST_WHO_SPOKE, LEAST_SAID_MS, SHORTEST_MS
from facilitation.structure_record import Lack, SizeBand, StructureRecord
from facilitation.vocabulary import Role
from server.record.bars import Words, listed
from server.record.figure import percent
from server.record.suppression import leaders_part

FEW = 2
SAID_THERE = (Lack.TOO_FEW_MEMBERS, Lack.TOO_SHORT, Lack.INTERVENTIONS_NOT_NOTED)
"""What is said in place of the members' shares, and of the drawing of what leaders did."""
ALONE = ("unmeasured", "unheard")
"""Why shares are not told: beside such a reason no other says anything."""
BESIDE_FEW = ("quiet", "floor")
"""Of voices: who is one was heard, so fewer than five of them says it."""
OTHERWISE = frozenset(
    "page-record-text record-whole record-shares figure-shares figure-shares-nobodys figure-seats-note "
    "figure-even-0 figure-even-1 figure-even-2 figure-even-3 "
    "record-untold-few record-untold-short record-untold-little record-untold-quiet record-untold-either "
    "record-untold-floor".split()
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
    """Which message says whom its sums tell of: of four members' sums whoever was there knows more, where anybody was
    heard."""
    heard = not {Lack.NO_SPEECH, Lack.SPEECH_NOT_MEASURED} & set(record.lacks)
    return "record-sums-few" if record.members is SizeBand.UNDER_FIVE and heard else "record-sums"


def few_sat(record: StructureRecord) -> bool:
    """In a seat timeline so few members that everyone knows which seat is whose."""
    seats = () if record.timeline is None else record.timeline.seats
    return sum(one.role is Role.MEMBER for one in seats) <= FEW


def lacks(record: StructureRecord, words: Words) -> str:
    """Of the session as a whole: what else is not told, and why, stands where it would; but without a phase nothing
    stands in place of what leaders did. `words` are those for this record."""
    said = [f"figure-lacks-{one}" for one in record.lacks if one not in SAID_THERE]
    known = Lack.INTERVENTIONS_NOT_NOTED in record.lacks and Lack.ROLES_UNKNOWN not in record.lacks
    return " ".join(map(words, (*said, *(["figure-unmarked"] if known and not record.phases else []))))


def untold(record: StructureRecord, words: Words) -> str:
    """Why members' shares are not told: of what may be the reason, that which is. Of what rounds to the very limit
    nobody knows."""
    lacks, too_short = record.lacks, Lack.TOO_SHORT in record.lacks
    said = record.whole.speech_s
    worked_ms, said_ms = 1000 * record.whole.measured_s, 1000 * ((said.presenter or 0) + said.member)
    short, little = worked_ms < SHORTEST_MS, said_ms < LEAST_SAID_MS
    turns = sum((one.turns.presenter or 0) + one.turns.member for one in record.phases)
    known = short or little or (worked_ms > SHORTEST_MS and said_ms > LEAST_SAID_MS)
    may_be = {
        "unmeasured": Lack.SPEECH_NOT_MEASURED in lacks,
        "unheard": Lack.NO_SPEECH in lacks,
        "few": Lack.TOO_FEW_MEMBERS in lacks,
        "short": too_short and short,
        "little": too_short and little,
        # Who spoke and took no floor, nobody knows: a murmur is no turn.
        "floor": too_short and little and turns < FEWEST_WHO_SPOKE,
        "quiet": too_short and known and not short and not little,
        "either": too_short and not known and Lack.TOO_FEW_MEMBERS not in lacks,
    }
    few_voices = may_be["few"] and Lack.ROLES_UNKNOWN in lacks
    why = [one for one, is_so in may_be.items() if is_so and not (few_voices and one in BESIDE_FEW)]
    if not why or why[0] in ALONE:
        # Records were kept in which leaders alone spoke, and that was none of these.
        why = why[:1] or ["unheard"]
    return words("record-shares-none", why=listed([words(f"record-untold-{one}") for one in why], words))


def leader_share(record: StructureRecord, words: Words, none: str) -> str:
    """The leaders' part of all that was said; `none`: in its place where nobody knows it, nobody
    spoke, or, with that reason, where it says little."""
    part = leaders_part(record)
    if part.value is not None:
        return percent(part.value, words)
    if part.why and record.whole.leader_share is not None:
        return f"{none} ({listed(map(words, part.why), words)})"
    return none


def how_many(record: StructureRecord) -> int | None:
    """The members, or the voices of an imported meeting, where the record tells their number beside the band: it has a
    share of each, or a seat."""
    if record.timeline is not None:
        return sum(one.role is Role.MEMBER for one in record.timeline.seats)
    return None if record.whole.shares is None else len(record.whole.shares)
