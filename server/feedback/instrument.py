"""Reads the operator's questions from TOML. Every error names file, question and key.

There is no question that is answered in words of one's own: what is written freely tells who wrote it, and of whom.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import structlog

from facilitation.toml_table import FormatError, Table
from server.formats.catalogue import text_of

log = structlog.get_logger()

SIZE_MOST = 64 * 1024
QUESTIONS_MOST = 20
CHOICES_MOST = 10
SCALE = ("1", "2", "3", "4", "5")
_KEY = re.compile(r"[a-z0-9][a-z0-9_]{0,31}")

Text = Mapping[str, str]
"""By language; English is always there."""


class Kind(StrEnum):
    SCALE = "scale"
    """1 to 5, with a word for each end."""
    CHOICE = "choice"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Question:
    key: str
    kind: Kind
    text: Text
    answers: Mapping[str, Text]
    """What may be answered, in order, with its words; of a scale the ends alone have any."""


@dataclass(frozen=True, slots=True)
class Instrument:
    key: str
    version: int
    name: Text
    intro: Text
    """Empty if there is none."""
    questions: tuple[Question, ...]

    @property
    def id(self) -> str:
        """Answers to another version are counted apart."""
        return f"{self.key} {self.version}"


def usable(file: Path | None) -> Instrument | None:
    """The operator's; None where there is none that can be used: then nothing is asked."""
    if file is None:
        return None
    try:
        return load(file)
    except FormatError as error:
        log.warning("feedback_broken", reason=str(error))
        return None


def load(file: Path) -> Instrument:
    """Raises FormatError."""
    return parse(text_of(file, SIZE_MOST), file.name)


def parse(text: str, file: str) -> Instrument:
    """`file` is only named in errors. Raises FormatError."""
    try:
        raw = tomllib.loads(text.removeprefix("\ufeff"))  # some editors put it before the first letter
    except tomllib.TOMLDecodeError as error:
        raise FormatError(f"{file}: not valid TOML: {error}") from None
    except RecursionError:
        raise FormatError(f"{file}: not readable: it is nested too deeply") from None
    top = Table(raw, file)
    asked = top.take("questions", list, [])
    if not 0 < len(asked) <= QUESTIONS_MOST or not all(isinstance(one, dict) for one in asked):
        raise FormatError(f"{file}: questions: 1 to {QUESTIONS_MOST} [[questions]] tables are needed")
    questions = tuple(_question(Table(one, _where(one, file, number))) for number, one in enumerate(asked, 1))
    keys = [one.key for one in questions]
    if twice := next((key for key in keys if keys.count(key) > 1), None):
        raise FormatError(f"{file}: questions: {twice!r} is there twice")
    read = Instrument(
        _key(top), top.whole("version", 1, 10_000), _needed(top, "name"), top.text("intro"), questions
    )
    top.nothing_left()
    return read


def _where(raw: Mapping[str, object], file: str, number: int) -> str:
    """By its key, else by its number."""
    key = raw.get("key")
    return f"{file}: question {key if isinstance(key, str) and key else number}"


def _question(table: Table) -> Question:
    key, kind = _key(table), table.word("kind", Kind)
    text = _needed(table, "text")
    answers: dict[str, Text]
    match kind:
        case Kind.SCALE:
            ends = {SCALE[0]: _needed(table, "low"), SCALE[-1]: _needed(table, "high")}
            answers = {one: ends.get(one, {}) for one in SCALE}
        case Kind.CHOICE:
            answers = _choices(table)
        case Kind.YES_NO:
            answers = {"yes": {}, "no": {}}
    table.nothing_left()
    return Question(key, kind, text, answers)


def _choices(table: Table) -> dict[str, Text]:
    choices = table.table("choices")
    keys = list(choices.rest)
    if not 2 <= len(keys) <= CHOICES_MOST:
        raise table.wrong("choices", f"2 to {CHOICES_MOST} are needed, each with a key and its words")
    for key in keys:
        if not _KEY.fullmatch(key):
            raise choices.wrong(key, "small letters, digits and _ are needed, 32 at most")
    return {key: _needed(choices, key) for key in keys}


def _key(table: Table) -> str:
    key = table.take("key", str)
    if not _KEY.fullmatch(key):
        raise table.wrong("key", f"small letters, digits and _ are needed, 32 at most, found {key!r}")
    return key


def _needed(table: Table, key: str) -> Text:
    text = table.text(key)
    if not text:
        raise table.wrong(key, "missing")
    return text
