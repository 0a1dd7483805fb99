"""What the doctor says about one thing that was looked at, in a language's words. May import of the project the
catalogues, and how a language writes days and sizes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from server.by_locale import day, size
from server.pages.language import DEFAULT, text


class Level(StrEnum):
    """How bad it is: `PROBLEM` keeps groups from meeting, `WARNING` will or may, `FINE` needs nothing."""

    FINE = "fine"
    WARNING = "warning"
    PROBLEM = "problem"


class Bytes(int):
    """So many, told as a size."""


Value = str | int | date


class Told(NamedTuple):
    subject: str
    observation: str
    advice: str
    """Empty where nothing need be done."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. Its words are the messages `doctor-about-…`, `doctor-…` and `doctor-…-advice`;
    `str()` is a line to print, in the language of the command line."""

    level: Level
    about: str
    said: str
    advised: str = ""
    """As a rule what is `said`; empty where nothing need be done."""
    values: Mapping[str, Value] = field(default_factory=dict)

    @property
    def wrong(self) -> bool:
        """Must this be mended before groups can meet?"""
        return self.level is Level.PROBLEM

    def told(self, language: str) -> Told:
        values = {name: _written(value, language) for name, value in self.values.items()}
        return Told(
            text(language, f"doctor-about-{self.about}", **values),
            text(language, f"doctor-{self.said}", **values),
            text(language, f"doctor-{self.advised}-advice", **values) if self.advised else "",
        )

    def __str__(self) -> str:
        subject, observation, advice = self.told(DEFAULT)
        sentence = f"{self.level.upper():<8} {subject}: {observation}"
        return f"{sentence} {advice}" if advice else sentence


def found(level: Level, about: str, said: str, advised: str = "", **values: Value) -> Finding:
    return Finding(level, about, said, advised, values)


def _written(value: Value, language: str) -> str | int:
    if isinstance(value, datetime):
        return f"{day(value, language)}, {value:%H:%M} UTC"
    if isinstance(value, date):
        return day(value, language)
    return size(value, language) if isinstance(value, Bytes) else value
