"""What the doctor says about one thing that was looked at. May import the standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad it is: `PROBLEM` keeps groups from meeting, `WARNING` will or may, `FINE` needs nothing."""

    FINE = "fine"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `str()` is a line to print. `advice` is empty where nothing need be done."""

    level: Level
    subject: str
    observation: str
    advice: str = ""

    @property
    def wrong(self) -> bool:
        """Must this be mended before groups can meet?"""
        return self.level is Level.PROBLEM

    def __str__(self) -> str:
        sentence = f"{self.level.upper():<8} {self.subject}: {self.observation}"
        return f"{sentence} {self.advice}" if self.advice else sentence
