"""The sign of a session, side by side, whose figures are not to be read as those of the others; and the sentence that
says what it means."""

from __future__ import annotations

from collections.abc import Sequence

from facilitation.structure_record import Lack, StructureRecord

SIGNS = {Lack.MEASURED_IN_PART: "*", Lack.HURRIED: "†"}


def sign(record: StructureRecord) -> str:
    """Nothing for most."""
    return "".join(sign for lack, sign in SIGNS.items() if lack in record.lacks)


def signed(record: StructureRecord, name: str) -> str:
    """What it is called in a table, with its sign, which never stands on a line alone."""
    return f"{name}\u00a0{sign(record)}".rstrip()


def meanings(records: Sequence[StructureRecord]) -> list[str]:
    """The messages for the signs of any of them."""
    return [f"compare-sign-{lack}" for lack in SIGNS if any(lack in one.lacks for one in records)]
