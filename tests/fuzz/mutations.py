"""What becomes of a valid message in hostile hands: bits flipped, parts cut out, repeated or taken from another
message, and lengths and counts that are as large, as small or as nearly right as can be. Decided by a seed alone.

May import the standard library only.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

LONGEST = 1400
"""Longer than any field is; what is longer than a datagram is for TCP."""
_EXTREMES = (0, 1, 2, 3, 4, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFC, 0xFFFF)
_WORDS = (
    "",
    "0",
    "-1",
    "65536",
    "4294967296",
    "99999999999999999999",
    "x" * 300,
    "é\u2028\0",
    "%s",
    "a=",
    ":",
    " ",
    "*",
    "nan",
)


def mutated(sample: bytes, others: Sequence[bytes], chance: Random, lengths: Sequence[int] = ()) -> bytes:
    """`others`: valid messages of any kind, to take parts from. `lengths`: where the sample has fields of two bytes
    whose value decides how the rest is read."""
    found = bytearray(sample)
    for _ in range(1 + chance.randrange(3)):
        _once(found, others, chance, lengths)
    return bytes(found[:LONGEST])


def _once(found: bytearray, others: Sequence[bytes], chance: Random, lengths: Sequence[int]) -> None:
    size = len(found)
    at = chance.randrange(size + 1)
    upto = min(size, at + chance.randrange(1, 40))
    match chance.randrange(9):
        case 0 if size:
            found[chance.randrange(size)] ^= 1 << chance.randrange(8)
        case 1 if size:
            found[chance.randrange(size)] = chance.choice(_EXTREMES) & 0xFF
        case 2:
            del found[at:]
        case 3:
            del found[at:upto]
        case 4:
            found[at:at] = bytes(found[at:upto]) * chance.choice((1, 2, 30))
        case 5:
            other = chance.choice(others)
            found[at:] = other[chance.randrange(len(other) + 1) :]
        case 6:
            found[at:at] = chance.randbytes(chance.randrange(1, 20))
        case _:
            _length(found, chance, lengths)


def _length(found: bytearray, chance: Random, lengths: Sequence[int]) -> None:
    """One field of two bytes becomes extreme, or is off by a little."""
    places = [at for at in lengths if at + 2 <= len(found)]
    if not places and len(found) < 2:
        return
    at = chance.choice(places) if places else chance.randrange(len(found) - 1)
    now = int.from_bytes(found[at : at + 2], "big")
    value = chance.choice((*_EXTREMES, now + 1, now - 1, now + 4, now * 2))
    found[at : at + 2] = (value & 0xFFFF).to_bytes(2, "big")


def mutated_text(sample: str, chance: Random) -> str:
    """Of lines, such as an SDP offer: dropped, repeated, moved, cut, with other values or other characters."""
    lines = sample.split("\r\n")
    for _ in range(1 + chance.randrange(4)):
        at = chance.randrange(len(lines))
        match chance.randrange(7):
            case 0:
                del lines[at]
            case 1:
                lines[at:at] = [lines[at]] * chance.choice((1, 1, 50))
            case 2:
                lines.insert(chance.randrange(len(lines)), lines.pop(at))
            case 3:
                lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
            case 4:
                words = lines[at].replace(":", " : ").split(" ")
                words[chance.randrange(len(words))] = chance.choice(_WORDS)
                lines[at] = " ".join(words).replace(" : ", ":")
            case 5:
                where = chance.randrange(len(lines[at]) + 1)
                lines[at] = (
                    lines[at][:where]
                    + chr(chance.choice((0, 10, 13, 32, 58, 255, 0x2028, 0xD800)))
                    + lines[at][where:]
                )
            case _:
                lines[at] = lines[at].replace(str(chance.randrange(10)), chance.choice(_WORDS[:6]))
        if not lines:
            lines = [""]
    return "\r\n".join(lines)
