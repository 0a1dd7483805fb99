"""Writes docs/faults.md: what may go wrong for somebody, what they read then, and what to do, in every language."""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from server.pages.language import languages, text

TABLE = Path(__file__).parent / "faults.toml"
EXAMPLES: dict[str, str | int] = {
    "hours": 3,
    "when": "…",
    "host": "room.example.org",
    "port": "8081",
    "what": "…",
}
"""Put in where a message has a place for something."""


@dataclass(frozen=True, slots=True)
class Fault:
    what: str
    at: str
    code: str
    see: tuple[str, ...]

    def seen(self, language: str) -> list[str]:
        return [text(language, message, **EXAMPLES) for message in self.see]


def faults() -> tuple[Fault, ...]:
    with TABLE.open("rb") as file:
        return tuple(Fault(**{**one, "see": tuple(one["see"])}) for one in tomllib.load(file)["faults"])


def written() -> str:
    known = faults()
    lines = [
        "# What may go wrong, and what one reads then",
        "",
        f"{len(known)} things, each with what to do next. Written by `make docs` from `tools/faults.toml`.",
    ]
    for number, fault in enumerate(known, 1):
        lines += ["", f"## {number}. {fault.what}", ""]
        lines += [f"- {language}: {' · '.join(fault.seen(language))}" for language in languages()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1], "faults.md").write_text(written(), encoding="utf-8")
