"""The structure record outside of the process: its schema, and what it is exported to. Never meets names or attendance.

May import the form, the formats' catalogue and msgspec; not the store, for the people are there, too. What other
programs' formats are written with is imported when it is asked for: see libraries.py. A notebook asks for
`load_records`, and for the exceptions that it documents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from server.record.frames import RecordLeftOut, RecordTwice, load_records
    from server.record.libraries import NotInstalled
    from server.record.schema import BadRecord, NewerRecord

__all__ = ["BadRecord", "NewerRecord", "NotInstalled", "RecordLeftOut", "RecordTwice", "load_records"]


def __getattr__(name: str) -> Any:
    """Only a notebook asks: the process that makes a record should not wait for what reads it."""
    if name not in __all__:
        raise AttributeError(name)
    from server.record import frames

    return getattr(frames, name)
