"""What is wrong with a record that cannot be read, in plain words. Nothing of what was read is repeated."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import NamedTuple

import msgspec

from facilitation import structure_record


class Contradiction(NamedTuple):
    """Of what keeps to the schema."""

    where: str
    """As `$.phases[2].began_s`."""
    why: str


class _Versioned(msgspec.Struct):
    version: int


NO_JSON = "it is no JSON, so it was cut off or changed, or is another kind of file"
_WHY = (
    ("Object contains unknown field", "it has a field that no record has"),
    ("Invalid enum value", "what stands there is none of what may"),
    (r"Expected `int` that's a multiple", "times are told in steps of 5 seconds, and no finer"),
    (r"Expected `str` (matching regex|of length <=)", "a month is written like 2026-11, without a day"),
    (r"Expected `\w+` [<>]=", "the number is too small or too large"),
    (r"Expected `array` of length", "there is more of it than any session has"),
)
"""By how msgspec's refusals begin; what they quote comes later."""
_MISSING = re.compile(r"Object missing required field `(\w+)`", re.ASCII)
"""What is missing is called as we call it. What is too many may be called anything, and is not repeated."""
_WHERE = re.compile(r" - at `(\$(?:\.[a-z_]\w*|\[\d{1,6}\])*)`$", re.ASCII)
_NAMES = {
    field.name for shape in vars(structure_record).values() if is_dataclass(shape) for field in fields(shape)
}
"""What a place is made of. An unknown field of the record itself has no place, and may be called like one."""


def newer(text: bytes) -> bool:
    """It tells a version that is yet to come."""
    try:
        return msgspec.json.decode(text, type=_Versioned).version > structure_record.VERSION
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return False


def told(error: Exception, text: bytes) -> str:
    """What a refusal of msgspec's comes to. It refuses what is none of ours before it has read all of it."""
    if not isinstance(error, msgspec.ValidationError):
        return NO_JSON
    found = _WHERE.search(str(error))
    where = found[1] if found and _NAMES.issuperset(re.findall(r"[a-z_]\w*", found[1])) else ""
    if not where and not _is_json(text):
        return NO_JSON
    if missing := _MISSING.match(str(error)):
        return at(f"{where or '$'}.{missing[1]}", "this field is missing")
    why = next((why for begins, why in _WHY if re.match(begins, str(error))), None)
    if why is None:
        return at(where, "something else must stand there") if where else "it is JSON, and no record"
    return at(where or "$", why)


def _is_json(text: bytes) -> bool:
    try:
        msgspec.json.decode(text)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return False
    return True


def at(where: str, why: str) -> str:
    return f"at {where}: {why}"
