"""What a rehearsal is asked for on the command line, and what is typed to ask for it otherwise."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field

from facilitation.vocabulary import Keeping


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    format_text: str
    members: int
    speed: float
    seed: int
    language: str
    keeping: Keeping = Keeping.NOTHING
    port: int = field(default=0, compare=False)
    """Of its pages; 0: any."""
    words: str = field(default="", compare=False)
    """The options that were given for it, but for its port."""
    chosen: str = field(default="", compare=False)
    """The option that gave its port; "" where none did."""

    def given(self) -> str:
        return f"{self.words} {self.chosen}".strip()

    def started(self) -> str:
        return f"with {self.given()}" if self.given() else "without options"

    def typed(self, *more: str) -> str:
        """What is typed to ask for the same with these options, each in place of what was given of it."""
        names = {one.partition("=")[0] for one in more}
        kept = [one for one in shlex.split(self.given()) if one.partition("=")[0] not in names]
        return f"make run ARGS={_for_make(shlex.join((*kept, *more)))}"


def _for_make(words: str) -> str:
    """As a shell gives it to make, and make to another shell."""
    if re.fullmatch(r"[\w=./:-]+", words):
        return words
    return '"' + re.sub(r'([\\"`$])', r"\\\1", words.replace("$", "$$")) + '"'
