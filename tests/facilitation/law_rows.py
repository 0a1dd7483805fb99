"""A row of the law: in this situation this seat asks for this, and what comes of it."""

from __future__ import annotations

from facilitation import commands as c
from facilitation.vocabulary import Code, SeatId

HERE = 0
"""Stands for the entry, case, turn or lead of the moment; other numbers are taken as they are."""

Row = tuple[str, SeatId | None, c.Command, Code | list[str]]
"""Situation, who asks, for what; the code of the refusal, or what happens, by name."""
