"""RTTM (NIST, Rich Transcription 2009): who spoke when, one line a segment. Read for published corpora, and written.

Of a file only recordings, voices and times are taken: a speaker's name becomes a number, in the order of their first
word. Imports the standard library and `facilitation.talk`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import NamedTuple

from facilitation.talk import Segment, by_seat, segments_of

LONGEST_S = 7 * 24 * 3600
OVER = {"start": "later", "length": "longer"}
OTHER_TYPES = frozenset(
    "NOSCORE NO_RT_METADATA LEXEME NON-LEX NON-SPEECH FILLER EDIT IP SU CB A/P SPKR-INFO".split()
)
"""Lines that say nothing about who spoke when."""


class BadRttm(Exception):
    """What is no RTTM. The message says which line and why, and repeats nothing of it."""


class Tidied(NamedTuple):
    """A recording as it is counted, and what had to be done for that."""

    segments: list[Segment]
    """In order of their beginning; none is empty, and none of one voice touches another of it."""
    joined: int
    """So many overlapped or touched another of the same voice, and are one with it."""
    empty: int
    """So many had no length, and are left out;"""
    unheard: int
    """and so many voices, which had no others."""
    unordered: int
    """So many began before the one above them."""


class _Spoke(NamedTuple):
    recording: str
    name: str
    start_ms: int
    end_ms: int


def read(text: str) -> dict[str, list[Segment]]:
    """The segments of each recording, by its name, as they stand in the file. Raises BadRttm."""
    found: dict[str, list[_Spoke]] = {}
    wrong: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        columns = line.split()
        if not columns or columns[0].startswith(";;") or columns[0] in OTHER_TYPES:
            continue
        try:
            spoke = _spoke(columns)
            found.setdefault(spoke.recording, []).append(spoke)
        except BadRttm as error:
            wrong.append((number, str(error)))
    if wrong:
        number, why = wrong[0]
        others = f"; {len(wrong)} lines are wrong, the next is {wrong[1][0]}" if wrong[1:] else ""
        raise BadRttm(f"line {number}: {why}{others}")
    if not found:
        raise BadRttm("no line says that anybody spoke")
    return {recording: _numbered(spoken) for recording, spoken in found.items()}


def _spoke(columns: Sequence[str]) -> _Spoke:
    if columns[0] != "SPEAKER" or not 9 <= len(columns) <= 10:
        raise BadRttm("not a line of RTTM")
    start = _ms(columns[3], "start")
    return _Spoke(columns[1], columns[7], start, start + _ms(columns[4], "length"))


def _ms(column: str, what: str) -> int:
    try:
        if "_" in column or not column.isascii():  # Decimal also takes 1_0, and digits of other scripts
            raise InvalidOperation
        seconds = Decimal(column)
    except InvalidOperation:
        raise BadRttm(f"the {what} is no number") from None
    if not seconds.is_finite():
        raise BadRttm(f"the {what} is no number")
    if seconds < 0:
        raise BadRttm(f"the {what} is negative")
    if seconds > LONGEST_S:
        raise BadRttm(f"the {what} is {OVER[what]} than a week")
    return round(seconds * 1000)


def _numbered(spoken: Sequence[_Spoke]) -> list[Segment]:
    seats: dict[str, int] = {}
    for one in sorted(spoken, key=lambda one: one.start_ms):
        seats.setdefault(one.name, len(seats) + 1)
    return [Segment(seats[one.name], one.start_ms, one.end_ms) for one in spoken]


def tidied(segments: Sequence[Segment]) -> Tidied:
    """Raises BadRttm where nothing is left of them."""
    spoke = [one for one in segments if one.start_ms < one.end_ms]
    if not spoke:
        raise BadRttm("no segment in it has a length")
    whole = segments_of(by_seat(spoke))
    return Tidied(
        whole,
        joined=len(spoke) - len(whole),
        empty=len(segments) - len(spoke),
        unheard=len({one.seat for one in segments}) - len({one.seat for one in spoke}),
        unordered=sum(after.start_ms < before.start_ms for before, after in pairwise(segments)),
    )


def write(segments: Iterable[Segment]) -> str:
    """In order of their beginning; the seats by number."""
    return "".join(map(_line, sorted(segments, key=lambda one: (one.start_ms, one.seat))))


def _line(one: Segment) -> str:
    start, length = one.start_ms / 1000, (one.end_ms - one.start_ms) / 1000
    return f"SPEAKER session 1 {start:.3f} {length:.3f} <NA> <NA> seat{one.seat} <NA> <NA>\n"
