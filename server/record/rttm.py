"""RTTM (NIST, Rich Transcription 2009): who spoke when, one line a segment. Read for published corpora, and written.

Of a file only seats and times are taken: a speaker's name becomes a number, in the order of their first word, and the
file's own name is nothing. Imports the standard library and `facilitation.talk`.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from facilitation.talk import Segment

LONGEST_S = 7 * 24 * 3600
OTHER_TYPES = frozenset(
    "NOSCORE NO_RT_METADATA LEXEME NON-LEX NON-SPEECH FILLER EDIT IP SU CB A/P SPKR-INFO".split()
)
"""Lines that say nothing about who spoke when."""


class BadRttm(Exception):
    """What is no RTTM. The message says which line and why, and repeats nothing of it."""


def read(text: str) -> list[Segment]:
    """The segments of one meeting, in the order of the file. Raises BadRttm."""
    seats: dict[str, int] = {}
    meeting, segments = "", []
    for number, line in enumerate(text.splitlines(), 1):
        columns = line.split()
        if not columns or columns[0].startswith(";;") or columns[0] in OTHER_TYPES:
            continue
        if columns[0] != "SPEAKER" or not 9 <= len(columns) <= 10:
            raise BadRttm(f"line {number}: not a line of RTTM")
        if meeting and columns[1] != meeting:
            raise BadRttm(f"line {number}: another recording begins; a file is of one")
        meeting = columns[1]
        start, length = _ms(columns[3], "start", number), _ms(columns[4], "length", number)
        seat = seats.setdefault(columns[7], len(seats) + 1)
        segments.append(Segment(seat, start, start + length))
    if not segments:
        raise BadRttm("no line says that anybody spoke")
    return segments


def _ms(column: str, what: str, number: int) -> int:
    try:
        seconds = Decimal(column)
    except InvalidOperation:
        raise BadRttm(f"line {number}: the {what} is no number") from None
    if not seconds.is_finite() or seconds < 0:
        raise BadRttm(f"line {number}: the {what} is negative, or no number")
    if seconds > LONGEST_S:
        raise BadRttm(f"line {number}: the {what} is longer than a week")
    return round(seconds * 1000)


def write(segments: Iterable[Segment]) -> str:
    """In order of their beginning; the seats by number."""
    return "".join(map(_line, sorted(segments, key=lambda one: (one.start_ms, one.seat))))


def _line(one: Segment) -> str:
    start, length = one.start_ms / 1000, (one.end_ms - one.start_ms) / 1000
    return f"SPEAKER session 1 {start:.3f} {length:.3f} <NA> <NA> seat{one.seat} <NA> <NA>\n"
